import type { Kept } from './kept.ts';
import { jobPrefix } from './marked-bot.ts';
import type { Sent } from './platform.ts';
import type { Delivery } from './receiver.ts';

/** All that is known after a run: what the platform sent, what the store kept, what the receiver got. */
export interface Evidence {
  readonly sent: readonly Sent[];
  readonly kept: Kept;
  readonly deliveries: readonly Delivery[];
}

/** What a broken promise means to people. */
export type Harm = 'lost' | 'doubled' | 'order' | 'torn';

/** A promise of the store and of what runs on it: one line for each place that breaks it. */
export interface StorePromise {
  readonly name: string;
  readonly harm: Harm;
  find(evidence: Evidence): readonly string[];
}

/** The promises, each a claim that holds after any number of kills. */
export const promises: readonly StorePromise[] = [
  {
    name: 'every acknowledged event is kept',
    harm: 'lost',
    find: ({ sent, kept }) => {
      const there = new Set(kept.inbox.map(nameOf));
      return sent.filter((one) => one.acknowledgedAt !== null && !there.has(nameOf(one))).map(nameOf);
    },
  },
  {
    name: 'every kept event is answered',
    harm: 'lost',
    find: ({ sent, kept }) => {
      const marks = new Set(marksOf(kept, 'mark').map(({ name }) => name));
      const there = new Set(kept.inbox.map(nameOf));
      return [
        ...sent.filter((one) => there.has(nameOf(one)) && !marks.has(markName(one))).map(nameOf),
        ...kept.inbox.filter(({ answered }) => answered === null || answered === 0).map(nameOf),
      ];
    },
  },
  {
    name: 'no event is answered twice, and none that was not sent',
    harm: 'doubled',
    find: ({ sent, kept }) => {
      const known = new Set(sent.map(markName));
      const marks = marksOf(kept, 'mark').map(({ name }) => name);
      return [...repeated(marks), ...marks.filter((name) => !known.has(name))];
    },
  },
  {
    name: 'a thread is answered in the order in which it was written',
    harm: 'order',
    find: ({ sent, kept }) => {
      const batches = new Map(sent.map((one) => [markName(one), one.batch]));
      return descents(marksOf(kept, 'mark').map(({ name, thread }) => ({ name, thread, at: batches.get(name) ?? 0 })));
    },
  },
  {
    name: 'the session has as many turns as the transcript',
    harm: 'torn',
    find: ({ kept }) => {
      const turns = Map.groupBy(kept.turns, ({ thread }) => thread);
      return kept.sessions.flatMap(({ thread, version, person }) => {
        const mine = turns.get(thread) ?? [];
        const whole = mine.length === version && mine.every((turn, at) => turn.version === at + 1);
        return whole && mine.every((turn) => turn.person === person) ? [] : [thread];
      });
    },
  },
  {
    name: 'the ledger has one line for each turn that made one',
    harm: 'torn',
    find: ({ kept }) => {
      const made = Map.groupBy(marksOf(kept, 'count'), ({ person }) => person);
      const lines = Map.groupBy(kept.hours, (person) => person);
      const people = [...new Set([...made.keys(), ...lines.keys()])];
      const differ = people.filter((person) => made.get(person)?.length !== lines.get(person)?.length);
      const audited = kept.hoursAudited === kept.hours.length ? [] : [`audit ${kept.hoursAudited}`];
      return [...differ, ...audited];
    },
  },
  {
    name: 'each job of a turn is done once',
    harm: 'torn',
    find: ({ kept }) => {
      const done = marksOf(kept, 'due').map(({ name }) => name);
      const put = marksOf(kept, 'job').map(({ name }) => name);
      const handed = kept.inbox.filter(({ event }) => event.startsWith(`job/${jobPrefix}`)).length;
      return [
        ...kept.jobs,
        ...put.filter((name) => !done.includes(name)),
        ...repeated(done),
        ...(handed === put.length ? [] : [`${put.length} put, ${handed} handed over`]),
      ];
    },
  },
  {
    name: 'the outbox has the replies of the turns',
    harm: 'torn',
    find: ({ kept }) => {
      const rows = Map.groupBy(kept.outbox, ({ thread }) => thread);
      const turns = Map.groupBy(kept.turns, ({ thread }) => thread);
      return [...new Set([...rows.keys(), ...turns.keys()])].filter((thread) => {
        const replies = (turns.get(thread) ?? []).reduce((sum, turn) => sum + turn.replies, 0);
        return (rows.get(thread)?.length ?? 0) !== (thread.startsWith('push') ? replies : 0);
      });
    },
  },
  {
    name: 'every outgoing reply was delivered',
    harm: 'lost',
    find: ({ kept, deliveries }) => {
      const there = new Set(deliveries.map(({ key }) => key));
      return kept.outbox.filter(({ key, state }) => state !== 'sent' || !there.has(key)).map(({ key }) => key);
    },
  },
  {
    name: 'nothing was said twice, and nothing that was not kept',
    harm: 'doubled',
    find: ({ kept, deliveries }) => {
      const queued = new Set(kept.outbox.map(({ key }) => key));
      const said = deliveries.flatMap(({ thread, topics }) => topics.map((topic) => `${thread} ${topic}`));
      return [...repeated(said), ...deliveries.filter(({ key }) => !queued.has(key)).map(({ key }) => key)];
    },
  },
  {
    name: 'the replies of a thread arrived in their order',
    harm: 'order',
    find: ({ kept, deliveries }) => {
      const places = new Map(kept.outbox.map(({ key }, at) => [key, at]));
      return descents(deliveries.map(({ key, thread }) => ({ name: key, thread, at: places.get(key) ?? -1 })));
    },
  },
  {
    name: 'a sender who waits gets the reply to what they wrote, and the same one again',
    harm: 'torn',
    find: ({ sent }) =>
      sent
        .filter(({ thread, acknowledgedAt }) => thread.startsWith('pull') && acknowledgedAt !== null)
        .filter(({ replies, number }) => {
          const [first = ''] = replies;
          return replies.some((other) => other !== first) || !new RegExp(`mark:${number}\\b`).test(first);
        })
        .map(nameOf),
  },
];

function nameOf({ thread, event }: { readonly thread: string; readonly event: string }): string {
  return `${thread} ${event}`;
}

function markName({ thread, number }: Sent): string {
  return `${thread} ${number}`;
}

/** What the turns say of themselves, in order: one for each topic of this kind. */
function marksOf({ turns }: Kept, kind: string): readonly { name: string; thread: string; person: string }[] {
  return turns.flatMap(({ thread, person, topics }) =>
    topics.flatMap((topic) => {
      const [of, number] = topic.split(':');
      return of === kind ? [{ name: `${thread} ${number}`, thread, person }] : [];
    }),
  );
}

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}

/** Those that stand after something later in their thread. */
function descents(list: readonly { name: string; thread: string; at: number }[]): readonly string[] {
  const last = new Map<string, number>();
  return list.flatMap(({ name, thread, at }) => {
    const before = last.get(thread) ?? -1;
    last.set(thread, Math.max(before, at));
    return at < before ? [name] : [];
  });
}
