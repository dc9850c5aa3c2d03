/** Thrown only where an operator must act; each code has its sentence in `sentences`. */
export class OperatorError extends Error {
  readonly code: OperatorErrorCode;

  constructor(code: OperatorErrorCode, value: string, cause?: unknown) {
    super(sentences[code](value), cause === undefined ? undefined : { cause });
    this.name = 'OperatorError';
    this.code = code;
  }
}

/** Every reason for which an operator can be called. */
export type OperatorErrorCode = keyof typeof sentences;

/** What could not be done, the value in quotes, and the repair. */
const sentences = {
  contentUnreadable: (file: string) =>
    `Could not read the content file "${file}". Check that it exists below knowledge/content and may be read.`,
  contentInvalid: (problem: string) =>
    `A content file is not valid: "${problem}". Correct the line that is named; "npm test" checks the whole corpus.`,
  configInvalid: (problem: string) =>
    `The configuration is not valid: "${problem}". See the table under Configuration in README.md.`,
  fileUnreadable: (file: string) => `Could not read the file "${file}". Check that it exists and may be read.`,
  optionUnknown: (problem: string) =>
    `An option of the command is not valid: "${problem}". See the table of commands in README.md.`,
  portInUse: (address: string) =>
    `Could not listen on "${address}": another program uses it. Stop that program or set PORT to a free one.`,
  storeCorrupt: (place: string) =>
    `The database "${place}" is damaged or no database. Keep a copy of the file, then put a backup back with "npm run restore".`,
  storeNewer: (place: string) =>
    `The database "${place}" was written by a newer version of this program. Start that version, or restore an older backup.`,
  storeFull: (place: string) =>
    `There is no room left for the database "${place}". Free disk space; the program goes on by itself.`,
  storeNotWritable: (place: string) =>
    `Could not write the database "${place}". Check that the folder exists and may be written, or set DATA_DIR to another one.`,
  storeLocked: (place: string) =>
    `The database "${place}" is held by another program. Stop that program, then start this one again.`,
  storeUnreachable: (place: string) =>
    `Could not reach the database "${place}". Check DATABASE_URL and that the server runs and accepts this user.`,
  storeMissing: (place: string) =>
    `There is no database "${place}". Check DATA_DIR and DATABASE_URL; the program makes one when it starts.`,
  fileExists: (file: string) =>
    `Could not write "${file}": there is such a file, or the folder cannot be written. Nothing is replaced; name another file.`,
  backupInvalid: (problem: string) =>
    `The backup cannot be used: "${problem}". The database was not touched. Take an older backup.`,
  backupElsewhere: (command: string) =>
    `A PostgreSQL is backed up and restored by its own tools. Run: "${command}". Put the password into ~/.pgpass or PGPASSWORD. For any moment of the past: continuous archiving (PITR).`,
  moveTargetNotEmpty: (table: string) =>
    `Could not move the database: the table "${table}" of the target has rows. Name an empty database; nothing was changed.`,
  moveDiffers: (table: string) =>
    `Could not move the database: the table "${table}" did not arrive as it is. Nothing was changed; "npm run backup" checks the source.`,
  personUnknown: (name: string) =>
    `There is nobody "${name}". Name an id or channel:account, and the agency with --agency.`,
  personHeld: (reason: string) =>
    `Could not erase: a legal hold stands ("${reason}"). Lift it with "npm run agency -- unset hold", then try again.`,
  settingInvalid: (problem: string) =>
    `The setting is not valid: "${problem}". Nothing was set; correct what is named.`,
} as const;

/** Ends a switch over a union: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new TypeError(`Unreachable value: ${JSON.stringify(value)}`);
}
