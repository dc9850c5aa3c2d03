import { type Logger, LogLevel } from '@slack/bolt';

/**
 * A logger for Slack's libraries. They write out tokens, bodies and what people typed; only the first words of a warning or an
 * error are passed on, which are theirs.
 */
export function createQuietLogger(onWords: (words: string) => void): Logger {
  const pass = (first: unknown): void =>
    onWords(typeof first === 'string' ? (/^[\w '-]*/.exec(first)?.[0] ?? '').trim() : '');
  const level = LogLevel.WARN;
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: pass,
    error: pass,
    getLevel: () => level,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}
