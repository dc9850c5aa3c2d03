import { OperatorError } from '../../../bot/index.ts';
import { usageAskedFor } from './usage.ts';

/**
 * Runs a command of the terminal. What an operator can mend (an option, a date, a file) is one sentence on standard error and
 * exit code 1; `--help` prints how the command is called and does nothing else; a reader that closed its end of the pipe ends the command quietly.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const usage = usageAskedFor(process.argv);
  if (usage !== null) return void process.stdout.write(usage);
  try {
    await command();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof OperatorError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS') && error instanceof Error)
    return new OperatorError('optionUnknown', error.message).message;
  return null;
}
