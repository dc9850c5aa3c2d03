import type { Failed } from './client.ts';

/** Decides whether another reply may be streamed. */
export interface StreamBudget {
  /** False where the reply is to be posted. */
  isLeft(): boolean;
  /** Takes one of the streams of this minute. */
  take(): void;
  /** Slack let no stream begin, or did not let it end. */
  refuse(failed: Failed): void;
  /** A stream came to its end. */
  succeed(): void;
}

/** Streams that one program begins in a minute: Slack takes some twenty of a workspace, and posted messages have no such bound. */
const streamsPerMinuteMax = 15;
const minuteMs = 60_000;
/** After so many in a row that Slack refused, none is tried until the program starts again: it does not have them here. */
const failuresMax = 3;

/** Counts in memory: two replicas together may ask for more, and are told to wait. */
export function createStreamBudget(now: () => number = () => performance.now()): StreamBudget {
  const begun: number[] = [];
  let failures = 0;
  let heldUntil = 0;
  return {
    isLeft() {
      while (begun[0] !== undefined && begun[0] <= now() - minuteMs) begun.shift();
      return failures < failuresMax && now() >= heldUntil && begun.length < streamsPerMinuteMax;
    },
    take: () => void begun.push(now()),
    refuse({ code, afterMs }) {
      if (code === 'ratelimited') heldUntil = now() + (afterMs ?? minuteMs);
      else failures += 1;
    },
    succeed() {
      failures = 0;
    },
  };
}
