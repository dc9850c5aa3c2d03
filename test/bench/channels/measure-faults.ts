import { createRandom, type Random } from '../../faults/random.ts';
import { atMost, type Target } from '../target.ts';
import { startBot } from './bot-process.ts';
import { type Load, type Trouble, until } from './load.ts';

/** Requests that go wrong, of all; of these the share that hangs, which takes seconds each. */
const troubled = 0.3;
const hanging = 0.03;
const quick: readonly Trouble[] = ['ratelimited', 'error500', 'closeBefore'];

/** Replies to one message of each of so many people while the platform fails: each must come, and none twice. */
export async function measureFaults(load: Load, people: number): Promise<Target> {
  const bot = await startBot('own-bot', load.environment);
  const random = createRandom(20_261_122);
  try {
    load.trouble(() => troubleBy(random));
    const beganAt = performance.now();
    // Half of them get a short reply, the others one that is streamed.
    for (let person = 0; person < people; person++)
      await load.say(bot.port, person, person % 2 === 0 ? '你好' : '陞任會加幾分？');
    const all = Array.from({ length: people }, (_, person) => person);
    await until(() => all.every((person) => load.replies(person) > 0), 'every reply', 400).catch(() => undefined);
    load.trouble(null);
    // What was sent twice would come now.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const lost = all.filter((person) => load.replies(person) === 0).length;
    const doubled = all.filter((person) => load.replies(person) > 1).length;
    const seconds = ((performance.now() - beganAt) / 1_000).toFixed(0);
    console.log(`${load.name}: ${people} replies under faults in ${seconds} s: ${lost} lost, ${doubled} doubled`);
    return atMost(`${load.name}: replies under faults lost or doubled, of ${people}`, lost + doubled, 0, 0);
  } finally {
    load.trouble(null);
    await bot.stop();
  }
}

function troubleBy(random: Random): Trouble | null {
  if (!random.chance(troubled)) return null;
  return random.chance(hanging) ? 'hangBefore' : (quick[random.below(quick.length)] ?? null);
}
