import { setTimeout as wait } from 'node:timers/promises';
import type { Channel, ChannelParts } from '../../channel.ts';
import type { TeamsSettings } from '../../channel-settings.ts';
import { createAfterwards } from './afterwards.ts';
import { createBotFramework } from './bot-framework.ts';
import { createEndpoint } from './endpoint.ts';
import { createTeamsOutlet } from './outlet.ts';
import { createTyping } from './typing.ts';

/** Milliseconds within which a tapped card is answered: Teams waits some ten seconds, and the way takes time. */
const answerWithinMs = 8_000;
/** Milliseconds for one request to the platform, which answers well below one second. */
const requestTimeoutMs = 10_000;

/** Microsoft Teams: the bot's endpoint and the way out. */
export function createTeamsChannel(settings: TeamsSettings, parts: ChannelParts): Channel {
  const framework = createBotFramework(settings);
  const typing = createTyping(framework);
  const pause = (milliseconds: number): Promise<void> => wait(milliseconds);
  const outlet = createTeamsOutlet({ framework, typing, clock: parts.clock, pause, requestTimeoutMs });
  const afterwards = createAfterwards({ outlet, pause, onProblem: parts.onProblem });
  const served = { tenantId: settings.tenantId, welcomeTeam: settings.welcomeTeam };
  let open = true;
  const isOpen = (): boolean => open;
  return {
    router: createEndpoint({ ...parts, framework, typing, afterwards, served, answerWithinMs, isOpen }),
    outlet,
    start: async () => undefined,
    stop() {
      open = false;
      return afterwards.settle();
    },
  };
}
