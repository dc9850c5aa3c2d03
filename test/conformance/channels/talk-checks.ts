import type { Reply } from '../../../bot/index.ts';
import { must, mustEqual } from '../store-world.ts';
import type { TalkCheck } from './channel-world.ts';
import { fold, officialQuote, question } from './questions.ts';
import { hearing, replying } from './tampering.ts';

const dayOfTalk = '2026-11-23';
const start = '我是哪一種AI人才？';
const person = '找人事承辦人';

function without<Field extends keyof Reply>(field: Field, empty: Reply[Field]) {
  return replying((reply) => ({ ...reply, [field]: empty }));
}

function hearingInstead(pattern: RegExp, text: string) {
  return hearing((message) => (pattern.test(message.text) ? { text, choice: null } : message));
}

/** What every place to talk promises, whoever draws it. */
export const talkChecks: readonly TalkCheck[] = [
  {
    name: 'a question is answered with its sources, and each quoted passage can be read',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      const { text, cites } = await talk.say(question.words);
      must(cites.includes(question.section), `cites ${cites}`);
      must(fold(text).includes(fold(await officialQuote())), 'the quoted passage is nowhere');
    },
    twin: without('citations', []),
  },
  {
    name: 'an answer says what it is valid for, and that it was made automatically and decides nothing',
    async check(surface) {
      const { text } = await (await surface.open(dayOfTalk)).say(question.words);
      for (const words of ['適用版本', '115年6月版', '自動', '不取代人事單位'])
        must(fold(text).includes(fold(words)), `does not say 「${words}」`);
    },
    twin: replying((reply) => ({ ...reply, parts: reply.parts.filter(({ type }) => type !== 'notice') })),
  },
  {
    name: 'the way to a person is there on the first screen, and under each answer',
    async check(surface) {
      const first = await (await surface.open(dayOfTalk)).choose(person);
      must(fold(first.text).includes('人事'), `says ${first.text.slice(0, 100)}`);
      const answered = await (await surface.open(dayOfTalk)).say(question.words);
      must(answered.offers.includes(person), `offers ${answered.offers}`);
    },
    twin: replying((reply) => ({ ...reply, choices: reply.choices.filter(({ emphasis }) => emphasis !== 'person') })),
  },
  {
    name: 'a choice is taken by a tap, by its number and by its words alike',
    async check(surface) {
      const taken: string[] = [];
      for (const take of ['tap', 'number', 'words'] as const) {
        const talk = await surface.open(dayOfTalk);
        const { offers } = await talk.say(start);
        const [label = ''] = offers;
        const words = take === 'number' ? '1' : label;
        const { text } = take === 'tap' ? await talk.choose(label) : await talk.say(words);
        taken.push(secondStep(text));
      }
      mustEqual(new Set(taken).size, 1, `different steps ${taken.join(' | ')}`);
      must(taken[0] !== '', 'no second step');
    },
    twin: hearingInstead(/^1$/, '你好'),
  },
  {
    name: 'the interview says how far it is',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      const { text, offers } = await talk.say(start);
      must(/第1題/.test(fold(text)), `says ${text.slice(0, 200)}`);
      const next = await talk.choose(offers[0] ?? '');
      must(/第2題/.test(fold(next.text)), `then says ${next.text.slice(0, 200)}`);
    },
    twin: without('progress', null),
  },
  {
    name: 'help, 說明 and 你好 are answered at any time, also within the interview',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      for (const words of ['你好', '說明', 'help', start, '說明', 'help', '你好']) {
        const { text } = await talk.say(words);
        must(fold(text).length > 15, `nothing to 「${words}」`);
        if (words === '說明') must(fold(text).includes('自動回覆'), `to 「${words}」: ${text.slice(0, 100)}`);
        if (words === 'help') must(/automated|自動回覆/.test(text), `to 「${words}」: ${text.slice(0, 100)}`);
      }
    },
    twin: hearingInstead(/^(?:說明|help)$/, '你好'),
  },
  {
    name: 'a question that no document answers says so, and one tap hands it over',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      const { offers, text } = await talk.say('宿舍的水管壞了要找誰修？');
      must(offers.includes(person), `offers ${offers}: ${text.slice(0, 200)}`);
      const { text: handed } = await talk.choose(person);
      must(fold(handed).includes('人事'), `says ${handed.slice(0, 100)}`);
    },
    twin: replying((reply) => (reply.kind === 'abstention' ? { ...reply, choices: [] } : reply)),
  },
  {
    name: '100 kB of text are answered plainly',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      const { text } = await talk.say('字'.repeat(33_334));
      must(/太長|最多|太大|沒有送出/.test(text), `says ${fold(text).slice(0, 400)}`);
      must(fold((await talk.say('你好')).text).length > 10, 'silent after it');
    },
    twin: hearing((message) => (message.text.length > 10_000 ? { ...message, text: '你好' } : message)),
  },
  {
    name: 'odd input is answered plainly: no exception, no stack, nothing of the program',
    async check(surface) {
      const talk = await surface.open(dayOfTalk);
      for (const words of oddities) {
        const { text } = await talk.say(words);
        must(fold(text) !== '', `nothing to ${JSON.stringify(words)}`);
        must(!ofProgram.test(text), `to ${JSON.stringify(words)}: ${text.slice(0, 300)}`);
      }
    },
    twin: replying((reply) => ({
      ...reply,
      parts: [{ type: 'text', text: 'TypeError: x is not a function\n    at turn (bot.ts:7:1)' }],
    })),
  },
];

/** What follows the number of the second question, up to its choices. */
function secondStep(text: string): string {
  return /第2題.{0,80}/.exec(fold(text))?.[0] ?? '';
}

const oddities = [
  '🙂🙂🙂',
  '<script>alert(1)</script>&amp;&lt;b&gt;',
  '*粗體* _斜_ ~刪~ `碼` <@U01ALICE> <!here> @everyone',
  '{{constructor}} $'.concat('{7*7} %s %n'),
  '\u202e\u200b\u2060倒著寫',
  "'; drop table person; --",
  '﷽'.repeat(50),
  'Z̵͑a̷l̶g̸o̴ 報名',
];

const ofProgram = /\bat \S+ ?\(.*:\d+:\d+\)|\b\w*(?:Error|Exception)\b|\[object |\bundefined\b|\bNaN\b|node_modules/;
