import { appendAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import { findPerson, namesOf } from './find-person.ts';
import { type Hold, holdSetting, parseHold } from './holds.ts';

/** Which setting of which agency, on whose word. */
export interface SettingChange {
  readonly agency: string;
  readonly name: string;
  readonly actor: string;
  readonly now: number;
}

/** What an agency set by this name, as it was written; undefined where it set nothing. */
export async function readSetting(engine: Engine, agency: string, name: string): Promise<unknown> {
  const query = engine.db.selectFrom('setting').select('value').where('agency', '=', agency).where('name', '=', name);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Sets it, and writes that it was done. The value was checked before. */
export async function putSetting(engine: Engine, change: SettingChange, value: unknown): Promise<void> {
  const { agency, name, actor, now } = change;
  await engine.write(async (transaction) => {
    const kept = { value: JSON.stringify(value), changed_at: now };
    await transaction
      .insertInto('setting')
      .values({ agency, name, ...kept })
      .onConflict((conflict) => conflict.columns(['agency', 'name']).doUpdateSet(kept))
      .execute();
    await appendAudit(transaction, agency, { actor, action: 'settingPut', subject: '', detail: name }, now);
  });
}

/** Takes it away, so that what is shipped holds again; false where there was none. */
export function removeSetting(engine: Engine, { agency, name, actor, now }: SettingChange): Promise<boolean> {
  return engine.write(async (transaction) => {
    const query = transaction.deleteFrom('setting').where('agency', '=', agency).where('name', '=', name);
    if ((await query.executeTakeFirst()).numDeletedRows === 0n) return false;
    await appendAudit(transaction, agency, { actor, action: 'settingRemoved', subject: '', detail: name }, now);
    return true;
  });
}

/**
 * Sets a legal hold, under every name of each person that is known today: an id alone would be lost when the person is linked to
 * another. Gives the names that nobody has; then nothing is set.
 */
export async function putHold(
  engine: Engine,
  change: Omit<SettingChange, 'name'>,
  value: unknown,
): Promise<readonly string[]> {
  const hold: Hold = parseHold(value);
  const names: string[] = [];
  const unknown: string[] = [];
  for (const person of hold.persons) {
    const places = await findPerson(engine.db, change.agency, person);
    if (places === null) unknown.push(person);
    else names.push(...namesOf(places));
  }
  if (unknown.length > 0) return unknown;
  await putSetting(engine, { ...change, name: holdSetting }, parseHold({ ...hold, persons: [...new Set(names)] }));
  return [];
}
