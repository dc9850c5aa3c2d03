import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, type Reply, renderPlainText, type Session, type Turn } from '../../../bot/index.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** What was asked before others, answered in private, and shown there by one tap. */

const bot = createBot(loadKnowledge());
const moment = { now: Date.parse('2026-11-20T10:00:00+08:00'), today: '2026-11-20' };
const channel = '{"thread":"test:channel:1","target":"42"}';
const textOf = (replies: readonly Reply[]): string => replies.map(renderPlainText).join('\n');
const shareOf = ({ replies }: Turn): string | undefined =>
  replies.flatMap(({ choices }) => choices).find(({ value }) => value.startsWith('share:'))?.value;

/** Somebody in their private thread. */
function createTalk() {
  const records = createScriptedRecords();
  let session: Session = emptySession;
  const after = (turn: Turn): Turn => {
    records.apply(turn.changes);
    // As a store keeps it.
    session = JSON.parse(JSON.stringify(turn.session));
    return turn;
  };
  return {
    session: () => session,
    say: async (text: string, choice: string | null = null) =>
      after(await bot.turn(session, { text, choice }, moment, records)),
    fromChannel: async (text: string, choice: string | null = null) =>
      after(await bot.turnFromPublic(session, { text, choice }, channel, moment, records)),
  };
}

