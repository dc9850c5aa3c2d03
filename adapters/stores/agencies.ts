import type { Engine } from './engine.ts';

/** Every agency of which something is kept, in order; '' stands for the program itself and is none. */
export async function findAgencies({ across }: Engine): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of ['person', 'session', 'lease', 'inbox', 'outbox', 'link_code', 'setting'] as const)
    for (const { agency } of await across.selectFrom(table).select('agency').distinct().execute())
      if (agency !== '') found.add(agency);
  return [...found].sort();
}
