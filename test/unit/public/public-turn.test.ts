import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, type Reply, renderPlainText, type Session } from '../../../bot/index.ts';
import { emptyDialogue } from '../../../bot/learning/dialogue.ts';
import { createScriptedRecords } from '../scripted-records.ts';
import { openMessages, personalMessages } from './messages.ts';

/** Turns where others read along. */

const bot = createBot(loadKnowledge());
const moment = { now: Date.parse('2026-11-20T10:00:00+08:00'), today: '2026-11-20' };
const typed = (text: string, choice: string | null = null) => ({ text, choice });
const records = createScriptedRecords();
const hear = (session: Session, text: string, choice: string | null = null) =>
  bot.turnInPublic(session, typed(text, choice), moment, records);
const textOf = (replies: readonly Reply[]): string => replies.map(renderPlainText).join('\n');
const neutral = { zh: '這件事我私下回覆您。', en: 'I will answer you about this in private.' };

/** Someone of whom everything is known: what a public session must never know. */
const known: Session = {
  ...emptySession,
  role: 'developer',
  interview: { stage: 'asking', texts: ['我寫Python'], steps: [], correcting: null },
  wish: {
    asks: 'strong',
    role: 'developer',
    position: null,
    level: 'advanced',
    done: [],
    hoursLeft: null,
    preference: null,
    focus: null,
  },
  learning: {
    ...emptyDialogue,
    open: { type: 'draft', drafts: [], slot: 'name' },
    last: { kind: 'hours', name: '祕密課程', date: '2026-11-01' },
  },
  onboarding: { waitsFor: 'startDay', task: null, version: 0, link: null },
};

describe('a turn in public', () => {
  it('is held with many messages', () => {
    expect(openMessages.length + personalMessages.length).toBeGreaterThanOrEqual(60);
  });

  it.each(openMessages)('answers 「%s」 before everybody and changes nothing', async (text) => {
    const turn = await hear(emptySession, text);
    expect([turn.place, turn.changes, turn.published]).toEqual(['here', [], null]);
    expect(turn.replies.length).toBeGreaterThan(0);
    expect(textOf(turn.replies)).not.toContain(neutral.zh);
    expect(turn.session.version).toBe(1);
  });

  it.each(personalMessages)('says and keeps nothing of 「%s」', async (text) => {
    const turn = await hear(emptySession, text);
    expect(turn.place).toBe('private');
    expect([neutral.zh, neutral.en]).toContain(textOf(turn.replies));
    expect(turn.replies).toHaveLength(1);
    expect(turn.replies[0]).toMatchObject({ kind: 'notice', citations: [], choices: [], role: null, progress: null });
    expect([turn.changes, turn.published]).toEqual([[], null]);
    expect(turn.session).toMatchObject({ version: 1, role: null, interview: null, wish: null, learning: null });
    expect(turn.record).toMatchObject({ standalone: '', topics: [] });
    const { handsOver, ...kept } = { handsOver: null, ...turn };
    expect(handsOver).toMatchObject({ choice: null });
    const stored = JSON.stringify(kept);
    for (const piece of piecesOf(text)) expect(stored, piece).not.toContain(piece);
  });

  it.each(openMessages)('answers 「%s」 the same whatever is known of the person', async (text) => {
    const [of, without] = [await hear(known, text), await hear(emptySession, text)];
    expect(of.replies).toEqual(without.replies);
    expect(of.session).toEqual(without.session);
  });

  it('keeps hardly any plain question from everybody', async () => {
    const file = new URL('../../evaluation/golden/qa.jsonl', import.meta.url);
    const questions = readFileSync(file, 'utf8').trim().split('\n');
    const kept: string[] = [];
    for (const line of questions) {
      const { question } = z.looseObject({ question: z.string() }).parse(JSON.parse(line));
      if ((await hear(emptySession, question)).place === 'private') kept.push(question);
    }
    expect(questions.length).toBeGreaterThanOrEqual(200);
    expect(kept.length, kept.join('\n')).toBeLessThanOrEqual(10);
  });

  it('masks before anything is handed over', async () => {
    const turn = await hear(emptySession, '我的身分證A123456789，AI課程去哪裡上');
    expect(turn.place === 'private' && turn.handsOver.text).toContain('已遮蔽');
    expect(JSON.stringify(turn)).not.toContain('A123456789');
  });

  it('speaks English where it was spoken to in English, and does not make the thread English', async () => {
    const turn = await hear(emptySession, 'How many hours am I short of?');
    expect(textOf(turn.replies)).toBe(neutral.en);
    expect(turn.session.language).toBe('zh-TW');
  });

  it('gives help at once in private to somebody in danger, and no sign of it in public', async () => {
    const turn = await hear(emptySession, '我想死');
    expect(textOf(turn.replies)).toBe(neutral.zh);
    if (turn.place === 'here') throw new Error('answered before everybody');
    const there = await bot.turnFromPublic(emptySession, turn.handsOver, 'there', moment, records);
    expect(textOf(there.replies)).toContain('1925');
    expect(JSON.stringify(there)).not.toContain('share:');
    expect(there.record?.origin).toBeUndefined();
  });
});

