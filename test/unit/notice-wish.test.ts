import { describe, expect, it } from 'vitest';
import { type NoticeWish, readNoticeWish } from '../../bot/notice-wish.ts';
import { loadGoldenSets } from '../evaluation/sets.ts';

/** What people say of reminders, and what is none of it. */

const show = (wish: NoticeWish | null): string => {
  if (wish === null) return '';
  if ('topics' in wish) return `${wish.type} ${wish.topics.join(',')}`;
  return wish.type === 'window' ? `${wish.quietTo ?? ''}-${wish.quietFrom ?? ''}` : wish.type;
};

describe('readNoticeWish()', () => {
  for (const [text, wish] of [
    ['不要再提醒我', 'mute onboarding,hours'],
    ['別再傳了！', 'mute onboarding,hours'],
    ['请不要再提醒我', 'mute onboarding,hours'],
    ['我不想再收到通知', 'mute onboarding,hours'],
    ['關閉提醒', 'mute onboarding,hours'],
    ['關閉新人提醒', 'mute onboarding'],
    ['關閉時數提醒', 'mute hours'],
    ['關閉所有通知', 'mute onboarding,hours,cases'],
    ['stop reminding me', 'mute onboarding,hours'],
    ['開啟提醒', 'hear onboarding,hours,cases'],
    ['恢復時數提醒', 'hear hours'],
    ['turn reminders on', 'hear onboarding,hours,cases'],
    ['晚上不要傳', 'evening'],
    ['假日不要吵我', 'evening'],
    ['提醒時間改到9點以後', '09:00-'],
    ['早上9點半以後再提醒我', '09:30-'],
    ['下午5點以後不要傳', '-17:00'],
    ['五點後別提醒', '-17:00'],
    ['9點以前不要傳', '09:00-'],
    ['提醒時間改成10點到16點', '10:00-16:00'],
    ['只在上午提醒我', '-12:00'],
    ['下午再提醒我', '12:00-'],
    ['晚上8點以後再提醒', '20:00-'],
    ['提醒時間恢復預設', 'reset'],
    ['幾點會提醒我', 'standing'],
    ['不要提醒時數 新人任務照常', 'mute hours'],
    ['不要提醒時數，新人任務照常提醒', 'mute hours'],
    ['時數不要提醒，任務要', 'mute hours'],
    ['只要提醒時數就好', 'mute onboarding'],
    ['只要新人任務的提醒', 'mute hours'],
    ['先不要提醒我新人任務', 'mute onboarding'],
    ['不要提醒新人任務', 'mute onboarding'],
    ['我沒有要收提醒', 'mute onboarding,hours'],
    ['週末可以提醒我嗎', 'standing'],
    ['假日會提醒嗎', 'standing'],
    ['只要上時數就好', ''],
    ['新人任務照常', ''],
    ['怎麼不要提醒時數', ''],
    ['25點以後再提醒', ''],
    ['不要', ''],
    ['取消', ''],
    ['不要通知我主管', ''],
    ['沒上滿3小時會通知嗎', ''],
    ['提醒我上課', ''],
    ['要怎麼提醒同仁上課', ''],
  ] as const)
    it(`reads 「${text}」`, () => {
      expect(show(readNoticeWish(text))).toBe(wish);
    });

  it('leaves every question of the golden sets alone', () => {
    const { qa, oos, vignettes } = loadGoldenSets();
    const texts = [
      ...qa.map(({ question }) => question),
      ...oos.map(({ question }) => question),
      ...vignettes.map(({ text }) => text),
    ];
    expect(texts.filter((text) => readNoticeWish(text) !== null)).toEqual([]);
  });
});
