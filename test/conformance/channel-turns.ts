import { changingCommit, keyOf } from './broken-turns.ts';
import { hoursEntry } from './change-samples.ts';
import {
  breaking,
  given,
  mustEqual,
  outcomeOf,
  replySaying,
  type StoreCheck,
  type StoreWorld,
  said,
  talk,
  textOf,
} from './store-world.ts';

const delivery = { target: '{"to":"here"}', occasion: 'asked' } as const;

/** Sends what waits in a channel; gives it in the order in which it was sent, each under the receipt `r` and its text. */
async function sendAll({ store: { outbox } }: StoreWorld, channel: string) {
  const sent = [];
  for (let round = 0; round < 5; round++)
    for (const message of await outbox.claimOutgoing([channel], 9)) {
      sent.push(message);
      await outbox.markSent(message, `r${textOf(message.reply)}`);
    }
  return sent;
}

/** A channel of this world, so that worlds on one database do not send for each other. */
const channelOf = ({ agency }: StoreWorld): string => `c${agency}`;
const speakerIn = (world: StoreWorld) => ({ channel: channelOf(world), account: `${channelOf(world)}:1` });

/** What a `TurnStore` promises to channels to which replies are sent. */
export const channelChecks: readonly StoreCheck[] = [
  {
    name: 'commit() sends replies where the event came from, with their turn',
    async check(world) {
      const thread = `${channelOf(world)}:1`;
      await talk(world, thread, 'a', [], { delivery });
      const [sent] = await sendAll(world, channelOf(world));
      mustEqual([sent?.target, sent?.occasion, sent?.version], [delivery.target, 'asked', 1]);
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, delivery: { target: '', occasion: 'asked' } })),
  },
  {
    name: 'claim() tells where an event came from, and where the last replies of the thread were sent',
    async check(world) {
      const { turns } = world.store;
      const thread = `${channelOf(world)}:1`;
      await talk(world, thread, 'a', [], { delivery });
      const privately = { thread: `${channelOf(world)}:mine`, target: 'me' };
      await turns.receive(said(world, thread, 'b', { target: 'there', privately }));
      const claim = given(await turns.claim(keyOf(world, thread)));
      mustEqual(
        [claim.target, claim.events[0]?.target, claim.events[0]?.privately],
        [delivery.target, 'there', privately],
      );
      mustEqual(claim.speaker, { channel: channelOf(world), account: thread });
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, delivery: null })),
  },
  {
    name: 'commit() puts what is answered in private into that thread, once, from the same speaker',
    async check(world) {
      const { turns } = world.store;
      const to = { thread: `${channelOf(world)}:mine`, target: 'me' };
      const body = { type: 'message', message: { text: 'mine', choice: null }, origin: '{}' } as const;
      await turns.receive(said(world, `${channelOf(world)}:1`, 'a', { audience: 'public', privately: to }));
      const claim = given(await turns.claim(keyOf(world, `${channelOf(world)}:1`)));
      const outcome = outcomeOf(claim, 'A', { handedOver: { event: 'here/a', to, body } });
      mustEqual(await turns.commit(claim, outcome), 'committed');
      mustEqual(await turns.commit(claim, outcome), 'fenced');
      const mine = given(await turns.claim(keyOf(world, to.thread)));
      mustEqual(
        mine.events.map((one) => [one.event, one.body, one.target]),
        [['here/a', body, 'me']],
      );
      mustEqual([mine.person, mine.audience], [claim.person, 'private']);
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, handedOver: null })),
  },
  {
    name: 'commit() sends what is shared into the other place',
    async check(world) {
      const to = { thread: `${channelOf(world)}:public`, target: 'there' };
      await talk(world, `${channelOf(world)}:1`, 'a', [], {
        delivery,
        published: { to, replies: [replySaying('shared')] },
      });
      const sent = await sendAll(world, channelOf(world));
      mustEqual(
        sent.map((one) => [one.thread, one.target, textOf(one.reply)]).toSorted(),
        [
          [`${channelOf(world)}:1`, delivery.target, 'a'],
          [to.thread, 'there', 'shared'],
        ].toSorted(),
      );
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, published: null })),
  },
  {
    name: 'rate() keeps what somebody thought of the turn, and what they thought last',
    async check(world) {
      const { turns, engine } = world.store;
      const thread = `${channelOf(world)}:1`;
      await talk(world, thread, 'a', [], { delivery });
      await talk(world, thread, 'b', [], { delivery });
      await sendAll(world, channelOf(world));
      const rate = (receipt: string, useful: boolean, reason: string) =>
        turns.rate(keyOf(world, thread), speakerIn(world), receipt, { useful, reason });
      mustEqual(await rate('rb', true, ''), 'kept');
      mustEqual(await rate('rb', false, '太舊'), 'kept');
      mustEqual(await rate('rb', false, ''), 'kept');
      mustEqual(await rate('rnever', false, ''), 'unknown');
      const rows = await engine.db
        .selectFrom('feedback')
        .select(['version', 'useful', 'reason'])
        .where('agency', '=', world.agency)
        .execute();
      mustEqual(rows, [{ version: 2, useful: 0, reason: '太舊' }]);
    },
    twin: (world) => breaking(world, { turns: { rate: async () => 'kept' } }),
  },
  {
    name: 'withdraw() leaves nothing to answer of a message that waits',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      await turns.withdraw(keyOf(world), 'a');
      mustEqual(await turns.claim(keyOf(world)), null);
      mustEqual(await turns.receive(said(world, 'web:1', 'a')), 'known');
    },
    twin: (world) => breaking(world, { turns: { withdraw: async () => undefined } }),
  },
  {
    name: 'withdraw() forgets the words of a message that was answered, and no others',
    async check(world) {
      const { turns } = world.store;
      await talk(world, 'web:1', 'a');
      await talk(world, 'web:1', 'b');
      await turns.withdraw(keyOf(world), 'b');
      await turns.withdraw(keyOf(world), 'never sent');
      mustEqual(
        (await turns.transcript(keyOf(world), 9)).map((turn) => [turn.said, turn.standalone]),
        [
          ['a', 'a'],
          ['', ''],
        ],
      );
      mustEqual((await talk(world, 'web:1', 'c')).session.version, 2);
    },
    twin: (world) => breaking(world, { turns: { withdraw: async () => undefined } }),
  },
  {
    name: 'find() gives a person who spoke, and makes nobody',
    async check(world) {
      const { turns, engine } = world.store;
      const speaker = { channel: 'web', account: 'web:1' };
      const nobody = await turns.find(world.agency, speaker);
      mustEqual([nobody.profile, await nobody.records.hours()], [null, []]);
      const people = engine.db.selectFrom('person').select('id').where('agency', '=', world.agency);
      mustEqual(await people.execute(), []);
      await talk(world, 'web:1', 'a', [
        {
          type: 'hoursPut',
          entry: hoursEntry('A'),
        },
      ]);
      const found = await turns.find(world.agency, speaker);
      mustEqual((await found.records.hours()).length, 1);
    },
    twin: (world) =>
      breaking(world, {
        turns: { find: (agency) => world.store.turns.find(agency, { channel: 'web', account: 'another' }) },
      }),
  },
];
