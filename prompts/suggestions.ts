/** Something to ask: what the button says, and what is asked when it is tapped. */
interface Suggestion {
  readonly title: string;
  readonly message: string;
}

/** What people may want to ask at a time of the year, by what it is about. Titles have at most 40 characters. */
export interface SuggestionWording {
  readonly role: Suggestion;
  readonly courses: Suggestion;
  readonly hoursLeft: Suggestion;
  readonly hoursOfYear: Suggestion;
  readonly certificate: Suggestion;
  readonly classes: Suggestion;
  readonly where: Suggestion;
  readonly subsidy: Suggestion;
  readonly promotion: Suggestion;
  /** What each role asks of itself. */
  readonly ofRole: Readonly<Record<'policy' | 'applied' | 'developer' | 'researcher', Suggestion>>;
}

const same = (text: string): Suggestion => ({ title: text, message: text });

/** The suggestions, by language. */
export const suggestionWordings: Readonly<Record<'zh-TW' | 'en', SuggestionWording>> = {
  'zh-TW': {
    role: { title: '我算哪一種AI人才？', message: '我是哪一種AI人才？' },
    courses: same('推薦適合我的課程'),
    hoursLeft: same('我今年還差幾小時？'),
    hoursOfYear: same('今年要上幾小時AI課？'),
    certificate: same('一般行政該先考哪張證照？'),
    classes: same('有哪些實體班可以上？'),
    where: same('要去哪裡學AI課程？'),
    subsidy: same('上AI課有沒有費用補助？'),
    promotion: same('學AI、考證照，陞任會加分嗎？'),
    ofRole: {
      policy: same('AI政策人才要考證照嗎？'),
      applied: same('AI應用人才要做到什麼？'),
      developer: same('AI開發人才是什麼？'),
      researcher: same('AI研究人才是什麼？'),
    },
  },
  en: {
    role: same('Which AI role am I?'),
    courses: same('Recommend courses for me'),
    hoursLeft: { title: 'How many hours am I short this year?', message: 'How many hours am I short of this year?' },
    hoursOfYear: { title: 'AI hours I need this year', message: 'How many hours of AI courses do I need this year?' },
    certificate: {
      title: 'Which certificate first?',
      message: 'Which certificate should general staff take first?',
    },
    classes: { title: 'Which in-person classes are there?', message: 'Which classes are there, for example?' },
    where: same('Where can I take AI courses?'),
    subsidy: { title: 'Is AI training subsidised?', message: 'Is AI training subsidised?' },
    promotion: { title: 'Do AI skills count for promotion?', message: 'Do AI skills count for promotion?' },
    ofRole: {
      policy: { title: 'Must policy talent get certified?', message: 'Do AI policy talents need a certificate?' },
      applied: same('What is applied talent expected to do?'),
      developer: same('What is development talent?'),
      researcher: same('What is research talent?'),
    },
  },
};
