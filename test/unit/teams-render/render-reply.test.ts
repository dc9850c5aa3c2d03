import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply, type TeamsActivity } from '../../../adapters/channels/teams/render-reply.ts';
import type { Citation, Part, Reply } from '../../../bot/index.ts';
import { collectReplies } from '../slack-render/spoken-replies.ts';
import { arbitraryReply, person } from './arbitrary-reply.ts';
import { cardSchema } from './card-schema.ts';
import { checkActivity } from './check-activity.ts';
import { actionsOf } from './check-card.ts';
import { buttonsOf, wordsOf } from './read-activity.ts';

const spoken = await collectReplies();
const plain: Reply = {
  kind: 'answer',
  language: 'zh-TW',
  parts: [],
  citations: [],
  choices: [person],
  role: null,
  progress: null,
};
const faq: Citation = {
  document: 'faq',
  title: '問答集',
  edition: '115年6月版',
  section: 'Q8',
  passage: 'F074',
  quote: '每人每年20小時學習時數中，須含3小時的AI課程。',
};
const sentence: Part = { type: 'text', text: '學習時數中須含3小時的AI課程。[1]' };
const table: Part = { type: 'table', caption: '時數', columns: ['類別', '時數'], rows: [['AI基礎', '3小時']] };

describe('renderReply()', () => {
  it('renders every reply of the conversations and topics as one message within the limits, and loses nothing', () => {
    expect(spoken.length).toBeGreaterThan(500);
    for (const { after, reply } of spoken)
      for (const place of ['personal', 'group'] as const) {
        const sent = renderReply(reply, place, 'asked');
        expect(sent.length, after).toBe(1);
        expect(sent.flatMap(checkActivity), after).toEqual([]);
        expect(missing(reply, wordsOf(sent)), after).toEqual([]);
      }
  });

  it('keeps the limits and loses nothing, whatever a reply holds', () => {
    fc.assert(
      fc.property(arbitraryReply, fc.constantFrom('personal', 'group'), (reply, place) => {
        const sent = renderReply(reply, place, 'asked');
        expect(sent.flatMap(checkActivity)).toEqual([]);
        expect(missing(reply, wordsOf(sent))).toEqual([]);
        expect(buttonsOf(sent)).toContain('找人事承辦人');
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('is what the Bot Framework calls an activity', () => {
    const sent: Partial<Activity>[] = [...renderReply({ ...plain, parts: [sentence] }, 'personal', 'asked')];
    expect(sent).toHaveLength(1);
  });

  it('says the official answer in the text, marks its source, and calls it 「官方問答」 instead of generated', () => {
    const [sent] = renderReply({ ...plain, parts: [sentence], citations: [faq] }, 'personal', 'none');
    expect(sent?.text).toBe('學習時數中須含3小時的AI課程。[1]');
    expect(sent?.entities).toEqual([
      expect.objectContaining({
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: { '@type': 'DigitalDocument', name: '《問答集》115年6月版・Q8', abstract: faq.quote },
          },
        ],
      }),
    ]);
    expect(sent?.entities[0]).not.toHaveProperty('additionalType');
    expect(wordsOf(sent === undefined ? [] : [sent])).toContain('官方問答');
  });

  it('labels as generated what was put together for one person, and calls nothing else official', () => {
    const label = (reply: Partial<Reply>) => {
      const sent = renderReply({ ...plain, parts: [sentence], citations: [faq], ...reply }, 'personal', 'none');
      return [sent[0]?.entities[0]?.additionalType, wordsOf(sent).includes('官方問答')];
    };
    expect(label({ kind: 'recommendation' })).toEqual([['AIGeneratedContent'], false]);
    expect(label({ kind: 'draft' })).toEqual([['AIGeneratedContent'], false]);
    expect(label({ kind: 'interview', role: 'applied' })).toEqual([['AIGeneratedContent'], false]);
    expect(label({ kind: 'interview', progress: { step: 1, of: 6 } })).toEqual([undefined, false]);
    expect(label({ kind: 'abstention' })).toEqual([undefined, false]);
    expect(label({ citations: [{ ...faq, document: 'deck' }] })).toEqual([undefined, false]);
  });

  it('asks for feedback only where something was told, and once', () => {
    const asked = (reply: Partial<Reply>) =>
      renderReply({ ...plain, parts: [sentence], ...reply }, 'group', 'asked').map(({ channelData }) => channelData);
    const loop = { feedbackLoop: { type: 'default' } };
    expect(asked({})).toEqual([loop]);
    expect(asked({ kind: 'abstention' })).toEqual([loop]);
    expect(asked({ kind: 'notice' })).toEqual([undefined]);
    const long = asked({ parts: [{ type: 'text', text: '很長的一句話。'.repeat(1_500) }] });
    expect(long.length).toBeGreaterThan(2);
    expect(long.filter((data) => data !== undefined)).toEqual([loop]);
    expect(long.at(-1)).toEqual(loop);
  });

  it('cuts a long text between sentences, with the buttons below the last message', () => {
    const sent = renderReply(
      { ...plain, parts: [{ type: 'text', text: '先通識、後實務應用。'.repeat(1_200) }] },
      'personal',
      'none',
    );
    expect(sent.length).toBeGreaterThan(2);
    for (const { text = '' } of sent) expect(text).toMatch(/^先.*。$/);
    expect(sent.map(({ attachments = [] }) => attachments.length)).toEqual([...sent.slice(1).map(() => 0), 1]);
  });

  it('spreads more sources than a message may have over several, and loses none', () => {
    const citations = Array.from({ length: 45 }, () => faq);
    for (const between of ['', '先通識。']) {
      const text = citations.map((_, index) => `${between}[${index + 1}]`).join('');
      const sent = renderReply({ ...plain, parts: [{ type: 'text', text }], citations }, 'personal', 'none');
      expect(sent.flatMap(checkActivity)).toEqual([]);
      const positions = sent.flatMap(({ entities }) => entities[0]?.citation ?? []).map(({ position }) => position);
      expect(positions).toEqual(citations.map((_, index) => index + 1));
    }
  });

  it('shows what a message cannot from the first table on in a card, with the heading of the table', () => {
    const [sent] = renderReply(
      { ...plain, parts: [sentence, { type: 'heading', text: '您的時數' }, table, sentence] },
      'personal',
      'none',
    );
    expect(sent?.text).toBe('學習時數中須含3小時的AI課程。\\[1\\]');
    expect(wordsOf(sent === undefined ? [] : [{ ...sent, text: '' }])).toMatch(
      /您的時數\n時數\nAI基礎\n時數：3小時\n學習時數/,
    );
  });

  it('shows a guided step whole in its card, with how far it is', () => {
    const step: Reply = { ...plain, kind: 'interview', parts: [sentence], progress: { step: 2, of: 6 } };
    const [sent] = renderReply(step, 'personal', 'none');
    expect(sent?.text).toBeUndefined();
    expect(sent?.summary).toBe('學習時數中須含3小時的AI課程。');
    expect(wordsOf(sent === undefined ? [] : [sent])).toMatch(/2.*6.*\n學習時數/);
  });

  it('offers six buttons at most, the way to a person among them, and lists the others by their numbers', () => {
    const choices = Array.from({ length: 9 }, (_, index) => ({
      label: `第${index}個`,
      value: `say:${index}`,
      emphasis: 'primary' as const,
    }));
    const sent = renderReply({ ...plain, choices: [person, ...choices] }, 'group', 'none');
    expect(buttonsOf(sent)).toEqual(['第0個', '第1個', '第2個', '第3個', '第4個', '找人事承辦人']);
    expect(wordsOf(sent)).toMatch(/標記我.*\n6\. 第5個\n7\. 第6個\n8\. 第7個\n9\. 第8個/);
    const cited = renderReply(
      { ...plain, parts: [sentence], citations: [faq], choices: [person, ...choices] },
      'personal',
      'none',
    );
    expect(buttonsOf(cited)).toEqual(['第0個', '第1個', '第2個', '第3個', '找人事承辦人']);
  });

  it('carries the choice behind a button, and the same in its fallback', () => {
    const [action] = cardsOf(
      renderReply({ ...plain, choices: [{ ...person, emphasis: 'primary' }] }, 'personal', 'none'),
    ).flatMap(actionsOf);
    expect(action).toEqual({
      type: 'Action.Execute',
      verb: 'choose',
      title: '找人事承辦人',
      style: 'positive',
      data: { choice: 'handoff:', label: '找人事承辦人' },
      fallback: {
        type: 'Action.Submit',
        title: '找人事承辦人',
        style: 'positive',
        data: { choice: 'handoff:', label: '找人事承辦人', verb: 'choose' },
      },
    });
  });

  it('says nothing for a reply that says nothing', () => {
    expect(renderReply({ ...plain, choices: [], kind: 'notice' }, 'personal', 'asked')).toEqual([]);
  });
});

function cardsOf(sent: readonly TeamsActivity[]) {
  return sent.flatMap(({ attachments = [] }) => attachments.map(({ content }) => cardSchema.parse(content)));
}

/** What a reply says and cannot be read in these words. */
function missing(reply: Reply, words: string): readonly string[] {
  const read = fold(words);
  const said = [
    ...reply.parts.flatMap(textsOf),
    ...reply.citations.map(({ quote }) => quote),
    ...reply.choices.map(({ label }) => label),
  ];
  return said.map(fold).filter((text) => !read.includes(text));
}

function textsOf(part: Part): readonly string[] {
  if (part.type === 'list') return part.items;
  if (part.type === 'table') return [part.caption, ...part.rows.flat()];
  return [part.text];
}

/** Without white space, what cannot be sent and what shows nothing. */
function fold(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}\u200b\u2060\ufeff]/gu, '');
}
