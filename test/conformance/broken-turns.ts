import type { Claim, Outcome, ThreadKey } from '../../adapters/store.ts';
import { breaking, type StoreWorld } from './store-world.ts';

/** The keys of what waits in a claim: texts of messages and names of jobs. */
export function textsOf(claim: Claim | null): readonly string[] {
  return (claim?.events ?? []).map(({ body }) =>
    body.type === 'message' ? body.message.text : body.type === 'due' ? body.job.key : body.how,
  );
}

/** A thread of the agency of this world. */
export function keyOf({ agency }: StoreWorld, thread = 'web:1'): ThreadKey {
  return { agency, thread };
}

/** A store whose claims are other than what is kept. */
export function changingClaim(world: StoreWorld, change: (claim: Claim) => Claim): StoreWorld {
  return breaking(world, {
    turns: {
      async claim(key) {
        const claim = await world.store.turns.claim(key);
        return claim === null ? null : change(claim);
      },
    },
  });
}

/** A store that commits something else than what it was given; `all` are the events of the claim. */
export function changingCommit(
  world: StoreWorld,
  change: (outcome: Outcome, all: readonly string[]) => Outcome,
): StoreWorld {
  return breaking(world, {
    turns: {
      commit: (claim, outcome) =>
        world.store.turns.commit(
          claim,
          change(
            outcome,
            claim.events.map(({ event }) => event),
          ),
        ),
    },
  });
}
