import { driveOpen } from '../store/drive.ts';
import { messageOf } from '../store/messages.ts';
import { atMost, type Target } from '../target.ts';
import { startBot } from './bot-process.ts';
import { type Load, until } from './load.ts';

/** Conversations at once. */
const people = 200;
/** Messages a second of all of them: each says something every ten seconds. */
const perSecond = 20;
const bounds = { slack: 300, teams: 500 } as const;

/** How long the platform waits for our 200 while many talk, whether or not the earlier ones are answered; waiting counts. */
export async function measureAcknowledged(load: Load, seconds: number): Promise<Target> {
  const bot = await startBot('own-bot', load.environment);
  try {
    const say = (person: number, at: number): Promise<void> =>
      load.say(bot.port, person, messageOf('asked', person, at));
    await driveOpen(perSecond, 3, people, (person) => say(person, 0));
    const driven = await driveOpen(perSecond, seconds, people, (person, at) => say(person, at + 1));
    const beganAt = performance.now();
    const waiting = Array.from({ length: people }, (_, person) => person).filter(
      (person) => person < perSecond * seconds,
    );
    await until(() => waiting.every((person) => load.replies(person) > 0), `replies in ${load.name}`, 120);
    console.log(
      `${load.name}: ${people} conversations, ${perSecond} messages a second: acknowledged p50 ${driven.p50.toFixed(1)} ms, ` +
        `p99 ${driven.p99.toFixed(1)} ms; everybody had a reply ${((performance.now() - beganAt) / 1_000).toFixed(1)} s after the last message`,
    );
    return atMost(`${load.name}: acknowledged, p99 ms, ${people} conversations`, driven.p99, bounds[load.name], 1);
  } finally {
    await bot.stop();
  }
}
