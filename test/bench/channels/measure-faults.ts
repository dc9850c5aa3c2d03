import { createRandom, type Random } from '../../faults/random.ts';
import { atMost, type Target } from '../target.ts';
import { startBot } from './bot-process.ts';
import { type Load, type Trouble, until } from './load.ts';

/** Requests that go wrong, of all; of these the share that hangs, which takes seconds each. */
const troubled = 0.3;
const hanging = 0.01;
/** A short reply, and one that is streamed. */
const questions = ['你好', '陞任會加幾分？'] as const;
/** Until everything has come, seconds. */
const patience = 600;
const quick: readonly Trouble[] = ['ratelimited', 'error500', 'closeBefore'];

/** Replies to one message of each of so many people while the platform fails: each must come, and none twice. */
export async function measureFaults(load: Load, people: number): Promise<Target> {
  const bot = await startBot('own-bot', load.environment);
  const random = createRandom(20_261_122);
  try {
    const expected = await countMessages(load, bot.port, people);
    load.trouble(() => troubleBy(random));
    const beganAt = performance.now();
    for (let person = 0; person < people; person++) await load.say(bot.port, person, questions[person % 2] ?? '');
    const all = Array.from({ length: people }, (_, person) => person);
    const missing = () => all.filter((person) => load.replies(person) < (expected[person % 2] ?? 0));
    await until(() => missing().length === 0, 'every reply', patience).catch(() => undefined);
    load.trouble(null);
    // What was sent twice would come now.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const lost = missing().length;
    const doubled = all.filter((person) => load.replies(person) > (expected[person % 2] ?? 0)).length;
    const seconds = ((performance.now() - beganAt) / 1_000).toFixed(0);
    console.log(`${load.name}: ${people} replies under faults in ${seconds} s: ${lost} lost, ${doubled} doubled`);
    return atMost(`${load.name}: replies under faults lost or doubled, of ${people}`, lost + doubled, 0, 0);
  } finally {
    load.trouble(null);
    await bot.stop();
  }
}

/** How many messages each question is answered with where nothing goes wrong, by two people whom nobody else is. */
async function countMessages(load: Load, port: number, firstFree: number): Promise<readonly number[]> {
  const asking = questions.map(async (words, index) => {
    const person = firstFree + index;
    await load.say(port, person, words);
    await until(() => load.replies(person) > 0, 'a reply', 60);
  });
  await Promise.all(asking);
  // The last part of a reply may be on its way.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return questions.map((_, index) => load.replies(firstFree + index));
}

function troubleBy(random: Random): Trouble | null {
  if (!random.chance(troubled)) return null;
  return random.chance(hanging) ? 'hangBefore' : (quick[random.below(quick.length)] ?? null);
}
