import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';
import express from 'express';
import { tellParent } from './tell-parent.ts';

/** Requests without a token are taken, and answered under a token that nobody issued, as the program does with a local peer. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId = async (): Promise<boolean> => true;
  override isAuthenticationDisabled = async (): Promise<boolean> => true;
  override createCredentials = async () => ({
    async signRequest<Request extends { headers: { set(name: string, value: string): unknown } }>(request: Request) {
      request.headers.set('authorization', 'Bearer local');
      return request;
    },
  });
}

// Without it the serializer drops what makes the entity one.
mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
const root = { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' };

/** What botbuilder's own samples begin with: one message back for each message. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, new LocalCredentials()));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  // As a message of its own, as the program sends its replies.
  context.onSendActivities((_context, activities, send) => {
    for (const activity of activities) delete activity.replyToId;
    return send();
  });
  // The strict connector wants words for the notification of each message, and the one root entity.
  const { text } = context.activity;
  await context.sendActivity({ type: 'message', text, summary: text, entities: [root] });
  await next();
});
const app = express().use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  tellParent(typeof address === 'object' && address !== null ? address.port : 0);
});
