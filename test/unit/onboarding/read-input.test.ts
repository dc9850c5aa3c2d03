import { describe, expect, it } from 'vitest';
import { type Before, readOnboardingInput } from '../../../bot/onboarding/read-input.ts';
import { readStartDay } from '../../../bot/onboarding/read-start-day.ts';
import { loadGoldenSets } from '../../evaluation/sets.ts';
import { knowledge } from './person.ts';

const today = '2026-11-23';
const tasks = knowledge.onboardingPlan.stages.flatMap((stage) => stage.tasks);
const silent: Before = { asksDate: 'no', talks: 'no' };
const talking: Before = { asksDate: 'no', talks: 'now' };

const read = (text: string, before: Before = silent): string => {
  const input = readOnboardingInput(text, today, tasks, before);
  if (input === null) return '';
  if (input.type === 'pause') return ['pause', input.time ?? ''].join(' ').trim();
  if ('day' in input)
    return [input.type, input.day?.type === 'day' ? input.day.day : (input.day?.type ?? '')].join(' ').trim();
  if ('ref' in input) {
    const { ref } = input;
    const what = ref.by === 'numbers' ? ref.numbers.join(',') : ref.by === 'name' ? ref.id : 'focus';
    return `${input.type} ${what}${input.type === 'evidence' ? ` ${input.text}` : ''}`;
  }
  return input.type;
};

