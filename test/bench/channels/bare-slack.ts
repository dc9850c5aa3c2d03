import { App, ExpressReceiver } from '@slack/bolt';
import { tellParent } from './tell-parent.ts';

/** What Bolt's own guide begins with: one message back for each message. */
const {
  SLACK_SIGNING_SECRET: signingSecret = '',
  SLACK_BOT_TOKEN: token = '',
  SLACK_API_URL: slackApiUrl = '',
} = process.env;
const receiver = new ExpressReceiver({ signingSecret });
const app = new App({ receiver, token, clientOptions: { slackApiUrl } });
app.message(async ({ message, say }) => {
  if ('text' in message) await say(message.text ?? '');
});
const server = receiver.app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  tellParent(typeof address === 'object' && address !== null ? address.port : 0);
});
