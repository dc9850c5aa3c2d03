import type { Evidence } from './promises.ts';

/** For each promise, by its name, evidence that breaks it, made of evidence that does not: proof that the check can fail. */
export const brokenEvidence: Readonly<Record<string, (whole: Evidence) => Evidence>> = {
  'every acknowledged event is kept': (whole) => keep(whole, { inbox: whole.kept.inbox.slice(1) }),
  'every kept event is answered': (whole) =>
    keep(whole, { inbox: whole.kept.inbox.map((row, at) => (at === 3 ? { ...row, answered: null } : row)) }),
  'no event is answered twice, and none that was not sent': (whole) =>
    keep(whole, { turns: [...whole.kept.turns, ...whole.kept.turns.slice(0, 1)] }),
  'a thread is answered in the order in which it was written': (whole) =>
    keep(whole, { turns: whole.kept.turns.toReversed() }),
  'the session has as many turns as the transcript': (whole) => keep(whole, { turns: whole.kept.turns.slice(1) }),
  'the ledger has one line for each turn that made one': (whole) => keep(whole, { hours: whole.kept.hours.slice(1) }),
  'each job of a turn is done once': (whole) => keep(whole, { jobs: ['faults-1'] }),
  'the outbox has the replies of the turns': (whole) => keep(whole, { outbox: whole.kept.outbox.slice(1) }),
  'every outgoing reply was delivered': (whole) => ({ ...whole, deliveries: whole.deliveries.slice(1) }),
  'nothing was said twice, and nothing that was not kept': (whole) => ({
    ...whole,
    deliveries: [...whole.deliveries, ...whole.deliveries.slice(0, 1).map((one) => ({ ...one, key: 'another' }))],
  }),
  'the replies of a thread arrived in their order': (whole) => ({
    ...whole,
    deliveries: whole.deliveries.toReversed(),
  }),
  'a sender who waits gets the reply to what they wrote, and the same one again': (whole) => ({
    ...whole,
    sent: whole.sent.map((one) => ({ ...one, replies: [...one.replies, '[]'] })),
  }),
};

function keep(whole: Evidence, kept: Partial<Evidence['kept']>): Evidence {
  return { ...whole, kept: { ...whole.kept, ...kept } };
}
