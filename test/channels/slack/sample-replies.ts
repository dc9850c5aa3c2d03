import type { Reply } from '../../../bot/index.ts';

const empty: Pick<Reply, 'language' | 'citations' | 'choices' | 'role' | 'progress'> = {
  language: 'zh-TW',
  citations: [],
  choices: [],
  role: null,
  progress: null,
};

/** An answer with a source and a button. */
export const answer: Reply = {
  ...empty,
  kind: 'answer',
  parts: [
    { type: 'text', text: '學習時數的門檻是三小時 [1]。' },
    { type: 'notice', text: '適用日期：115年11月22日。' },
  ],
  citations: [
    {
      document: 'faq',
      title: '測試用的問答集',
      edition: '115年版',
      section: '第3題',
      passage: 'F047',
      quote: '門檻為三小時。',
    },
  ],
  choices: [
    { label: '怎麼報名', value: 'topic:enrol', emphasis: 'primary' },
    { label: '找人事承辦人', value: 'handoff:', emphasis: 'person' },
  ],
};

/** A step of a guided conversation, which is never streamed. */
export const step: Reply = {
  ...empty,
  kind: 'interview',
  parts: [{ type: 'text', text: '您的工作會寫程式嗎？' }],
  choices: [
    { label: '會', value: 'interview:1:a', emphasis: 'plain' },
    { label: '不會', value: 'interview:1:b', emphasis: 'plain' },
  ],
  progress: { step: 1, of: 5 },
};

/** A reply of one sentence. */
export function saying(text: string): Reply {
  return { ...empty, kind: 'smalltalk', parts: [{ type: 'text', text }] };
}

/** A reply that needs several messages. */
export const long: Reply = {
  ...empty,
  kind: 'smalltalk',
  parts: Array.from({ length: 12 }, (_, index) => ({
    type: 'text' as const,
    text: `第${index + 1}段。${'這是一個很長的測試句子，用來超過一則訊息的長度。'.repeat(100)}`,
  })),
};
