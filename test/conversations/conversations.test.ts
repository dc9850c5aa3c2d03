import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Conversation, type Expectation, readConversations } from './read-conversations.ts';
import type { Shown, Surface } from './talk.ts';
import { createProcessSurface } from './talk-in-process.ts';
import { createSlackSurface } from './talk-in-slack.ts';
import { createTeamsSurface } from './talk-in-teams.ts';
import { createTerminalSurface } from './talk-in-terminal.ts';
import { createWebSurface } from './talk-in-web.ts';

/** Every conversation of the YAML files beside this one, on every surface that exists. */

const conversations = readConversations();
const surfaces: readonly Surface[] = [
  createProcessSurface(),
  createTerminalSurface(),
  createWebSurface(),
  createTeamsSurface(),
];
/** Slack takes a message a second of each conversation: so many are held at the same time. */
const heldAtOnce = 32;
const slowSurfaces: readonly Surface[] = [createSlackSurface()];

describe('the conversations', () => {
  it('are many, and no title stands twice', () => {
    const titles = conversations.map(({ title }) => title);
    expect(titles.length).toBeGreaterThanOrEqual(24);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('fail where an expectation is not met', () => {
    const shown: Shown = { kinds: ['answer'], text: '人事承辦人', cites: ['Q1'], offers: [] };
    const nothing: Expectation = { kind: [], cites: [], says: [], not_says: [], offers: [] };
    expect(differences(shown, nothing)).toEqual([]);
    expect(
      differences(shown, { kind: ['notice'], cites: ['Q2'], says: ['課程'], not_says: ['承 辦'], offers: ['說明'] }),
    ).toHaveLength(5);
  });
});

for (const surface of surfaces)
  describe(surface.name, () => {
    afterAll(() => surface.close());

    for (const conversation of conversations)
      it(`${conversation.file}: ${conversation.title}`, async () => {
        await hold(surface, conversation);
      });
  });

for (const surface of slowSurfaces)
  describe(surface.name, () => {
    const held = new Map<Conversation, unknown>();
    beforeAll(async () => {
      const waiting = [...conversations];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          held.set(next, await hold(surface, next).catch((error: unknown) => error));
      };
      await Promise.all(Array.from({ length: heldAtOnce }, work));
    }, 60_000);
    afterAll(() => surface.close());

    for (const conversation of conversations)
      it(`${conversation.file}: ${conversation.title}`, () => {
        expect(held.has(conversation)).toBe(true);
        if (held.get(conversation) !== undefined) throw held.get(conversation);
      });
  });

async function hold(surface: Surface, { as_of, turns }: Conversation): Promise<void> {
  const talk = await surface.open(as_of);
  for (const [index, { say, choose, times, expect: expected }] of turns.entries()) {
    const shown = say === undefined ? await talk.choose(choose ?? '') : await talk.say(say.repeat(times));
    const found = differences(shown, expected);
    const place = `turn ${index + 1} 「${say ?? choose}」`;
    expect(found, `${place}\n${shown.kinds?.join(', ') ?? ''} ${shown.text.slice(0, 1_200)}\n`).toEqual([]);
  }
}

/** One line for each thing that was expected and is not so. */
function differences(shown: Shown, expected: Expectation): readonly string[] {
  const text = fold(shown.text);
  const first = shown.kinds?.[0];
  const wrongKind = first !== undefined && expected.kind.length > 0 && !expected.kind.some((kind) => kind === first);
  return [
    ...(wrongKind ? [`is ${first}, not ${expected.kind.join(' or ')}`] : []),
    ...expected.cites.filter((section) => !shown.cites.includes(section)).map((section) => `does not cite ${section}`),
    ...expected.says.filter((words) => !text.includes(fold(words))).map((words) => `does not say 「${words}」`),
    ...expected.not_says.filter((words) => text.includes(fold(words))).map((words) => `says 「${words}」`),
    ...expected.offers.filter((label) => !shown.offers.includes(label)).map((label) => `does not offer 「${label}」`),
  ];
}

/** As ../shared/eval compares: one spelling, no white space, no quotation marks; nor the marks that point to sources. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/\[\d{1,2}\]|[\s「」『』“”"'\u2060]/g, '');
}