describe('a thread in public', () => {
  const talk = async (...texts: readonly string[]) => {
    let session: Session = emptySession;
    const turns = [];
    for (const text of texts) {
      const turn = await hear(session, text);
      session = turn.session;
      turns.push(turn);
    }
    return turns;
  };

  it('answers follow-ups of a question before everybody', async () => {
    const turns = await talk('公務專屬AI認證有哪些？', '那是誰開發的？');
    expect(turns.map(({ place }) => place)).toEqual(['here', 'here']);
    expect(turns[1]?.replies[0]?.kind).toBe('answer');
  });

  it('takes what follows on a private matter to be private, unless it is answered by itself', async () => {
    const turns = await talk('一定要上3小時嗎', '我今年還差幾小時？', '那AI的呢？', '那公務專屬AI認證有哪些？');
    expect(turns.map(({ place }) => place)).toEqual(['here', 'private', 'private', 'here']);
  });

  it('takes thanks behind a private matter for thanks, and an answer to what was asked there for private', async () => {
    const turns = await talk('登錄一門課', '昨天', '那謝謝你');
    expect(turns.map(({ place, replies }) => [place, replies[0]?.kind])).toEqual([
      ['private', 'notice'],
      ['private', 'notice'],
      ['here', 'smalltalk'],
    ]);
  });

  it('goes on after a private matter as if it had not been', async () => {
    const [first, , after] = await talk('一定要上3小時嗎', '我今年還差幾小時？', '再說一次');
    expect(after?.replies).toEqual(first?.replies);
    const named = await talk('證照', '我想死', '1');
    expect(named.map(({ place }) => place)).toEqual(['here', 'private', 'here']);
    expect(named[2]?.replies[0]?.citations.length).toBeGreaterThan(0);
  });

  it('hands a number over as the button that it named', async () => {
    const help = await hear(emptySession, '說明');
    const labels = help.replies.flatMap(({ choices }) => choices);
    const at = labels.findIndex(({ value }) => value === 'interview:start');
    const turn = await hear(help.session, String(at + 1));
    expect(turn).toMatchObject({ place: 'private', handsOver: { choice: 'interview:start', text: labels[at]?.label } });
  });

  it.each([
    'interview:start',
    'interview:answer:main-work:policy',
    'recommend:',
    'recommend:online',
    'learning:figures',
    'learning:begin',
    'learning:undo:0',
    'learning:nonsense',
    'onboarding:begin',
    'onboarding:mute',
    'onboarding:nonsense',
    'share:abc',
  ])('leads the button %s to private', async (value) => {
    const turn = await hear(known, '按鈕', value);
    expect([turn.place, textOf(turn.replies), turn.changes]).toEqual(['private', neutral.zh, []]);
  });

  it('answers buttons of the documents before everybody, and stale ones plainly', async () => {
    expect(await hear(emptySession, '按鈕', 'topic:faq/Q8/mandatory')).toMatchObject({ place: 'here' });
    expect(textOf((await hear(emptySession, '按鈕', 'nonsense:1')).replies)).toContain('已經過期');
  });

  it('begins anew without taking anybody’s words out of the transcript', async () => {
    const turns = await talk('一定要上3小時嗎', '重新開始', '再說一次');
    expect(turns[1]).toMatchObject({ place: 'here', changes: [] });
    expect(textOf(turns[1]?.replies ?? [])).not.toContain('清除');
  });

  it('stays bounded however much is answered in private', async () => {
    const turns = await talk(...Array.from({ length: 30 }, () => '我今年還差幾小時？'));
    expect(turns.at(-1)?.session.history).toHaveLength(1);
    expect(turns.at(-1)?.session.version).toBe(30);
  });
});

/** Every run of four Chinese or twelve other characters of a text: none of them may be found. */
function piecesOf(text: string): readonly string[] {
  const characters = [...text];
  const length = /\p{Script=Han}/u.test(text) ? 4 : 12;
  if (characters.length <= length) return [text];
  return characters.slice(0, 1 - length).map((_, at) => characters.slice(at, at + length).join(''));
}
