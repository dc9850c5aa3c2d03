const table =
  '[--agency ID] [--channel web|slack|teams] [--sheet NAME] [--map HEADER=MEANING]… [--problems FILE.csv] [--apply]';

/** How each command is called, by its name in package.json, and what it does. */
const usages: Readonly<Record<string, readonly [usage: string, what: string]>> = {
  agency: [
    'npm run agency -- get NAME | set NAME FILE | unset NAME | hold … [--agency ID]',
    'What an agency sets for itself, and what keeps records from being deleted.',
  ],
  ask: ['npm run --silent ask -- --jsonl [--as-of YYYY-MM-DD]', 'One answer for each line of JSON on standard input.'],
  assign: ['npm run --silent assign -- --jsonl', 'The role that fits the description in each line of JSON.'],
  audit: [
    'npm run audit -- verify [--head HASH] | export [--format jsonl|csv] [--agency ID]',
    'Checks or prints the audit log.',
  ],
  backup: ['npm run backup -- FILE', 'A checked copy of the embedded database, taken while the program runs.'],
  chat: ['npm run chat [-- --as-of YYYY-MM-DD]', 'A conversation in the terminal.'],
  doctor: ['npm run doctor [-- --offline]', 'Looks at configuration, tokens, rights and store, with the repair.'],
  'export-certificates': [
    'npm run export-certificates -- --out FILE.xlsx|FILE.csv [--agency ID] [--since YYYY-MM-DD]',
    'What somebody enters into WebHR 表51.',
  ],
  'import-certificates': [
    `npm run import-certificates -- FILE [--verified] ${table}`,
    'Certificates that people hold. Without --apply nothing is written.',
  ],
  'import-hours': [
    `npm run import-hours -- FILE [--verified] [--category VALUE=CATEGORY]… ${table}`,
    'Learning hours of an export. Without --apply nothing is written.',
  ],
  'import-roster': [
    `npm run import-roster -- FILE ${table}`,
    'New employees, whose first weeks begin by it. Without --apply nothing is written.',
  ],
  manifests: [
    'npm run manifests [-- --url https://HOST] [--teams-app-id GUID] [--socket] [--out FOLDER] [--explain]',
    'The files that the messengers want, or with --explain the rights that they ask for.',
  ],
  move: ['npm run move -- --to postgres://…', 'Copies the embedded database into an empty PostgreSQL, all or nothing.'],
  onboarding: ['npm run onboarding [-- --people] [--agency ID]', 'How far new employees are, for HR.'],
  outbox: [
    'npm run outbox -- list [--show] | retry KEY | retry --all [--agency ID]',
    'Replies that could not be sent, and has them sent again.',
  ],
  privacy: [
    'npm run privacy -- export PERSON [--out FILE] | erase PERSON [--apply] | scrub [--agency ID]',
    'Everything that is kept of somebody, handed out or removed. PERSON is an id or channel:account.',
  ],
  restore: ['npm run restore -- FILE', 'Puts a backup in the place of the embedded database, while no program runs.'],
  retention: ['npm run retention [-- --apply]', 'Removes what was kept long enough; without --apply it only counts.'],
  retrieve: [
    'npm run --silent retrieve -- --passages FILE --queries FILE --k N [--without-glossary]',
    "The engine over texts of the caller's own, JSON Lines in and out.",
  ],
};

/** What `--help` prints, where the arguments of the process ask for it; null where they do not. */
export function usageAskedFor([, file = '', ...args]: readonly string[]): string | null {
  if (!args.includes('--help') && !args.includes('-h')) return null;
  const program = /([\w-]+)\.ts$/.exec(file)?.[1] ?? '';
  const [usage, what] = usages[program === 'tables' ? (args[0] ?? '') : program] ?? ['', ''];
  return `${usage}\n${what}\n`;
}
