import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A line of at most this many characters is read; a longer one is answered with an error. */
const lineCharactersMax = 1_000_000;

/**
 * Reads JSON Lines and writes one line for each, in order. `answer` gets the parsed line and gives the value to write; what it
 * throws becomes `{id, kind: "error", error}` for that line, and the next line is read. Blank lines are passed over.
 */
export async function answerJsonLines(
  input: Readable,
  output: Writable,
  answer: (line: unknown) => Promise<unknown>,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const result = await answerLine(line, answer);
    if (!output.write(`${JSON.stringify(result)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerLine(line: string, answer: (line: unknown) => Promise<unknown>): Promise<unknown> {
  let id: unknown = null;
  try {
    if (line.length > lineCharactersMax) throw new Error(`the line has more than ${lineCharactersMax} characters`);
    const parsed: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    id = readId(parsed);
    return await answer(parsed);
  } catch (error) {
    return { id, kind: 'error', error: error instanceof Error ? error.message : String(error) };
  }
}

function readId(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'id' in line ? line.id : null;
}
