import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWish } from '../../../bot/recommend/read-wish.ts';
import { combineWishes, emptyWish, requestOf, type Wish, wishOfChoice } from '../../../bot/recommend/wish.ts';
import { knowledge } from './people.ts';

const read = (text: string): Wish => readWish(knowledge, text);

describe('readWish() takes as a request for a recommendation', () => {
  it.each([
    '推薦課程',
    '推薦我課程和證照',
    '幫我排學習計畫',
    '我該上什麼課',
    '有什麼課適合我',
    'recommend',
    'Recommend courses',
    '推荐课程',
    '帮我排学习计划',
    '可以推薦AI課程給我嗎',
    '有推薦的課嗎',
    '我適合上什麼課',
    '我是政策人才，推薦課程',
    '我是一般行政人員，該上什麼課',
    '給我一份學習計畫',
    '零基礎，推薦線上課程',
    '我已經考過iPAS，接下來推薦什麼課',
    'AI課程推薦',
    '哪張證照適合我',
    '還差2小時，推薦課',
    'What courses should I take?',
    'which course suits me',
    'Please recommend courses for me',
    'make me a learning plan',
  ])('%s', (text) => {
    expect(read(text).asks).toBe('strong');
  });
});

describe('readWish() leaves to the documents', () => {
  it.each([
    'AI課要去哪裡上',
    '一般行政先考哪張',
    '中高階主管有什麼班',
    '一般行政該先考哪張證照？',
    '一定要上3小時AI課程嗎',
    '政策人才可以上什麼課',
    '問答集推薦哪張證照',
    '怎麼推薦同仁上課',
    '要上什麼課才算3小時',
    '學習路徑是什麼',
    '我們機關該上什麼課',
    '同仁該上哪些課',
    '幫同仁排課',
    '我一定要上什麼課嗎',
    '薦送是什麼課，名稱給我',
    'Where can I take AI courses?',
    'Which certificate is recommended for general staff?',
    'Which AI certificate should I take first?',
    '實體班的例子',
    '政策人才的關鍵詞',
    '國考補習班推薦',
  ])('%s', (text) => {
    expect(read(text).asks).toBe('none');
  });

  it('nearly all that HR expects to be asked', () => {
    const asks = [...knowledge.topics.values()].flatMap((topic) => topic.asks);
    const strong = asks.filter((ask) => read(ask).asks === 'strong');
    expect(strong.length, strong.join('\n')).toBeLessThan(asks.length / 500);
  });
});

