// Loaded before the program under test: its clock begins at STARTS_AT and runs on from there, as on a machine that was set to
// that time. Reminders wait for a day and for office hours, and a test cannot.
const startsAt = Date.parse(process.env['STARTS_AT'] ?? '');
if (Number.isNaN(startsAt)) throw new Error(`STARTS_AT=${process.env['STARTS_AT']} is no time`);
const SystemDate = Date;
const ahead = startsAt - SystemDate.now();

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, values, self) =>
    Reflect.construct(target, values.length === 0 ? [SystemDate.now() + ahead] : values, self),
  get: (target, name, self) => (name === 'now' ? () => SystemDate.now() + ahead : Reflect.get(target, name, self)),
});
