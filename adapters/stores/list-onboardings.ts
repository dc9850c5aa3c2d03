import type { Onboarding } from '../../bot/index.ts';
import type { Engine } from './engine.ts';
import { readOnboarding } from './rows.ts';

/** A new employee of an agency. */
export interface ListedOnboarding {
  /** Their accounts as `channel:account`; the person's id where they have none. */
  readonly person: string;
  readonly onboarding: Onboarding;
}

/** Every new employee of the agency, who began last first. */
export async function listOnboardings({ db }: Engine, agency: string): Promise<readonly ListedOnboarding[]> {
  const rows = await db
    .selectFrom('onboarding')
    .select(['person', 'state'])
    .where('agency', '=', agency)
    .orderBy('starts_on', 'desc')
    .orderBy('person')
    .execute();
  const identities = await db
    .selectFrom('identity')
    .select(['person', 'channel', 'account'])
    .where('agency', '=', agency)
    .orderBy('channel')
    .orderBy('account')
    .execute();
  const accounts = Map.groupBy(identities, ({ person }) => person);
  return rows.map(({ person, state }) => {
    const named = (accounts.get(person) ?? []).map(({ channel, account }) => `${channel}:${account}`);
    return { person: named.length === 0 ? person : named.join(' '), onboarding: readOnboarding(state) };
  });
}
