import { channelWording } from '../../../prompts/index.ts';

/** The two languages in which an administrator or a colleague may read it. */
export type InBoth = Readonly<Record<'zh-TW' | 'en', string>>;

/** Something to begin with. */
export interface Starter {
  /** What it is for. */
  readonly title: InBoth;
  /** What is sent in the person's name; the conversation understands it as if it were typed. */
  readonly message: InBoth;
  /** What concerns one person only is not offered where others read along. */
  readonly place: 'private' | 'anywhere';
}

const { 'zh-TW': zh, en } = channelWording;

/** The one source of what both platforms are told about the app; the builders beside it only arrange it. */
export const app = {
  /** Rises with every change of what stands here: both platforms tell an update by it. */
  version: '1.0.0',
  name: { 'zh-TW': 'AI公務人才問答助理', en: 'AI Talent HR Assistant' },
  fullName: {
    'zh-TW': 'AI公務人才認定指引問答助理',
    en: 'HR assistant on the AI talent guideline for civil servants',
  },
  /** The name of the automatic user, of the signs that are documented for it. An administrator can show another one. */
  userName: 'hr-assistant',
  publisher: '人事單位 Personnel office',
  summary: {
    'zh-TW': '依文件回答AI公務人才的規定並附出處，幫您找角色、排課程、記時數。',
    en: 'Answers on the AI talent guideline with sources; roles, courses, learning hours.',
  },
  description: {
    'zh-TW': [
      '給公務同仁與人事人員的自動問答助理。依《AI公務人才認定指引：人事推動實務問答集》與行政院人事行政總處簡報回答，每則答覆附文件、版本與題號；文件沒有寫的會直說，並告訴您該洽哪個單位。',
      '可以直接提問；用幾個問題找出較適合的AI人才角色；排出課程與證照的順序；登錄學習時數並算出還差多少；陪新進同仁走過前三個月；把問題交給人事承辦人。',
      '這是程式自動回覆，不取代人事單位或主管機關的認定，也沒有連到任何人事或學習紀錄系統。請勿輸入身分證字號等個人資料。',
    ],
    en: [
      'An automatic assistant for civil servants and their personnel officers. It answers from the FAQ on the AI talent guideline and the slides of the Directorate-General of Personnel Administration, each time with document, edition and question; what they do not say, it says plainly and names whom to ask.',
      'Ask it anything about the guideline; find the AI role that fits your work in a few questions; get courses and certificates in order; note learning hours and see what is left; be led through your first three months; hand a question to the personnel officer.',
      'Replies are made automatically and do not replace a decision of the personnel office. It is not connected to any personnel or learning system. Please enter no personal data such as ID numbers.',
    ],
  },
  /** The ground of the icon. */
  colour: '#1d4a44',
  starters: [
    {
      title: { 'zh-TW': '找出我較適合的角色', en: 'Find the role that fits me' },
      message: { 'zh-TW': '我是哪一種AI人才？', en: 'Which AI role am I?' },
      place: 'private',
    },
    {
      title: { 'zh-TW': '排出課程與證照的順序', en: 'Courses and certificates in order' },
      message: { 'zh-TW': '推薦課程', en: 'Recommend courses' },
      place: 'private',
    },
    {
      title: { 'zh-TW': '看我的學習時數', en: 'See my learning hours' },
      message: { 'zh-TW': '我還差幾小時？', en: 'How many hours do I still need?' },
      place: 'private',
    },
    {
      title: { 'zh-TW': '查AI課程在哪裡上', en: 'Find out where to take AI courses' },
      message: { 'zh-TW': 'AI的課要去哪裡上？', en: 'Where can I take AI courses?' },
      place: 'anywhere',
    },
    {
      title: { 'zh-TW': '我是新進同仁', en: 'I have just arrived' },
      message: { 'zh-TW': '我是新人', en: 'I am a new employee' },
      place: 'private',
    },
    {
      title: { 'zh-TW': '把問題交給人', en: 'Put the question to a person' },
      message: { 'zh-TW': '找人事承辦人', en: 'Talk to a person' },
      place: 'anywhere',
    },
    {
      title: { 'zh-TW': '看助理能做什麼', en: 'See what the assistant can do' },
      message: { 'zh-TW': '說明', en: 'help' },
      place: 'anywhere',
    },
  ] satisfies readonly Starter[],
  command: { name: '/hr', description: zh.command.description, hint: zh.command.usageHint },
  /** What can be begun from a menu: by itself, or on a message. */
  shortcuts: [
    { id: 'ask_hr', on: 'anything', title: { 'zh-TW': zh.ask.title, en: en.ask.title }, about: '開啟表單問人事規定' },
    {
      id: 'hand_to_hr',
      on: 'message',
      title: { 'zh-TW': zh.handoff.shortcut, en: en.handoff.shortcut },
      about: '把這則訊息交給人事承辦人',
    },
  ],
  search: {
    title: { 'zh-TW': zh.search.title, en: en.search.title },
    about: {
      'zh-TW': '查《AI公務人才認定指引》問答，連同出處放進訊息',
      en: 'Look up the FAQ on the AI talent guideline and insert an answer with its source',
    },
    label: { 'zh-TW': zh.search.label, en: en.search.label },
    hint: { 'zh-TW': zh.search.placeholder, en: en.search.placeholder },
  },
  handOver: {
    title: { 'zh-TW': zh.handoff.shortcut, en: en.handoff.shortcut },
    about: { 'zh-TW': '把這則訊息交給人事承辦人，送出前可以修改', en: 'Pass this message on to the personnel officer' },
  },
} as const;
