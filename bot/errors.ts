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
} as const;

/** Ends a switch over a union: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new TypeError(`Unreachable value: ${JSON.stringify(value)}`);
}
