import type { Channel, ChannelParts } from '../../channel.ts';
import type { SlackSettings } from '../../channel-settings.ts';
import { createClient } from './client.ts';
import type { Take } from './door.ts';
import { handle } from './handle.ts';
import { createHttpDoor } from './http-door.ts';
import { createIdentity } from './identity.ts';
import { createSlackOutlet } from './outlet.ts';
import { createPace } from './pace.ts';
import { createRespond } from './respond.ts';
import { createSocketDoor } from './socket-door.ts';
import { createStatus } from './status.ts';
import { createTake } from './take.ts';
import { tellOnce } from './tell-once.ts';

/** Slack: requests at `POST /slack/events` where there is a signing secret, a socket where there is an app token, or both. */
export function createSlackChannel(settings: SlackSettings, parts: ChannelParts): Channel {
  const { conversations, agency, onIgnored } = parts;
  const tell = tellOnce(parts.onProblem, () => parts.clock.now());
  const client = createClient(settings.botToken, settings.apiUrl);
  const identity = createIdentity(client);
  const respond = createRespond(settings.apiUrl);
  const status = createStatus(client, tell);
  const handling = { settings, agency, conversations, client, respond, status, onIgnored, tell };
  const takeIn = createTake({ settings, identity, handle: (arrival) => handle(handling, arrival), onIgnored, tell });
  let stopped = false;
  const take: Take = (body) => (stopped ? Promise.reject(new Error('stopped')) : takeIn(body));
  const { appToken, apiUrl } = settings;
  const socket = appToken === null ? null : createSocketDoor({ appToken, apiUrl, take, tell });
  return {
    router: createHttpDoor(settings.signingSecret, take, onIgnored),
    outlet: createSlackOutlet({ client, respond, status, pace: createPace(), tell }),
    async start() {
      identity.ask().catch((error: unknown) => tell('Slack does not say who this token belongs to', error));
      await socket?.start();
    },
    async stop() {
      stopped = true;
      await socket?.stop();
    },
  };
}
