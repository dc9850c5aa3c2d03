import { until } from '../echo-bot.ts';
import { must, mustEqual } from '../store-world.ts';
import { type ChannelCheck, type ChannelWorld, countReplies } from './channel-world.ts';
import { fold, question } from './questions.ts';
import { conversing, delivering, hearing, honest } from './tampering.ts';

/** Its reply is a step of the interview, which is never streamed. */
const start = '我是哪一種AI人才？';

/** What goes out whatever the platform does, and what comes in from those who may not or must not. */
export const sendingChecks: readonly ChannelCheck[] = [
  {
    name: 'a platform that asks to wait is waited for, and the reply comes once',
    async check(world) {
      const account = world.newAccount();
      world.fail('rate limited');
      const before = world.tries();
      await account.says(start);
      await until(() => world.tries() > before, 'a first try');
      const tried = world.tries();
      await waitUntilDeferred(world);
      world.wire.clock.advance(world.retryAfterMs * 0.6);
      await world.wire.beat();
      mustEqual(world.tries(), tried, 'tries before the time');
      world.wire.clock.advance(world.retryAfterMs);
      await account.settled();
      mustEqual(countReplies(account.sees()), 1, 'replies');
    },
    twin: delivering(async (inner, outgoing) => {
      const delivered = await inner.deliver(outgoing);
      return delivered.type === 'retry' ? { ...delivered, afterMs: null } : delivered;
    }),
    twinOn: 'teams',
  },
  ...(['error 500', 'closed before'] as const).map(
    (fault): ChannelCheck => ({
      name: `a reply whose way ended with "${fault}" is tried again, and comes once`,
      async check(world) {
        const account = world.newAccount();
        world.fail(fault, fault);
        await account.says(start);
        for (let round = 0; round < 3; round += 1) {
          await waitUntilDeferred(world);
          world.wire.clock.advance(10_000);
          await world.wire.beat();
        }
        await account.settled();
        mustEqual(countReplies(account.sees()), 1, 'replies');
      },
      twin: delivering(async (inner, outgoing) => {
        const delivered = await inner.deliver(outgoing);
        return delivered.type === 'retry' ? { type: 'refused', problem: delivered.problem } : delivered;
      }),
    }),
  ),
  {
    name: 'somebody of another organisation is acknowledged, not served, and counted',
    async check(world) {
      const account = world.newAccount();
      mustEqual(await world.strangerSays(question.words), 200, 'status');
      mustEqual(world.ignored.length, 1, 'told');
      await account.says('你好');
      await account.settled();
      const people = await world.wire.composition.store.engine.across.selectFrom('person').select('id').execute();
      mustEqual(people.length, 1, 'people who are known');
    },
    twin: { ...honest, served: 'anybody' },
  },
  {
    name: 'a button that nobody knows does nothing, and the reason is counted',
    async check(world) {
      const account = world.newAccount();
      await account.says('你好');
      await account.settled();
      const before = world.ignored.length;
      mustEqual(await account.tapsUnknown(), 200, 'status');
      mustEqual(world.ignored.length, before + 1, 'told');
      mustEqual(countReplies(account.sees()), 1, 'replies');
    },
    twin: { ...honest, ignored: 'hidden' },
  },
  {
    name: 'a button whose data was tampered with changes nothing',
    async check(world) {
      const account = world.newAccount();
      await account.says(start);
      await account.settled();
      const step = account.sees().at(-1);
      const [button] = step?.buttons ?? [];
      if (step === undefined || button === undefined) throw new Error('no button');
      for (const value of [
        'interview:answer:time:nonsense',
        'learning:delete:all',
        '{"admin":true}',
        'x'.repeat(499),
      ]) {
        const posted = await account.taps(step, { label: button.label, value });
        must(posted.status < 500, `status ${posted.status}`);
        await account.settled();
      }
      const seen = account.sees().map(({ words }) => fold(words));
      must(seen.length > 1 && seen.every((words) => !words.includes('第2題')), 'the interview went on');
      must(
        seen.some((words) => words.includes('過期')),
        'nobody says that the button is none of ours',
      );
    },
    twin: hearing((message) => ({
      ...message,
      choice: message.choice?.includes('nonsense') === true ? null : message.choice,
    })),
  },
  {
    name: 'a turn that fails is answered with a plain sentence, and the next one is answered',
    async check(world) {
      const account = world.newAccount();
      const { gate } = world.wire;
      gate.close();
      const posted = account.says(`${gate.word}：失敗`);
      await posted;
      gate.fail();
      await account.settled();
      const [reply] = account.sees();
      must(/請/.test(reply?.words ?? '') && !/Error|secret|\.ts/.test(reply?.words ?? ''), `says ${reply?.words}`);
      gate.open();
      await account.says('你好');
      await account.settled();
      must(account.sees().length >= 2, 'silent afterwards');
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) =>
        message.text.includes('失敗') ? Promise.resolve('new' as const) : inner.accept(address, message, event, target),
    })),
  },
];

/** Until the attempt that runs has ended, and its message waits for its next time. */
async function waitUntilDeferred({ wire }: ChannelWorld): Promise<void> {
  await until(async () => {
    const rows = await wire.composition.store.engine.across
      .selectFrom('outbox')
      .select(['state', 'lease_until', 'attempts'])
      .where('state', '=', 'waiting')
      .execute();
    return rows.every(({ lease_until: lease, attempts }) => lease === 0 && attempts > 0);
  }, 'the end of an attempt');
}