describe('readStartDay()', () => {
  for (const [text, day] of [
    ['11/3', '2026-11-03'],
    ['11月3號', '2026-11-03'],
    ['115年11月3日', '2026-11-03'],
    ['1151103', '2026-11-03'],
    ['115/11/3', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['十一月三日', '2026-11-03'],
    ['１１／３', '2026-11-03'],
    ['1/2', '2027-01-02'],
    ['明年1月2日', '2027-01-02'],
    ['今天', '2026-11-23'],
    ['昨天', '2026-11-22'],
    ['后天', '2026-11-25'],
    ['下週一', '2026-11-30'],
    ['上禮拜五', '2026-11-20'],
    ['下下周三', '2026-12-09'],
    ['下個月1號', '2026-12-01'],
    ['下下個月1號', '2027-01-01'],
    ['3號', '2026-12-03'],
    ['Nov 3', '2026-11-03'],
    ['3rd of December', '2026-12-03'],
    ['next Monday', '2026-11-30'],
    ['2月30日', 'noSuchDay'],
    ['13/40', 'noSuchDay'],
    ['115年2月29日', 'noSuchDay'],
    ['第3項', null],
    ['3小時', null],
    ['不知道', null],
  ] as const)
    it(`reads ${text}`, () => {
      const found = readStartDay(text, today);
      expect(found === null ? null : found.type === 'day' ? found.day : found.type).toBe(day);
    });
});

describe('readOnboardingInput()', () => {
  for (const [text, input] of [
    ['我是新人', 'start'],
    ['大家好，我是新來的', 'start'],
    ['我是菜鳥一枚', 'start'],
    ['本人為新進人員', 'start'],
    ['新人報到', 'start'],
    ['我今天報到', 'start 2026-11-23'],
    ['我11/3到職', 'start 2026-11-03'],
    ['小弟下週一到職', 'start 2026-11-30'],
    ['我是11月3日到職的新人', 'start 2026-11-03'],
    ['我2/30到職', 'start noSuchDay'],
    ['我刚到职', 'start'],
    ['我是新人，第一天要做什麼？', 'start'],
    ["I'm new here", 'start'],
    ['I started on Nov 3', 'start 2026-11-03'],
    ['到職日改成11/10', 'startDay 2026-11-10'],
    ['我的到職日是11/10', 'startDay 2026-11-10'],
    ['改到職日', 'startDay'],
    ['新人計畫', 'plan'],
    ['開始新人任務', 'plan'],
    ['我的任務', 'list'],
    ['還剩什麼任務', 'list'],
    ['進度', 'list'],
    ['my tasks', 'list'],
    ['完成了第2項', 'done 2'],
    ['第2項搞定', 'done 2'],
    ['第1、3項都完成了', 'done 1,3'],
    ['第一項跟第二項做完了', 'done 1,2'],
    ['第２項完成', 'done 2'],
    ['task 2 done', 'done 2'],
    ['平臺登入好了', 'done elearn-login'],
    ['角色訪談做完了', 'done role-interview'],
    ['我跟主管聊過了', 'done confirm-role'],
    ['四類AI人才看完了', 'done know-roles'],
    ['第2項還沒做', 'undone 2'],
    ['還沒看證照', 'undone see-certificates'],
    ['第5項附上連結 https://a.gov.tw/x', 'evidence 5 https://a.gov.tw/x'],
    ['任務8是什麼', 'explain 8'],
    ['暫停新人計畫', 'pause'],
    ['繼續新人計畫', 'resume'],
    ['新人計畫取消', 'optOut'],
    ['opt out', 'optOut'],
  ] as const)
    it(`reads 「${text}」`, () => {
      expect(read(text)).toBe(input);
    });

  it('reads short words only right after the onboarding spoke', () => {
    for (const [text, input] of [
      ['退出', 'optOut'],
      ['第3項', 'explain 3'],
      ['按錯了', 'undone focus'],
      ['https://a.gov.tw/x', 'evidence focus https://a.gov.tw/x'],
    ] as const) {
      expect(read(text, talking)).toBe(input);
      expect(read(text)).toBe('');
    }
  });

  for (const [text, input] of [
    ['暫停', 'pause'],
    ['先暫停', 'pause'],
    ['先暫停一個月', 'pause 一個月'],
    ['我想暫停兩週', 'pause 兩周'],
    ['暫停到月底', 'pause 到月底'],
    ['新人計畫先暫停一陣子', 'pause 一陣子'],
    ['看全部任務', 'list'],
    ['今天要做什麼', 'next'],
    ['下一步', 'next'],
    ['接下來要做什麼？', 'next'],
    ["what's next", 'next'],
    ['我不想做這個了', 'stop'],
    ['不想弄了', 'stop'],
    ["I don't want to do this anymore", 'stop'],
    ['1和2都做完了', 'done 1,2'],
    ['第1、2項都好了', 'done 1,2'],
    ['我任務做完了', 'done '],
    ['第1項做完了，第2項還沒', 'done 1'],
    ['第2項還沒做完', 'undone 2'],
    ['我報到了 昨天', 'start 2026-11-22'],
    ['做完一個任務了', 'done '],
    ['第4項不想做', 'declined 4'],
    ['第3項先跳過', 'declined 3'],
    ['第6項附上連結', 'noEvidence 6'],
    ['第6項附上連結 https://a.gov.tw/x', 'evidence 6 https://a.gov.tw/x'],
    ['第6項附上連結 elearn.hrd.gov.tw/mooc/index.php', 'evidence 6 elearn.hrd.gov.tw/mooc/index.php'],
    ['我報到日是民國115年9月1號', 'startDay 2026-09-01'],
    ['九月十五報到', 'start 2026-09-15'],
    ['我下週一要去新單位報到', 'start 2026-11-30'],
    ['i am a new employee, started on 2026-10-12', 'start 2026-10-12'],
    ["I'm new here and started last Monday", 'start 2026-11-16'],
    ['我報到日改成10月15日', 'startDay 2026-10-15'],
    ['我其實是10月8號報到的', 'start 2026-10-08'],
    ['更正到職日 11/9', 'startDay 2026-11-09'],
    ['到職日不對，應該是11/2', 'startDay 2026-11-02'],
  ] as const)
    it(`reads 「${text}」 whatever was said before`, () => expect(read(text)).toBe(input));

  for (const text of [
    '同事下週一要報到',
    '報到日期是什麼時候',
    '我去新單位',
    '下一步要考哪張證照',
    '今天天氣如何',
    '第4項策略是什麼',
    '我不想再活了',
    '我不想做人了',
    '附上連結',
    '課程可以暫停播放嗎',
  ])
    it(`leaves 「${text}」 to others`, () => expect(read(text)).toBe(''));

  it('takes a day alone only where one was asked for, and not from a sentence about something else', () => {
    const asked: Before = { asksDate: 'yes', talks: 'now' };
    expect(read('11/3')).toBe('');
    expect(read('11/3', asked)).toBe('startDay 2026-11-03');
    expect(read('應該是下週一吧', asked)).toBe('startDay 2026-11-30');
    expect(read('算了', asked)).toBe('cancel');
    expect(read('115年6月1日的問答集寫了什麼', asked)).toBe('');
    expect(read('問答集是115年6月1日發布的最新版本', asked)).toBe('');
  });

  for (const text of [
    '新進人員要上幾小時',
    '新人要考證照嗎',
    '我是新人，要上幾小時AI課？',
    '我十月才報到要上滿嗎',
    '年中到職也要3小時嗎',
    '剛考上還沒報到可以先上課嗎',
    '第二個策略是什麼',
    '那一項是什麼意思',
    '為什麼只有三項',
    '上完課沒有時數',
    '課看完了時數還是0',
    '表51是什麼',
    '我在人事室工作，負責新進人員報到',
    '取消',
    '完成率是多少',
  ])
    it(`leaves 「${text}」 alone`, () => {
      expect(read(text)).toBe('');
    });

  it('leaves every question of the golden sets alone', () => {
    const { qa, oos, vignettes, followups } = loadGoldenSets();
    const texts = [
      ...qa.map(({ question }) => question),
      ...oos.map(({ question }) => question),
      ...vignettes.map(({ text }) => text),
      ...followups.flatMap(({ turns }) => turns.map(({ text }) => text)),
    ];
    expect(texts.filter((text) => read(text) !== '')).toEqual([]);
  });
});
