import { ExpressReceiver } from '@slack/bolt';
import express, { type Router } from 'express';
import { openDoor, type Take } from './door.ts';
import { createQuietLogger } from './quiet-logger.ts';

/** Bytes of one request: the longest message with its blocks stays far below, and more is nobody's question. */
const bodyBytesMax = 1_000_000;
/** Slack waits three seconds, then sends again; before that it is told to. */
const answerMsMax = 2_900;

/**
 * `POST /slack/events` with the signature and its five minutes verified: 401 for a wrong one, 413 for a body that is too long,
 * 503 where what came could not be kept and must come again. Without a secret there is no such path.
 */
export function createHttpDoor(signingSecret: string | null, take: Take, onIgnored: (reason: string) => void): Router {
  const router = express.Router();
  if (signingSecret === null) return router;
  const receiver = new ExpressReceiver({
    signingSecret,
    router,
    bodyLimit: bodyBytesMax,
    logger: createQuietLogger((words) => onIgnored(reasons[words] ?? 'a request that cannot be read')),
    unhandledRequestTimeoutMillis: answerMsMax,
    unhandledRequestHandler: ({ response }) => refuse(response),
    processEventErrorHandler: async ({ response }) => {
      refuse(response);
      return false;
    },
  });
  openDoor(receiver, take);
  return router;
}

/** Why the receiver refused a request, by the words that it begins its warning with. */
const reasons: Readonly<Record<string, string>> = {
  'Request verification failed': 'a request without a valid signature',
  'Request body exceeded the maximum allowed size': 'a request that is too long',
};

function refuse(response: { readonly headersSent: boolean; writeHead(status: number): void; end(): void }): void {
  if (response.headersSent) return;
  response.writeHead(503);
  response.end();
}
