import { atMost, type Target } from '../target.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { type Load, until } from './load.ts';

/** People who talk at the same time. */
const atOnce = 16;

/** CPU time of a turn in our program against that of an echo with the platform's own library, in one run, one after the other. */
export async function measureCpu(create: () => Promise<Load>, turns: number): Promise<Target> {
  const own = await measureBot(create, 'own-bot', turns);
  const bare = await measureBot(create, own.name === 'slack' ? 'bare-slack' : 'bare-teams', turns);
  console.log(
    `${own.name}: a turn takes ${own.msPerTurn.toFixed(2)} CPU-ms in the program, ${bare.msPerTurn.toFixed(2)} in a bare echo`,
  );
  return atMost(`${own.name}: CPU of a turn against a bare echo`, own.msPerTurn / bare.msPerTurn, 2, 2);
}

async function measureBot(
  create: () => Promise<Load>,
  program: 'own-bot' | 'bare-slack' | 'bare-teams',
  turns: number,
): Promise<{ readonly name: Load['name']; readonly msPerTurn: number }> {
  const load = await create();
  const bot = await startBot(program, load.environment);
  try {
    const warm = Math.floor(turns / 3);
    await talk(load, bot, 0, warm);
    const before = await bot.cpuMs();
    await talk(load, bot, warm, turns);
    return { name: load.name, msPerTurn: ((await bot.cpuMs()) - before) / turns };
  } finally {
    await bot.stop();
    await load.stop();
  }
}

/** Somebody new for each turn, so that no pace of the platform slows it down; a short message and a short reply. */
async function talk(load: Load, bot: BotProcess, from: number, count: number): Promise<void> {
  let next = from;
  const one = async (): Promise<void> => {
    while (next < from + count) {
      const person = next++;
      await load.say(bot.port, person, '你好');
      await until(() => load.replies(person) > 0, 'a reply', 30);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
