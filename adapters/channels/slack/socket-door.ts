import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { openDoor, type Take } from './door.ts';
import { createQuietLogger } from './quiet-logger.ts';

/** What a socket needs. */
export interface SocketParts {
  readonly appToken: string;
  /** Null is Slack itself. */
  readonly apiUrl: string | null;
  readonly take: Take;
  /** Tells an operator, once in a while. */
  tell(what: string, error?: unknown): void;
}

/** The socket over which Slack sends what would else come as requests. */
export interface SocketDoor {
  /** Resolves after the first try, or soon; one that failed is repeated until it succeeds. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds before the first try to connect again, and at most. */
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** The program's start waits no longer for Slack, milliseconds. */
const startMsMax = 3_000;

/**
 * Keeps a socket open. The library's own reconnecting is off: where the token is refused in the middle of it, it rejects a
 * promise that nobody holds, which ends the whole program.
 */
export function createSocketDoor({ appToken, apiUrl, take, tell }: SocketParts): SocketDoor {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createQuietLogger((words) => tell(`socket: ${words}`)),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }), retryConfig: { retries: 0 } },
    },
    // What was not kept is not acknowledged, so that Slack sends it again.
    processEventErrorHandler: async () => false,
  });
  openDoor(receiver, take);
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    try {
      await receiver.start();
      failures = 0;
    } catch (error) {
      tell('the socket to Slack cannot be opened', error);
      connectLater();
    }
  };
  const connectLater = (): void => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), Math.min(firstDelayMs * 2 ** failures, longestDelayMs));
    failures += 1;
  };
  receiver.client.on('disconnected', connectLater);
  return {
    start: () => Promise.race([connect(), sleep(startMsMax, undefined, { ref: false })]),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await receiver.stop();
    },
  };
}