describe('a turn from public', () => {
  it('answers as any other turn, and offers to show it', async () => {
    const [there, here] = [createTalk(), createTalk()];
    const turn = await there.fromChannel('我今年還差幾小時？');
    const plain = await here.say('我今年還差幾小時？');
    expect([turn.place, turn.published, turn.record?.origin]).toEqual(['here', null, channel]);
    const share = shareOf(turn);
    const without = turn.replies.map((reply) => ({
      ...reply,
      choices: reply.choices.filter(({ value }) => value !== share),
    }));
    expect(without).toEqual(plain.replies);
    expect(shareOf(plain)).toBeUndefined();
  });

  it('is shown once: without buttons into own matters, under a line that says who chose to', async () => {
    const talk = createTalk();
    await talk.say('幫我記 生成式AI入門 3小時 昨天上的');
    const value = shareOf(await talk.fromChannel('我今年還差幾小時？')) ?? '';
    const shared = await talk.say('分享到剛才的頻道', value);
    expect(textOf(shared.replies)).toContain('已分享');
    expect(shared.published?.to).toBe(channel);
    const published = shared.published?.replies ?? [];
    expect(textOf(published)).toMatch(/^提問的同仁選擇分享/);
    expect(textOf(published)).toContain('總時數還差17小時');
    expect(published.flatMap(({ choices }) => choices.map((choice) => choice.value))).toEqual(['handoff:']);
    const again = await talk.say('分享到剛才的頻道', value);
    expect([textOf(again.replies), again.published]).toEqual([expect.stringContaining('已經分享過了'), null]);
  });

  it('is shown by its words or number as well', async () => {
    const talk = createTalk();
    await talk.fromChannel('推薦課程給我');
    const shared = await talk.say('分享到剛才的頻道');
    expect(shared.published?.replies[0]?.kind).toBe('recommendation');
  });

  it('can still be shown after another turn, and only the last few can', async () => {
    const talk = createTalk();
    const values = [];
    for (const text of ['我今年還差幾小時？', '推薦課程給我', '列出我的學習紀錄', '我有幾張證照'])
      values.push(shareOf(await talk.fromChannel(text)) ?? '');
    expect(new Set(values).size).toBe(4);
    await talk.say('你好');
    expect((await talk.say('分享', values[3])).published).not.toBeNull();
    expect((await talk.say('分享', values[1])).published?.replies[0]?.kind).toBe('recommendation');
    const oldest = await talk.say('分享', values[0]);
    expect([textOf(oldest.replies), oldest.published]).toEqual([expect.stringContaining('已經過期'), null]);
  });

  it.each(['share:', 'share:abc', 'share:0', 'share:__proto__', `share:${'9'.repeat(5_000)}`])(
    'takes the forged button %s for a stale one',
    async (value) => {
      const talk = createTalk();
      await talk.fromChannel('我今年還差幾小時？');
      const turn = await talk.say('分享到剛才的頻道', value);
      expect([textOf(turn.replies), turn.published]).toEqual([expect.stringContaining('已經過期'), null]);
    },
  );

  it('is not shown from another person’s session', async () => {
    const value = shareOf(await createTalk().fromChannel('我今年還差幾小時？')) ?? '';
    expect((await createTalk().say('分享到剛才的頻道', value)).published).toBeNull();
  });

  it.each([
    '我想死',
    '科長性騷擾我怎麼辦',
    '我憂鬱症請假中，時數怎麼辦',
    '壓力好大，快撐不下去了，一定要考證照嗎',
    '取得連結碼',
    '幫我代上課',
  ])('never offers to show %s', async (text) => {
    const turn = await createTalk().fromChannel(text);
    expect(JSON.stringify(turn)).not.toMatch(/share:|test:channel/);
  });

  it('offers the result of an interview, not its questions', async () => {
    const talk = createTalk();
    let turn = await talk.fromChannel('我是哪一種AI人才？');
    for (let step = 0; step < 8 && turn.replies.some(({ progress }) => progress !== null); step += 1) {
      expect(shareOf(turn)).toBeUndefined();
      const option = turn.replies.at(-1)?.choices[0];
      turn = await talk.say(option?.label ?? '', option?.value ?? null);
    }
    expect(turn.replies[0]?.role).not.toBeNull();
    const shared = await talk.say('分享到剛才的頻道', shareOf(turn) ?? null);
    expect(shared.published?.to).toBe(channel);
    expect(shared.published?.replies[0]?.role).not.toBeNull();
  });

  it('offers nothing of an interview that was begun in private', async () => {
    const talk = createTalk();
    let turn = await talk.say('我是哪一種AI人才？');
    for (let step = 0; step < 8 && turn.replies.some(({ progress }) => progress !== null); step += 1) {
      const option = turn.replies.at(-1)?.choices[0];
      turn = await talk.say(option?.label ?? '', option?.value ?? null);
    }
    expect(JSON.stringify(turn)).not.toContain('share:');
  });

  it('never takes a number for a button of the private thread', async () => {
    const talk = createTalk();
    await talk.say('推薦課程');
    const turn = await talk.fromChannel('1');
    expect(textOf(turn.replies)).toContain('沒有這個號碼');
  });

  it('tells to delete personal data that was typed before others, and does not show that', async () => {
    const talk = createTalk();
    const turn = await talk.fromChannel('我的手機0912345678，我今年還差幾小時？');
    expect(textOf(turn.replies)).toContain('請自行刪除');
    const shared = await talk.say('分享', shareOf(turn) ?? null);
    expect(shared.published?.replies.length).toBeGreaterThan(0);
    expect(textOf(shared.published?.replies ?? [])).not.toContain('請自行刪除');
  });

  it('speaks English where it was asked so', async () => {
    const talk = createTalk();
    const turn = await talk.fromChannel('Recommend courses for me');
    expect(turn.replies.flatMap(({ choices }) => choices.map(({ label }) => label))).toContain('Share there');
    const shared = await talk.say('Share there', shareOf(turn) ?? null);
    expect(textOf(shared.published?.replies ?? [])).toMatch(/^The person who asked chose to share/);
  });

  it('reads sessions that were kept before there was any sharing', async () => {
    const talk = createTalk();
    await talk.say('一定要上3小時嗎');
    expect(JSON.stringify(talk.session())).not.toMatch(/origin|sharedAt/);
    expect((await talk.say('分享到剛才的頻道', 'share:abc')).published).toBeNull();
  });
});
