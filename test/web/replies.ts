import type { Choice, Citation, Reply } from '../../bot/index.ts';

/** One reply of every shape that the page has to draw, with the words that the assistant really uses. */

const person: Choice = { label: '找人事承辦人', value: 'handoff:', emphasis: 'person' };
const empty = { language: 'zh-TW', parts: [], citations: [], choices: [person], role: null, progress: null } as const;

/** What is shown before anything was said. */
export const welcome: Reply = {
  ...empty,
  kind: 'notice',
  parts: [
    {
      type: 'text',
      text: '您好，我是AI公務人才問答助理。請直接用平常說話的方式問，我會附上文件出處；文件沒寫的，我會直說。',
    },
  ],
  choices: [
    { label: '一定要上3小時AI課程嗎？', value: 'say:一定要上3小時AI課程嗎？', emphasis: 'plain' },
    { label: '我是哪一種AI人才？', value: 'interview:start', emphasis: 'plain' },
    { label: '一般行政該先考哪張證照？', value: 'say:一般行政該先考哪張證照？', emphasis: 'plain' },
    { label: '推薦我課程和證照', value: 'recommend:', emphasis: 'plain' },
    person,
  ],
};

/** An answer with sources. */
export const answer: Reply = {
  ...empty,
  kind: 'answer',
  parts: [
    {
      type: 'text',
      text: '加幾分沒有統一規定。院頒陞任評分標準表已納入「人工智慧知能」，配分由各機關依業務特性自行訂定，請看本機關的陞任評分表。[1][2]',
    },
    { type: 'text', text: '同一題還提到：' },
    {
      type: 'list',
      ordered: 'unordered',
      items: [
        '考取AI證照可登錄於WebHR人事資料庫的「表51專長」。[3]',
        '亦可依擬任職務特性或業務需要，將AI知能及考取相關證照納入陞任評分標準。[4]',
        '「公務AI學習地圖」的網址是 https://elearn.hrd.gov.tw/mooc/co_ai_mrt.php',
      ],
    },
    {
      type: 'notice',
      text: '適用版本：《AI公務人才認定指引：人事推動實務問答集》115年6月版。本回覆由系統依所列文件自動整理，僅供參考，不取代人事單位與主管機關的認定。',
    },
  ],
  citations: [
    cite('Q5', 'F046', '院頒「公務人員陞任評分標準表」已納入「人工智慧知能」。'),
    cite('Q5', 'F047', '配分由各機關依業務特性自行訂定。'),
    cite('Q5', 'F048', '考取AI證照可登錄於WebHR人事資料庫的「表51專長」，完整個人職涯履歷。'),
    cite('Q8', 'F086', '亦可依擬任職務特性或業務需要，將AI知能及考取相關證照納入陞任評分標準。'),
  ],
};

/** The documents do not say it: near questions and a person. */
export const abstention: Reply = {
  ...empty,
  kind: 'abstention',
  parts: [
    {
      type: 'text',
      text: '我在兩份文件裡查了「iPAS 報名費」，找不到可以回答的依據，所以不猜。您可以換個說法，或把問題交給人事承辦人。',
    },
    { type: 'text', text: '您想問的是不是下面這些？' },
  ],
  choices: [
    { label: '考證照可以請機關補助訓練費用嗎？', value: 'topic:training-cost', emphasis: 'plain' },
    { label: '公務專屬認證和產業認證有什麼不同？', value: 'topic:two-kinds', emphasis: 'plain' },
    person,
  ],
};

/** A step of the role interview. */
export const interviewStep: Reply = {
  ...empty,
  kind: 'interview',
  parts: [
    {
      type: 'text',
      text: '您負責的系統或AI功能，主要是由誰動手做出來的？',
    },
    { type: 'text', text: '也可以直接用一兩句話說您平常在做什麼。' },
  ],
  choices: [
    { label: '我自己或同事寫程式、訓練模型', value: 'interview:2:a', emphasis: 'primary' },
    { label: '委外廠商做，我負責需求、採購和驗收', value: 'interview:2:b', emphasis: 'primary' },
    { label: '用現成的工具，例如 Copilot、Gemini', value: 'interview:2:c', emphasis: 'primary' },
    { label: '我做的是研究，還沒有到系統這一步', value: 'interview:2:d', emphasis: 'primary' },
    { label: '不確定', value: 'interview:2:unsure', emphasis: 'plain' },
    { label: '上一題', value: 'interview:back', emphasis: 'plain' },
    { label: '跳過這題', value: 'interview:skip', emphasis: 'plain' },
    { label: '先不做了', value: 'interview:cancel', emphasis: 'plain' },
    person,
  ],
  progress: { step: 2, of: 6 },
};

