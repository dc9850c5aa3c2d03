/** Keeps to the one message a second that a channel takes. */
export interface Pace {
  /** Takes the next free moment of a channel: milliseconds until it. Where that is more than `atMost`, nothing is taken. */
  take(channel: string, atMost: number): number;
  /** What was to be sent at the moment that was taken last is not sent. */
  giveBack(channel: string): void;
  /** Slack wants nothing there for so long, milliseconds. */
  hold(channel: string, forMs: number): void;
}

/** Milliseconds between two messages in a channel: the second that Slack documents, and what the way there may differ. */
const everyMs = 1_100;
/** Channels of which the last message is remembered; who has more at once is slowed by Slack itself. */
const channelsMax = 2_000;

/** Counts in memory: each replica for itself, and what two of them send together Slack slows down. */
export function createPace(now: () => number = () => performance.now()): Pace {
  const nextAt = new Map<string, number>();
  const put = (channel: string, at: number): void => {
    nextAt.delete(channel);
    nextAt.set(channel, at);
    const [oldest] = nextAt.keys();
    if (nextAt.size > channelsMax && oldest !== undefined) nextAt.delete(oldest);
  };
  return {
    take(channel, atMost) {
      const at = Math.max(now(), nextAt.get(channel) ?? 0);
      const wait = at - now();
      if (wait <= atMost) put(channel, at + everyMs);
      return wait;
    },
    giveBack: (channel) => void nextAt.delete(channel),
    hold: (channel, forMs) => put(channel, Math.max(now() + forMs, nextAt.get(channel) ?? 0)),
  };
}
