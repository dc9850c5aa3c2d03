import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFoundCard } from '../../../adapters/channels/teams/render-found.ts';
import { renderChosen, renderReply, renderStep, renderStream } from '../../../adapters/channels/teams/render-reply.ts';
import { renderTaskCard } from '../../../adapters/channels/teams/render-task.ts';
import { channelWording } from '../../../prompts/index.ts';
import { collectReplies } from '../slack-render/spoken-replies.ts';
import { arbitraryReply } from './arbitrary-reply.ts';
import { cardSchema } from './card-schema.ts';
import { checkActivity } from './check-activity.ts';
import { actionsOf, checkCard } from './check-card.ts';
import { wordsOfCard } from './read-activity.ts';

const spoken = (await collectReplies()).map(({ reply }) => reply);
const steps = spoken.filter(({ progress }) => progress !== null);
const answers = spoken.filter(({ kind }) => kind === 'answer');
const runs = { numRuns: 60, endOnFailure: true };

describe('renderStep()', () => {
  it('puts every reply, alone or after a short one, into one card', () => {
    const [short] = spoken.filter(({ kind }) => kind === 'smalltalk');
    for (const reply of spoken)
      for (const replies of [[reply], [...(short === undefined ? [] : [short]), reply]]) {
        const card = renderStep(replies, 'personal');
        expect(checkCard(card)).toEqual([]);
        for (const { label } of reply.choices) expect(wordsOfCard(cardSchema.parse(card))).toContain(label);
      }
  });

  it('keeps the limits, or is null where the replies need more than one card', () => {
    fc.assert(
      fc.property(fc.array(arbitraryReply, { maxLength: 9 }), (replies) => {
        const card = renderStep(replies, 'group');
        if (card !== null) expect(checkCard(card)).toEqual([]);
      }),
      runs,
    );
    expect(renderStep([], 'personal')).toBeNull();
  });
});

describe('renderChosen()', () => {
  it('says what was chosen instead of the buttons', () => {
    for (const step of steps) {
      const label = step.choices[0]?.label ?? '';
      const card = renderChosen(step, label);
      expect(checkCard(card)).toEqual([]);
      expect(actionsOf(cardSchema.parse(card))).toEqual([]);
      expect(wordsOfCard(cardSchema.parse(card))).toContain(channelWording[step.language].chosen(label));
    }
  });

  it('keeps the limits, whatever was chosen of whatever', () => {
    fc.assert(
      fc.property(arbitraryReply, fc.string({ unit: 'binary', maxLength: 3_000 }), (reply, label) => {
        expect(checkCard(renderChosen(reply, label))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('renderStream()', () => {
  it('makes chunks that each carry the text so far, at whole sentences, and ends with the whole message', () => {
    const streams = answers.flatMap((reply) => renderStream(reply, 'asked') ?? []);
    expect(streams.length).toBeGreaterThan(20);
    for (const { chunks, final } of streams) {
      expect(checkActivity(final)).toEqual([]);
      expect(final.channelData).toBeDefined();
      const texts = [...chunks, final.text ?? ''];
      for (const [index, chunk] of chunks.entries()) {
        expect(texts[index + 1]?.startsWith(chunk)).toBe(true);
        expect(chunk.length).toBeLessThan(texts[index + 1]?.length ?? 0);
        const rest = final.text?.slice(chunk.length) ?? '';
        expect(rest.startsWith('\n\n') || /[。；！？.!?][」』）]*(?:\[\d+\])* ?$/.test(chunk), chunk).toBe(true);
      }
    }
  });

  it('ends with the message that would be sent at once', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const stream = renderStream(reply, 'asked');
        if (stream !== null) expect([stream.final]).toEqual(renderReply(reply, 'personal', 'asked'));
      }),
      runs,
    );
  });

  it('is null for what is short, has no text or is a card', () => {
    for (const reply of [...steps, ...spoken.filter(({ kind }) => kind === 'smalltalk')])
      expect(renderStream(reply, 'asked')).toBeNull();
  });
});

describe('renderFoundCard()', () => {
  it('says the question, the answer and where it stands, and needs no assistant where it is read', () => {
    for (const reply of answers) {
      const { content, preview } = renderFoundCard({ title: '要上幾小時的課？', reply });
      expect(checkCard(content)).toEqual([]);
      expect(preview.content).toEqual({ title: '要上幾小時的課？', text: expect.stringMatching(/./) });
      const card = cardSchema.parse(content);
      expect(actionsOf(card).filter(({ type }) => type !== 'Action.ToggleVisibility')).toEqual([]);
      expect(wordsOfCard(card)).toMatch(/^要上幾小時的課？\n/);
      for (const { section, quote } of reply.citations) {
        expect(wordsOfCard(card)).toContain(section);
        expect(wordsOfCard(card)).toContain(quote);
      }
    }
  });

  it('keeps the limits, whatever was found', () => {
    fc.assert(
      fc.property(arbitraryReply, fc.string({ unit: 'binary', minLength: 1, maxLength: 3_000 }), (reply, title) => {
        const { content, preview } = renderFoundCard({ title: `問${title}`, reply });
        expect(checkCard(content)).toEqual([]);
        expect(preview.content.title.length).toBeLessThanOrEqual(120);
      }),
      runs,
    );
  });
});

describe('renderTaskCard()', () => {
  it('has the words of the message in a labelled field, to be changed', () => {
    const card = cardSchema.parse(renderTaskCard('請問\n證照要登錄在哪裡？'));
    const [field] = card.body.filter((element) => element.type === 'Input.Text');
    expect(field).toMatchObject({ id: 'text', value: '請問\n證照要登錄在哪裡？', isRequired: true, maxLength: 4_000 });
    expect(card.actions).toEqual([expect.objectContaining({ type: 'Action.Submit', data: { verb: 'hand-over' } })]);
  });

  it('keeps the limits, whatever the message holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.integer({ min: 1, max: 2_000 }), (text, times) => {
        expect(checkCard(renderTaskCard(text.repeat(times), 'en'))).toEqual([]);
      }),
      runs,
    );
  });
});
