import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePayload } from '../../../adapters/channels/slack/parse-payload.ts';
import { answer } from './sample-replies.ts';
import { createScriptedConversations } from './scripted-conversations.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

const folder = fileURLToPath(new URL('../../../../shared/webhooks/', import.meta.url));

interface Recorded {
  readonly name: string;
  readonly payload: object;
}

/** Every payload of the recordings; notes of the bot that recorded them are none. */
function readRecorded(): readonly Recorded[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /slack.*\.json$/.test(name));
  return files.flatMap((file) =>
    Object.entries<unknown>(JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))).flatMap(([name, payload]) =>
      typeof payload === 'object' && payload !== null && ('type' in payload || 'command' in payload)
        ? [{ name: `${file} ${name}`, payload }]
        : [],
    ),
  );
}

const recorded = readRecorded();

describe.skipIf(recorded.length === 0)('payloads that were recorded at another bot', () => {
  let world: SlackWorld;
  beforeEach(async () => {
    const teams = ['T00FAKE00AA', 'T00FAKE00BB', 'T0ADGE2G4EM', 'T08REALTEAM1'];
    world = await openSlackWorld(createScriptedConversations(answer), () => ({ teams }));
  });
  afterEach(() => world.stop());

  it.each(recorded)('$name is answered with 200', async ({ payload }) => {
    expect((await world.send(payload)).status).toBe(200);
  });

  it('come out as these', () => {
    const outcomes = recorded.map(({ name, payload }) => {
      const arrival = parsePayload(payload, null);
      return `${name}: ${arrival.type === 'ignored' ? arrival.reason : arrival.type}`;
    });
    expect(outcomes).toMatchInlineSnapshot(`
      [
        "actions-reactions-slack.json mention: said",
        "actions-reactions-slack.json action: an unknown action",
        "actions-reactions-slack.json reaction: an event of another type",
        "actions-reactions-slack.json staticSelectAction: an unknown action",
        "actions-reactions-slack.json radioButtonsAction: an unknown action",
        "channel-slack.json mention: said",
        "channel-slack.json channel_post_action: an unknown action",
        "dm-slack-direct.json directDM: said",
        "dm-slack-direct.json followUp: said",
        "modals-slack.json mention: said",
        "modals-slack.json action: a rating of nothing",
        "modals-slack.json viewSubmission: an unknown form",
        "modals-slack.json ephemeralAction: an unknown action",
        "modals-slack.json ephemeralViewSubmission: an unknown form",
        "slash-commands-slack.json slashCommand: command",
        "slash-commands-slack.json slashCommandWithArgs: command",
        "slash-commands-slack.json viewSubmission: an unknown form",
        "streaming-slack.json aiMention: said",
        "streaming-slack.json followUp: a message in a channel that does not mention the assistant",
        "streaming-slack.json aiMentionWithFile: said",
        "streaming-slack.json promptMessage: a message of a bot",
        "streaming-slack.json buttonAction: an unknown action",
        "streaming-slack.json threadFollowUp: a message in a channel that does not mention the assistant",
      ]
    `);
  });
});

describe('parsePayload()', () => {
  it('takes anything', () => {
    fc.assert(fc.property(fc.anything(), (body) => parsePayload(body, null).type.length > 0));
  });

  it.skipIf(recorded.length === 0)('takes recorded payloads of which anything was replaced', () => {
    const property = fc.property(fc.constantFrom(...recorded), fc.nat(), fc.anything(), ({ payload }, at, value) => {
      const mangled = replaceAt(payload, at, value);
      return parsePayload(mangled, null).type.length > 0;
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});

/** The payload with the value of one of its places, counted through, replaced. */
function replaceAt(payload: object, at: number, value: unknown): unknown {
  const places = JSON.stringify(payload).match(/"[\w-]+":/g)?.length ?? 1;
  let left = at % places;
  return JSON.parse(JSON.stringify(payload), function revive(this: unknown, key: string, held: unknown) {
    if (key === '' || Array.isArray(this)) return held;
    left -= 1;
    return left === -1 ? value : held;
  });
}
