import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, renderPlainText } from '../../../bot/index.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** 「找人事承辦人」 and 「交給人事」. */

const bot = createBot(loadKnowledge());
const moment = { now: Date.parse('2026-11-20T10:00:00+08:00'), today: '2026-11-20' };
const hand = async (text: string, session = emptySession) => {
  const turn = await bot.turn(session, { text, choice: 'handoff:' }, moment, createScriptedRecords());
  return { turn, text: turn.replies.map(renderPlainText).join('\n') };
};

describe('a handoff', () => {
  it('quotes the words that come along, masked, and says that nothing was sent', async () => {
    const { turn, text } = await hand('外聘講師的課算不算時數？電話0912345678');
    expect(text).toContain('外聘講師的課算不算時數');
    expect(text).toContain('還不能替您送出');
    expect(JSON.stringify(turn)).not.toContain('0912345678');
  });

  it.each(['', '  ', '找人事承辦人', 'Ask a person in HR (找人事承辦人)'])(
    'with no words but 「%s」 is about the question that was asked',
    async (label) => {
      const asked = await bot.turn(emptySession, { text: 'AI課程要去哪裡上？', choice: null }, moment, null);
      expect((await hand(label, asked.session)).text).toContain('「AI課程要去哪裡上？」');
    },
  );

  it.each(['科長性騷擾我', '我想死', '同事霸凌我'])(
    'of 「%s」 gives help, and keeps and passes on nothing',
    async (words) => {
      const { turn, text } = await hand(words);
      expect(turn.replies[0]?.kind).toBe('refusal');
      expect(text).toContain('沒有轉給任何人');
      expect(JSON.stringify(turn)).not.toContain(words);
    },
  );

  it('quotes no more than a few sentences of a long text', async () => {
    const { text } = await hand('請問這門課怎麼算時數，'.repeat(5_000));
    expect([...text].length).toBeLessThan(500);
  });

  it('is asked for by 「交給人事」 as well', async () => {
    for (const words of ['交給人事', '請轉給承辦人', '我找人事', '找人事承辦人']) {
      const turn = await bot.turn(emptySession, { text: words, choice: null }, moment, null);
      expect(turn.replies.map(renderPlainText).join(), words).toContain('人事承辦人');
      expect(turn.replies[0]?.kind).toBe('notice');
    }
  });

  it('before others quotes what was asked there, and asks nobody to tell their matter', async () => {
    const records = createScriptedRecords();
    const first = await bot.turnInPublic(emptySession, { text: '找人事承辦人', choice: null }, moment, records);
    expect(first.replies.map(renderPlainText).join()).toContain('不要寫在這裡');
    const asked = await bot.turnInPublic(emptySession, { text: 'AI課程要去哪裡上？', choice: null }, moment, records);
    const message = { text: '找人事承辦人', choice: 'handoff:' };
    const handed = await bot.turnInPublic(asked.session, message, moment, records);
    expect([handed.place, handed.replies.map(renderPlainText).join()]).toEqual([
      'here',
      expect.stringContaining('「AI課程要去哪裡上？」'),
    ]);
    const words = await bot.turnInPublic(emptySession, { text: '幫我問我的升等', choice: 'handoff:' }, moment, records);
    expect(words.place).toBe('private');
  });
});
