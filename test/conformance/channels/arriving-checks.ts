import { until } from '../echo-bot.ts';
import { must, mustEqual } from '../store-world.ts';
import { type Account, type ChannelCheck, countReplies } from './channel-world.ts';
import { fold, question } from './questions.ts';
import { conversing } from './tampering.ts';

let names = 0;

/** What comes in: in order, once, and what was changed or taken back since. */
export const arrivingChecks: readonly ChannelCheck[] = [
  {
    name: 'an event that is delivered again is answered once',
    async check(world) {
      const account = world.newAccount();
      const posted = await account.says('你好');
      await Promise.all([posted.again(), posted.again()]);
      await account.settled();
      mustEqual(await posted.again(), 200, 'status');
      await account.settled();
      mustEqual(countReplies(account.sees()), 1, 'replies');
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) => inner.accept(address, message, `${event} ${++names}`, target),
    })),
  },
  {
    name: 'two quick messages are answered in order',
    async check(world) {
      const account = world.newAccount();
      await account.says('AI課程要去哪裡上，要帶什麼去呢？');
      await account.says('我要怎麼知道自己報名了沒有呢？');
      await account.settled();
      const turns = await transcriptOf(account, world);
      mustEqual(
        turns.map((said) => said.slice(0, 2)),
        ['AI', '我要'],
      );
      must(account.sees().length >= 2, 'fewer than two replies');
    },
    twin: conversing((inner) => {
      let held: Promise<unknown> | null = null;
      const second = Promise.withResolvers<void>();
      return {
        async accept(address, message, event, target) {
          if (held !== null) {
            await inner.accept(address, message, event, target);
            second.resolve();
            return 'new';
          }
          held = second.promise.then(() => inner.accept(address, message, event, target));
          return 'new';
        },
      };
    }),
  },
  {
    name: 'a burst of short messages is one turn',
    async check(world) {
      const account = world.newAccount();
      const { gate } = world.wire;
      gate.close();
      await account.says(`${gate.word}，想請教AI課程的事，要先說明一下我們單位的狀況，比較長`);
      for (const words of ['那個', '陞任的時候', '會加分嗎']) await account.says(words);
      gate.open();
      await account.settled();
      mustEqual((await transcriptOf(account, world)).length, 2, 'turns');
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) =>
        inner.accept(address, { ...message, text: `${message.text}？` }, event, target),
    })),
  },
  {
    name: 'a message that was changed is answered anew',
    async check(world) {
      const account = world.newAccount();
      const posted = await account.says('你好');
      await account.settled();
      const before = account.sees().length;
      mustEqual(await posted.edits(question.words), 200, 'status');
      await account.settled();
      const [answer] = account.sees().slice(before);
      must(fold(answer?.words ?? '').includes(question.answer), `says ${answer?.words.slice(0, 100)}`);
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) =>
        inner.accept(address, message, event.split(':').slice(0, 2).join(':'), target),
    })),
  },
  {
    name: 'a message that was taken back while it waited is not answered',
    async check(world) {
      const account = world.newAccount();
      const { gate } = world.wire;
      gate.close();
      await account.says(`${gate.word}，這一句比較長，長到不會和下一句併在一起，也就是三十個字以上`);
      const posted = await account.says(question.words);
      mustEqual(await posted.takesBack(), 200, 'status');
      gate.open();
      await account.settled();
      must(
        account.sees().every(({ words }) => !fold(words).includes(question.answer)),
        'answered',
      );
    },
    twin: conversing(() => ({ withdraw: async () => undefined })),
  },
  {
    name: 'of a message that was taken back after its answer nothing is kept',
    async check(world) {
      const account = world.newAccount();
      const posted = await account.says('這一句請忘記：陞任會加幾分？');
      await account.settled();
      await posted.takesBack();
      must(!(await transcriptOf(account, world)).join().includes('這一句請忘記'), 'kept');
    },
    twin: conversing(() => ({ withdraw: async () => undefined })),
  },
  {
    name: 'while nothing can be kept nothing is acknowledged; what is sent again is answered once',
    async check(world) {
      const account = world.newAccount();
      world.wire.store = 'gone';
      const posted = await account.says(question.words);
      must(posted.status >= 500, `acknowledged with ${posted.status}`);
      world.wire.store = 'there';
      mustEqual(await posted.again(), 200, 'status');
      mustEqual(await posted.again(), 200, 'status');
      await account.settled();
      mustEqual(countReplies(account.sees()), 1, 'replies');
    },
    twin: conversing((inner) => ({
      accept: (address, message, event, target) =>
        inner.accept(address, message, event, target).catch(() => 'new' as const),
    })),
  },
  {
    name: 'what goes on takes no longer to acknowledge: a turn that hangs holds up no acknowledgement',
    async check(world) {
      const account = world.newAccount();
      const { gate } = world.wire;
      gate.close();
      let acknowledged = false;
      const posted = account.says(`${gate.word}：${question.words}`).then((one) => {
        acknowledged = true;
        return one.status;
      });
      await until(() => acknowledged, 'an acknowledgement', 3);
      gate.open();
      mustEqual(await posted, 200, 'status');
      await account.settled();
    },
    twin: conversing((inner) => ({
      async accept(address, message, event, target) {
        await inner.accept(address, message, event, target);
        return new Promise(() => undefined);
      },
    })),
  },
];

async function transcriptOf(
  account: Account,
  { wire, name }: Parameters<ChannelCheck['check']>[0],
): Promise<readonly string[]> {
  const thread = `${name}:${account.name.replace('/', ':@')}`;
  const { turns } = wire.composition;
  const address = { agency: 'test', channel: name, account: account.name, thread, audience: 'private' } as const;
  return (await turns.transcript({ ...address, privately: null })).map(({ said }) => said);
}