/** The end of the role interview. */
export const interviewResult: Reply = {
  ...empty,
  kind: 'interview',
  role: 'policy',
  parts: [
    { type: 'text', text: '初步建議：您的工作比較接近「AI政策人才」。[1]' },
    { type: 'text', text: '把握程度約 78%；第二接近的是「AI應用人才」。' },
    {
      type: 'table',
      caption: '每一項怎麼影響結果',
      columns: ['依據', '您說的', '影響'],
      rows: [
        ['第1題', '規劃機關的AI導入', 'AI政策人才 ＋3'],
        ['第2題', '委外廠商做，我負責需求、採購和驗收', 'AI政策人才 ＋2'],
        ['第3題', '不確定', ''],
      ],
    },
    { type: 'text', text: '最小的翻轉：如果第1題改成「日常文書」，結果會變成「AI應用人才」。' },
    { type: 'notice', text: '這只是依您的描述所做的初步建議，正式歸類請由主管與人事單位依指引認定。' },
  ],
  citations: [cite('Q8', 'F080', '負責規劃AI導入策略或採購外包的業務主管，可列為AI政策人才。')],
  choices: [
    { label: '看適合的課程與證照', value: 'recommend:policy', emphasis: 'primary' },
    { label: '重做一次', value: 'interview:start', emphasis: 'plain' },
    person,
  ],
};

/** Courses and certificates as a table. */
export const recommendation: Reply = {
  ...empty,
  kind: 'recommendation',
  role: 'applied',
  parts: [
    { type: 'text', text: '依「AI應用人才」的工作，建議照「先通識、後實務」的順序學習：[1]' },
    { type: 'text', text: '115年起，每人每年 20 小時學習時數中須含 3 小時AI課程，可以先用通識課程補足。[2]' },
    {
      type: 'table',
      caption: '建議路徑',
      columns: ['階段', '項目', '為什麼', '現況'],
      rows: [
        [
          '入門',
          'e等公務園+學習平臺「AI基礎：掌握核心概念」',
          '先補通識，也算進每年 3 小時。[2]',
          '數位課程，可隨時選讀',
        ],
        [
          '入門',
          '公務AI共通核心能力認證',
          '首要目標是通識核心，鼓勵同仁參與。[3]',
          '預計115年下半年試辦，請向人事單位確認',
        ],
        [
          '進階',
          '資策會「生成式AI辦公室應用能力認證」',
          '把日常文書、摘要和圖卡做得更快，最貼近您說的工作。[4]',
          '依主辦單位簡章',
        ],
        ['實作', '經濟部「iPAS中級AI應用規劃師能力鑑定」', '想再往規劃走時考。[4]', ''],
      ],
    },
    { type: 'heading', text: '沒有排進來的' },
    { type: 'list', ordered: 'unordered', items: ['AI公務專案導入研習工作坊：問答集列給AI政策人才。'] },
    { type: 'heading', text: '接下來' },
    {
      type: 'list',
      ordered: 'ordered',
      items: [
        '在年度課程需求調查時提出。',
        '通過後登錄WebHR「表51專長」。',
        '獎勵得依公務人員考績法等規定辦理，由各機關決定。',
      ],
    },
    { type: 'notice', text: '問答集提到8大課程模組，但沒有列出模組名稱，所以這裡不列。' },
  ],
  citations: [
    cite('Q7', 'F062', '建議順序為先通識、後實務應用。'),
    cite('Q8', 'F074', '每人每年20小時學習時數中，須含3小時的AI課程。'),
    cite('Q7', 'F065', '鼓勵同仁參與預計115年下半年開始試辦的「公務AI共通核心能力認證」。'),
    cite('Q7', 'F069', '進階可考取資訊工業策進會主辦的「生成式AI辦公室應用能力認證」。'),
  ],
  choices: [
    { label: '想看線上的', value: 'recommend:online', emphasis: 'plain' },
    { label: '想看實體的', value: 'recommend:in-person', emphasis: 'plain' },
    person,
  ],
};

/** The message may ask two things. */
export const clarification: Reply = {
  ...empty,
  kind: 'clarification',
  parts: [{ type: 'text', text: '這句話可能在問不同的事，請選一個，或直接再說清楚一點：' }],
  choices: [
    { label: '每人每年3小時AI課程的規定', value: 'topic:hours', emphasis: 'plain' },
    { label: '115年人事業務績效考核的6小時', value: 'topic:six-hours', emphasis: 'plain' },
    person,
  ],
};

/** More sources than are listed at once. */
export const manySources: Reply = {
  ...empty,
  kind: 'recommendation',
  parts: [{ type: 'text', text: '這些都有依據。[1][12]' }],
  citations: Array.from({ length: 12 }, (_, index) => cite('Q7', `F0${60 + index}`, `第${index + 1}段原文。`)),
};

/** An English answer around the Chinese terms. */
export const english: Reply = {
  ...empty,
  kind: 'answer',
  language: 'en',
  parts: [
    {
      type: 'text',
      text: 'Yes. From 2026 the 20 learning hours of each civil servant every year must include 3 hours of AI courses.[1]',
    },
    { type: 'notice', text: 'Compiled automatically from the documents listed; it does not replace a decision.' },
  ],
  citations: [cite('Q8', 'F074', '每人每年20小時學習時數中，須含3小時的AI課程。')],
};

/** A plain sentence of the system. */
export const notice: Reply = {
  ...empty,
  kind: 'notice',
  parts: [{ type: 'text', text: '好，前面的對話我已經清除，我們重新開始。' }],
};

/** A request that is declined. */
export const refusal: Reply = {
  ...empty,
  kind: 'refusal',
  parts: [{ type: 'text', text: '我不能提供別人的人事資料，也不能協助代刷學習時數。' }],
};

function cite(section: string, passage: string, quote: string): Citation {
  return {
    document: 'faq',
    title: 'AI公務人才認定指引：人事推動實務問答集',
    edition: '115年6月版',
    section,
    passage,
    quote,
  };
}
