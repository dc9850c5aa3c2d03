import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { createWebChannel } from '../../adapters/channels/web/channel.ts';
import { createScriptedConversations, type ScriptedConversations } from './scripted-conversations.ts';

/** The web chat on a real socket of loopback, with scripted answers. */
export interface ServedChat {
  readonly url: string;
  readonly conversations: ScriptedConversations;
  /** What the operator would have been told. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** Serves the chat as `compose.ts` does: mounted at `/`, errors told to the operator and hidden from the person. */
export async function serveChat(): Promise<ServedChat> {
  const conversations = createScriptedConversations();
  const errors: unknown[] = [];
  const app = express();
  let ids = 0;
  app.set('trust proxy', 'loopback');
  app.use(createWebChannel({ conversations, ids: { next: () => `message-${++ids}` }, agency: 'test' }));
  app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    errors.push(error);
    response.status(500).type('text/plain').send('系統暫時無法處理，請稍後再試。');
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('No port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    conversations,
    errors,
    async close() {
      conversations.release();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
