/** What this process knows of a reply that it began to send. */
interface Before {
  /** Time stamps of what was sent, by key; empty for what has none. */
  readonly sent: ReadonlyMap<string, string>;
  /** The attempt that this was. */
  readonly attempt: number;
  /** Whether something may have arrived beyond that, because an answer was lost. */
  readonly doubt: 'none' | 'some';
}

/** Replies that are remembered; of a forgotten one Slack is asked. */
const repliesMax = 1_000;
const nothing: ReadonlyMap<string, string> = new Map();

/** Remembers what was sent between two attempts, so that Slack is asked only where nobody here knows. */
export interface SentBefore {
  /** Null where another process may have sent something, or an answer was lost. */
  recall(key: string, attempt: number): ReadonlyMap<string, string> | null;
  /** What was sent for certain, for where Slack may not be asked. */
  certain(key: string): ReadonlyMap<string, string>;
  remember(key: string, before: Before): void;
}

/** A memory of this process alone. */
export function createSentBefore(): SentBefore {
  const known = new Map<string, Before>();
  return {
    recall(key, attempt) {
      if (attempt === 1) return nothing;
      const before = known.get(key);
      return before?.attempt === attempt - 1 && before.doubt === 'none' ? before.sent : null;
    },
    certain: (key) => known.get(key)?.sent ?? nothing,
    remember(key, before) {
      known.delete(key);
      known.set(key, before);
      const [oldest] = known.keys();
      if (known.size > repliesMax && oldest !== undefined) known.delete(oldest);
    },
  };
}