describe('readWish() reads', () => {
  const said: readonly (readonly [string, Partial<Wish>])[] = [
    ['我只要線上的', { preference: 'online' }],
    ['不要線上，我要實體', { preference: 'inPerson' }],
    ['實體線上都可以', { preference: 'any' }],
    ['沒辦法到現場上課', { preference: 'online' }],
    ['我沒空去實體課', { preference: 'online' }],
    ['已經上過入門', { level: 'basic' }],
    ['還沒上過進階，入門上完了', { level: 'basic' }],
    ['進階課程修過了', { level: 'advanced' }],
    ['零基礎', { level: 'none' }],
    ['考過iPAS和AI-900', { done: ['ipas-intermediate', 'ai-900'] }],
    ['iPAS、AI-900都考過了', { done: ['ipas-intermediate', 'ai-900'] }],
    ['iPAS考過了但AI-900還沒', { done: ['ipas-intermediate'] }],
    ['iPAS考過了AI-900還沒', { done: ['ipas-intermediate'] }],
    ['共通核心考過了', { done: ['shared-core'] }],
    ['我有資策會的證照', { done: ['genai-office'] }],
    ['上過ＡＩ基礎：掌握核心概念', { level: 'basic', done: ['ai-basics'] }],
    ['還差2小時', { hoursLeft: { total: 2, ai: null } }],
    ['AI課還差兩小時', { hoursLeft: { total: null, ai: 2 } }],
    ['AI時數已經滿了', { hoursLeft: { total: null, ai: 0 } }],
    ['20小時都上完了，AI還差1.5小時', { hoursLeft: { total: 0, ai: 1.5 } }],
    ['AI 3小時都還沒上', { hoursLeft: { total: null, ai: 3 } }],
    ['剩十二小時', { hoursLeft: { total: 12, ai: null } }],
    ['我是政策人才', { role: 'policy' }],
    ['我不是政策人才，是應用人才', { role: 'applied' }],
    ['我是科長', { position: 'manager' }],
    ['我不是主管', { position: 'staff' }],
    ['我想要進階的', { focus: { stage: 'advanced', kind: null } }],
    ['不要證照', { focus: { stage: null, kind: 'courses' } }],
    ['只要證照就好', { focus: { stage: null, kind: 'certificates' } }],
    ['全部都看', { focus: { stage: 'any', kind: 'any' } }],
    ['I have passed AI-900', { done: ['ai-900'] }],
    ['I need 2 more AI hours', { hoursLeft: { total: null, ai: 2 } }],
    ['I am a beginner, online only', { level: 'none', preference: 'online' }],
  ];
  it.each(said)('%s', (text, wish) => {
    expect(read(text)).toEqual({ ...emptyWish, asks: 'weak', ...wish });
  });

  it.each(['我考過iPAS初級', '資策會生成式AI能力認證考過了', '想考iPAS', '我沒有iPAS證照', '時數還沒滿'])(
    'nothing that is done from %s',
    (text) => {
      expect(read(text)).toMatchObject({ done: [], hoursLeft: null });
    },
  );

  it('several things at once', () => {
    expect(read('我是應用人才，零基礎，AI課還差3小時，推薦線上課程')).toEqual({
      asks: 'strong',
      role: 'applied',
      position: null,
      level: 'none',
      done: [],
      hoursLeft: { total: null, ai: 3 },
      preference: 'online',
      focus: null,
    });
  });

  it('anything without failing, and names only what the catalogue holds', () => {
    const words = fc.constantFrom(
      'iPAS',
      '考過',
      '還沒',
      '了',
      '，',
      '但',
      '線上',
      '不要',
      '實體',
      '還差',
      '2',
      '小時',
      'AI',
      '推薦',
      '我',
      '課',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(words).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (message) => {
        for (const id of read(message).done) expect(knowledge.catalogue.items.has(id)).toBe(true);
      }),
    );
  });

  it.each(['推薦', '有證照', '不要線上', '還差', '我，', 'a b ', '(', '1'])(
    'the longest message of %s in a moment',
    (piece) => {
      const started = performance.now();
      read(piece.repeat(4000 / piece.length));
      expect(performance.now() - started).toBeLessThan(250);
    },
  );
});

describe('a wish', () => {
  it('keeps what was said before, with what is said now on top', () => {
    const before = read('iPAS考過了，AI課還差2小時，我要線上的');
    const now = read('時數還差5小時，改實體，AI-900也考過了');
    expect(combineWishes(before, now)).toMatchObject({
      done: ['ipas-intermediate', 'ai-900'],
      hoursLeft: { total: 5, ai: 2 },
      preference: 'inPerson',
    });
  });

  it('becomes a request, with the named role before the one that was found', () => {
    expect(requestOf(read('我是政策人才'), 'applied', '2026-11-21', null).role).toBe('policy');
    expect(requestOf(emptyWish, 'applied', '2026-11-21', null)).toMatchObject({
      role: 'applied',
      level: 'none',
      preference: 'any',
    });
  });

  it('is read from a choice', () => {
    expect(wishOfChoice('inPerson')).toEqual({ ...emptyWish, asks: 'strong', preference: 'inPerson' });
    expect(wishOfChoice('')).toEqual({ ...emptyWish, asks: 'strong' });
    expect(wishOfChoice('elsewhere').preference).toBeNull();
  });
});
