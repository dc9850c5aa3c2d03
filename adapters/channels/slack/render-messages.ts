import type { KnownBlock } from '@slack/types';
import { blocksPerMessageMax, messageSizeMax } from './limits.ts';
import { countedLength } from './render-escaped.ts';

/** Blocks that stand in one message together, such as a heading with what follows. */
export type BlockGroup = readonly KnownBlock[];

/** The blocks of each message, as few messages as can be; a group is parted only where it is too much for one. */
export function packMessages(groups: readonly BlockGroup[]): readonly BlockGroup[] {
  const messages: Load[] = [];
  for (const load of groups.map(weigh))
    for (const one of fits(load) ? [load] : load.blocks.map((block) => weigh([block]))) {
      const joined = join(messages.at(-1) ?? empty, one);
      if (fits(joined) && messages.length > 0) messages.splice(-1, 1, joined);
      else messages.push(one);
    }
  return messages.map(({ blocks }) => blocks);
}

/** Blocks with what they take of a message. */
interface Load {
  readonly blocks: BlockGroup;
  readonly size: number;
  readonly tables: number;
}

const empty: Load = { blocks: [], size: 0, tables: 0 };

function weigh(blocks: BlockGroup): Load {
  return { blocks, size: countedLength(blocks), tables: blocks.filter(({ type }) => type === 'table').length };
}

function join(one: Load, other: Load): Load {
  const blocks = [...one.blocks, ...other.blocks];
  return { blocks, size: one.size + other.size, tables: one.tables + other.tables };
}

/** A second table in a message is refused. */
function fits({ blocks, size, tables }: Load): boolean {
  return blocks.length <= blocksPerMessageMax && size <= messageSizeMax && tables <= 1;
}
