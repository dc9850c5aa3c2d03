import { notOffered, type Shown, type Surface, sectionOf, type Talk } from '../../conversations/talk.ts';
import type { Account, ChannelWorld, OpenWorld, SeenMessage } from './channel-world.ts';
import type { Tampering } from './tampering.ts';

/** A channel that is pushed to, talked to in private by somebody new for each conversation. One world for each day. */
export function createPushedSurface(name: string, openWorld: OpenWorld, tampering: Tampering): Surface {
  const worlds = new Map<string, Promise<ChannelWorld>>();
  return {
    name,
    async open(asOf) {
      const opening = worlds.get(asOf) ?? openWorld(asOf, tampering);
      worlds.set(asOf, opening);
      return openTalk((await opening).newAccount());
    },
    async close() {
      for (const world of await Promise.all(worlds.values())) await world.stop();
      worlds.clear();
    },
  };
}

async function openTalk(account: Account): Promise<Talk> {
  await account.opens();
  await account.settled();
  /** What has come since the person did something: new messages, and old ones that now say something else. */
  const after = async (act: () => Promise<unknown>): Promise<Shown> => {
    const before = new Map(account.sees().map(({ id, words }) => [id, words]));
    await act();
    await account.settled();
    return show(
      account,
      account.sees().filter(({ id, words }) => before.get(id) !== words),
    );
  };
  return {
    say: (words) => after(() => account.says(words)),
    choose(label) {
      const message = account.sees().findLast((one) => offersOf(one).includes(label));
      const button = message?.buttons.find((one) => one.label === label);
      if (message !== undefined && button !== undefined) return after(() => account.taps(message, button));
      const number = message?.listed.find((one) => one.label === label)?.number;
      if (number !== undefined) return after(() => account.says(number));
      return Promise.reject(notOffered(label, account.sees().flatMap(offersOf)));
    },
  };
}

/** Sources are opened, as whoever wants to know would do. */
async function show(account: Account, messages: readonly SeenMessage[]): Promise<Shown> {
  const opened: string[] = [];
  for (const message of messages) if (message.sources !== 'none') opened.push(await account.opensSources(message));
  const quoted = opened.join('\n');
  return {
    kinds: null,
    text: [...messages.map(({ words }) => words), quoted].join('\n\n'),
    cites: quoted.split('\n').flatMap((line) => sectionOf(line) ?? []),
    offers: messages.flatMap(offersOf),
  };
}

function offersOf({ buttons, listed }: SeenMessage): readonly string[] {
  return [...buttons, ...listed].map(({ label }) => label);
}
