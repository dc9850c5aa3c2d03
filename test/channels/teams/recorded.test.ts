import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { activitySchema } from '../../../adapters/channels/teams/activity.ts';
import { parseEvent } from '../../../adapters/channels/teams/parse-event.ts';
import { useTeamsWorld } from './teams-world.ts';

/** Production payloads, anonymised by their publisher; they stand beside the project. */
const folder = new URL('../../../../shared/webhooks/', import.meta.url).pathname;
const recorded = z.looseObject({ type: z.string() });

function readRecordings(): readonly (readonly [string, z.infer<typeof recorded>])[] {
  return globSync('*teams*.json', { cwd: folder })
    .sort()
    .flatMap((file) =>
      Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(folder + file, 'utf8')))).flatMap(
        ([name, value]) => {
          const { data } = recorded.safeParse(value);
          return data === undefined ? [] : [[`${file} ${name}`, data] as const];
        },
      ),
    );
}

const world = useTeamsWorld();

describe.skipIf(!existsSync(folder))('recorded events of Teams', () => {
  const outcomes: Readonly<Record<string, object>> = {
    'actions-reactions-teams.json action': { reason: 'otherButton' },
    'actions-reactions-teams.json mention': { message: { text: 'Test', choice: null } },
    'actions-reactions-teams.json reaction': { reason: 'reaction' },
    'channel-teams.json channel_post_action': { reason: 'otherButton' },
    'channel-teams.json mention': { message: { text: 'Hey', choice: null } },
    'dm-teams.json dmMessage': { message: { text: 'Hey', choice: null } },
    'dm-teams.json dmRequest': { reason: 'notAddressed' },
    'dm-teams.json mention': { message: { text: 'Hey', choice: null } },
    'streaming-teams.json aiMention': { message: { text: 'AI What is love?', choice: null } },
    'streaming-teams.json followUp': { reason: 'notAddressed' },
  };
  const recordings = existsSync(folder) ? readRecordings() : [];

  it('are all of the folder', () => {
    expect(recordings.map(([name]) => name).sort()).toEqual(Object.keys(outcomes).sort());
  });

  for (const [name, payload] of recordings)
    it(`${name} is taken or ignored with a reason, and acknowledged`, async () => {
      const arrival = parseEvent(activitySchema.parse(payload), { tenantId: null, welcomeTeam: null });
      expect(arrival).toMatchObject(outcomes[name] ?? {});
      const { post, problems, ignored } = world();
      const before = ignored.length;
      expect(await post(payload)).toEqual({ status: 200, body: null });
      expect(problems).toEqual([]);
      expect(ignored.slice(before)).toEqual(arrival.type === 'ignored' ? [arrival.reason] : []);
    });
});
