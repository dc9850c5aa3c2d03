import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './schema.ts';

/** The name of the setting in which a legal hold stands. */
export const holdSetting = 'hold';

const schema = z
  .strictObject({
    /** Why, for whoever is told that something is held: a file number. */
    reason: z.string().trim().min(1).max(200),
    /** Nothing of the agency is deleted. */
    everybody: z.boolean().default(false),
    /** Ids of persons, or `channel:account`. */
    persons: z.array(z.string().min(1).max(300)).max(10_000).default([]),
  })
  .refine(({ everybody, persons }) => everybody || persons.length > 0, { error: 'holds nobody' });

/** What an operator writes to keep records from being deleted while somebody else's decision is awaited. */
export type Hold = z.infer<typeof schema>;

/** Whom a hold holds now. */
export interface Holds {
  /** Null where there is no hold. */
  readonly reason: string | null;
  readonly everybody: boolean;
  readonly persons: readonly string[];
  /** All accounts of these persons. */
  readonly accounts: readonly string[];
}

/** Reads a hold that somebody wrote. Throws a `ZodError` that names the place. */
export function parseHold(value: unknown): Hold {
  return schema.parse(value);
}

/** The agency's hold. Accounts lead to whoever owns them today, so that linking two accounts lifts no hold. */
export async function readHolds(db: Kysely<Database>, agency: string): Promise<Holds> {
  const setting = await db
    .selectFrom('setting')
    .select('value')
    .where('agency', '=', agency)
    .where('name', '=', holdSetting)
    .executeTakeFirst();
  if (setting === undefined) return { reason: null, everybody: false, persons: [], accounts: [] };
  const { reason, everybody, persons: named } = parseHold(JSON.parse(setting.value));
  const persons = new Set(named);
  for (const name of named) {
    const owner = await findOwner(db, agency, name);
    if (owner !== null) persons.add(owner);
  }
  const accounts = await db
    .selectFrom('identity')
    .select('account')
    .where('agency', '=', agency)
    .where('person', 'in', [...persons, ''])
    .execute();
  return { reason, everybody, persons: [...persons], accounts: accounts.map(({ account }) => account) };
}

/** The person whose account `channel:account` is; null where it is none. */
export async function findOwner(db: Kysely<Database>, agency: string, name: string): Promise<string | null> {
  const [channel, account] = splitAccount(name);
  const row = await db
    .selectFrom('identity')
    .select('person')
    .where('agency', '=', agency)
    .where('channel', '=', channel)
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.person ?? null;
}

/** `slack:T1/U2` → `['slack', 'T1/U2']`; an id has no channel. */
export function splitAccount(name: string): readonly [channel: string, account: string] {
  const at = name.indexOf(':');
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}
