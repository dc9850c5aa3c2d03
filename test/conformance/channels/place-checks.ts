import { must, mustEqual } from '../store-world.ts';
import { type Account, type ChannelCheck, countReplies, type SeenMessage, type Where } from './channel-world.ts';
import { fold, question } from './questions.ts';
import { conversing, delivering, replying } from './tampering.ts';

const ownMatter = '我還差幾小時？';
const share = '分享到剛才的頻道';

/** Says something and gives what came there since. */
async function ask(account: Account, words: string, where: Where = 'private'): Promise<readonly SeenMessage[]> {
  const before = account.sees(where).length;
  await account.says(words, where);
  await account.settled();
  return account.sees(where).slice(before);
}

/** Where something is said: what is personal stays with the person. */
export const placeChecks: readonly ChannelCheck[] = [
  {
    name: 'a mention is answered where it was asked',
    async check(world) {
      const account = world.newAccount();
      const [answer] = await ask(account, question.words, 'public');
      must(fold(answer?.words ?? '').includes(question.answer), `says ${answer?.words.slice(0, 100)}`);
      mustEqual(account.sees('private'), [], 'messages in private');
    },
    twin: conversing((inner) => ({
      accept: ({ privately, ...address }, message, event, target) =>
        inner.accept({ ...address, privately: null }, message, event, privately?.target ?? target),
    })),
  },
  {
    name: 'a personal matter gets a neutral line where it was asked, and its answer in private',
    async check(world) {
      const account = world.newAccount();
      const [neutral, ...more] = await ask(account, ownMatter, 'public');
      mustEqual(more, [], 'more before others');
      must(fold(neutral?.words ?? '').includes('私下'), `says ${neutral?.words}`);
      must(!/小時|時數/.test(neutral?.words ?? ''), 'tells before others what it is about');
      const inPrivate = account.sees('private').at(-1);
      must(/時數|小時/.test(inPrivate?.words ?? ''), `in private says ${inPrivate?.words.slice(0, 100)}`);
      must(labels(inPrivate).includes(share), `offers ${labels(inPrivate)}`);
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) =>
        inner.accept({ ...address, audience: 'private', privately: null }, message, event, target),
    })),
  },
  {
    name: 'what the person shares is shown where they had asked, once',
    async check(world) {
      const account = world.newAccount();
      await ask(account, ownMatter, 'public');
      const before = account.sees('public').length;
      const offered = account.sees('private').at(-1);
      const button = offered?.buttons.find(({ label }) => label === share);
      if (offered === undefined || button === undefined) throw new Error(`nothing to share: ${labels(offered)}`);
      await account.taps(offered, button);
      await account.settled();
      await account.taps(offered, button).catch(() => undefined);
      await account.settled();
      const shown = account.sees('public').slice(before);
      mustEqual(countReplies(shown), 1, 'messages before others');
      must(/時數|小時/.test(shown[0]?.words ?? ''), `shows ${shown[0]?.words.slice(0, 100)}`);
    },
    twin: replying((reply) => ({
      ...reply,
      choices: reply.choices.filter(({ value }) => !value.startsWith('share:')),
    })),
  },
  {
    name: 'what nobody asked for arrives in private, as a message of its own',
    async check(world) {
      const account = world.newAccount();
      await account.says('你好');
      await account.settled();
      const before = account.sees('private').length;
      await world.newcomerArrives(account);
      await account.settled();
      const arrived = account.sees('private').slice(before);
      mustEqual(countReplies(arrived), 1, 'messages in private');
      must(fold(arrived[0]?.words ?? '').length > 15, `says ${arrived[0]?.words}`);
      await world.newcomerArrives(account);
      await account.settled();
      mustEqual(account.sees('private').length, before + arrived.length, 'messages after it came twice');
      mustEqual(account.sees('public'), [], 'messages before others');
    },
    twin: delivering((inner, outgoing) =>
      outgoing.occasion === 'unasked' ? Promise.resolve({ type: 'sent', receipt: null }) : inner.deliver(outgoing),
    ),
  },
  {
    name: 'what somebody thought of an answer is kept with its turn, with the reason',
    async check(world) {
      const account = world.newAccount();
      const [answer] = await ask(account, question.words);
      if (answer === undefined) throw new Error('no answer');
      mustEqual(answer.rateable, 'yes', 'asks what they think');
      await account.rates(answer, 'not useful', '沒有寫日期');
      const [row] = await world.wire.composition.store.engine.across
        .selectFrom('feedback')
        .innerJoin('turn', (join) =>
          join
            .onRef('turn.agency', '=', 'feedback.agency')
            .onRef('turn.thread', '=', 'feedback.thread')
            .onRef('turn.version', '=', 'feedback.version'),
        )
        .selectAll()
        .execute();
      const kept = JSON.stringify(row ?? null);
      must(kept.includes('沒有寫日期'), `kept ${kept.slice(0, 200)}`);
      must(kept.includes(question.words), 'kept with another turn');
    },
    twin: conversing((inner) => ({
      rate: (address, receipt, rating) => inner.rate(address, receipt, { ...rating, reason: '' }),
    })),
  },
];

function labels(message: SeenMessage | undefined): readonly string[] {
  return message?.buttons.map(({ label }) => label) ?? [];
}
