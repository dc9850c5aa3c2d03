import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../adapters/content.ts';
import { keeping } from '../../adapters/stores/retention.ts';
import { decide } from '../../bot/answer/decide.ts';
import { understand } from '../../bot/answer/understand.ts';
import { figureCellMin } from '../../bot/limits.ts';
import { cutProgress } from '../../bot/onboarding/cut-progress.ts';
import { asksOwnData, ownDataReply, ownRoleReply } from '../../bot/own-record.ts';
import { renderPlainText } from '../../bot/plain-text.ts';
import { wantsToStop } from '../../bot/stop-wish.ts';
import { linkingWordings, talkKeptDays } from '../../prompts/index.ts';
import { createPerson } from './onboarding/person.ts';

/** What people say of their own data and role, of stopping, and of nothing at all; and what is near it. */

describe('asksOwnData()', () => {
  it.each([
    '我要查我的個人資料',
    '刪除我的個資',
    '把我的資料全部刪掉',
    '我要刪除帳號',
    '我的資料存多久',
    '別人看得到我的時數嗎',
    '你會把我的時數給主管看嗎',
    '你記了我什麼',
    '你存了我哪些資料？',
    '可以刪掉我的聊天紀錄嗎',
    '我的對話會保存多久',
    '主管會看到我的紀錄嗎',
    '請匯出我的所有資料',
    '人事室看得到我的角色嗎',
    '你們會存我的個資嗎',
    '人事會看到我們的對話嗎',
    'delete my data',
    'What do you know about me?',
    'can my boss see my hours',
  ])('takes 「%s」', (text) => expect(asksOwnData(text)).toBe(true));

  it.each([
    '查王小明的個人資料',
    '把王小明的資料給我',
    '刪除AI素養',
    '我的紀錄',
    '表51的資料保存多久',
    '個資可以貼到ChatGPT嗎',
    '主管看得到證照嗎',
    '我們的資料要放哪裡',
    '你知道AI課程嗎',
    '學習紀錄會存在哪裡',
    '我的證照要登錄在哪裡',
  ])('leaves 「%s」', (text) => expect(asksOwnData(text)).toBe(false));

  it('is answered with the periods by which the store deletes', () => {
    expect(talkKeptDays).toBe(keeping.turns.days);
    for (const language of ['zh-TW', 'en'] as const) {
      const text = renderPlainText(ownDataReply(language));
      expect(text).toContain(String(talkKeptDays));
      expect(text).toContain(String(figureCellMin));
    }
  });
});

describe('ownRoleReply()', () => {
  it.each(['我的角色是什麼', '我的AI角色？', '我上次測出來的結果呢', 'what is my role'])(
    'tells it to 「%s」',
    (text) => {
      expect(ownRoleReply('policy', text, 'zh-TW')?.role).toBe('policy');
      expect(ownRoleReply(null, text, 'zh-TW')).toBeNull();
    },
  );
  it.each(['主管的角色是什麼', '我的角色要怎麼改', '我的角色可以考哪張證照', '角色有哪幾種'])('leaves 「%s」', (text) =>
    expect(ownRoleReply('policy', text, 'zh-TW')).toBeNull(),
  );
});

describe('wantsToStop()', () => {
  it.each([
    '我不想做這個了',
    '不想做了',
    '我不想再弄了',
    '這個我不想做了',
    '好煩，不想填了',
    '我不玩了',
    '不想用這個了',
  ])('takes 「%s」', (text) => expect(wantsToStop(text)).toBe(true));
  it.each([
    '我不想活了',
    '我不想再活下去了',
    '我不想做人了',
    '我不想做自己了',
    '不想再這樣下去了',
    '我什麼都不想做了',
    '我不想存在',
    '我不想醒來',
    '我累了，不想撐了',
    "I don't want to be here anymore",
    "I don't want to do life anymore",
    '不想做AI課程可以嗎',
  ])('leaves 「%s」', (text) => expect(wantsToStop(text)).toBe(false));
});

describe('cutProgress()', () => {
  it.each([
    ['第5項做完了，順便登錄AI素養3小時昨天', '第5項做完了', '登錄AI素養3小時昨天'],
    ['昨天上AI素養課程3小時，第5項也做完了', '第5項也做完了', '昨天上AI素養課程3小時'],
    ['第6項完成了 AI素養 3小時', '第6項完成了', 'AI素養 3小時'],
  ])('cuts 「%s」', (text, progress, rest) => expect(cutProgress(text)).toEqual({ progress, rest }));
  it.each([
    '第5項做完了',
    '第1項做完了，第2項還沒',
    '第5項做完了，3小時怎麼算？',
    '昨天上AI素養3小時',
    '第5項做完了，謝謝',
  ])('leaves 「%s」', (text) => expect(cutProgress(text)).toBeNull());
});

describe('decide()', () => {
  const knowledge = loadKnowledge();
  const decided = (text: string): string => decide(understand(knowledge, text, null), text).type;
  it.each([
    '昨天',
    '今天',
    '下週一',
    '星期三',
    '上個月',
    '那個',
    '你覺得呢',
    '這樣可以嗎',
    '先暫停一個月',
    'what do you think',
  ])('makes nothing of 「%s」, which names no matter', (text) => expect(decided(text)).toBe('nothing'));
  it.each(['你覺得這算哪一類', '週末可以提醒我嗎', '明天要交', '他昨天跟我說的那個'])(
    'finds no matter outside the documents in 「%s」',
    (text) => expect(decided(text)).not.toBe('outside'),
  );
  it.each(['明天會下雨嗎', '特休幾天', '股票會漲嗎', '誰會贏總統選舉', '加班費怎麼算', '請調', '昨天中職誰贏'])(
    'still finds the one in 「%s」',
    (text) => expect(decided(text)).toBe('outside'),
  );
});

describe('linking', () => {
  const words = linkingWordings['zh-TW'];
  const answer = async (text: string): Promise<string> => (await createPerson(0).say(text)).text;
  it.each(['我想把手機跟電腦的紀錄合在一起', '兩個帳號可以合併嗎', '怎麼綁定帳號'])(
    'is explained to 「%s」',
    async (text) => expect(await answer(text)).toBe(words.help(10)),
  );
  it.each(['解除連結', '我要取消綁定', '可以解除帳號連結嗎'])('cannot be undone, which 「%s」 is told', async (text) =>
    expect(await answer(text)).toBe(words.unlink),
  );
  it.each(['給我綁定碼', '取得連結碼'])('gives a code to 「%s」', async (text) =>
    expect(await answer(text)).toContain('連結碼是'),
  );
  it.each(['AI課程和證照可以合併嗎', '表51和證照資料會同步嗎', '電腦跟手機都可以上課嗎'])(
    'is not what 「%s」 asks',
    async (text) => expect(await answer(text)).not.toContain('連結碼'),
  );
});
