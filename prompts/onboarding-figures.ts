/** What HR reads of the first weeks of new employees, in the terminal. */
export const onboardingFiguresWording = {
  none: '目前沒有新進人員。',
  tooFew: '人數不足，為保護個人不列統計；個別進度請加 --people。',
  unit: (unit: string, people: number) => `${unit}：${people} 人`,
  others: '其他單位合計（人數少的單位不單獨列出）',
  count: (title: string, done: number, of: number, overdue: number) =>
    `  ${title}：${of} 人中 ${done} 人完成${overdue === 0 ? '' : `，${overdue} 人逾期`}`,
  pulse: (title: string) => `問卷「${title}」：`,
  pulseTooFew: '  回答人數不足，不列。',
  pulseAnswer: (label: string, count: number) => `  ${label}：${count} 人`,
  stages: { running: '進行中', paused: '暫停', optedOut: '退出', finished: '完成' },
  person: (name: string, startsOn: string, stage: string, done: number, of: number, overdue: number) =>
    `${name}｜到職日 ${startsOn}｜${stage}｜完成 ${done}／${of}${overdue === 0 ? '' : `｜逾期 ${overdue}`}`,
} as const;
