import { quantile } from '../cpu.ts';

/** What a run gave: turns a second, and how long each took in milliseconds. */
export interface Driven {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs `turn` by so many callers at once, each in its own thread, one after the other, for so many turns in all. */
export async function driveClosed(
  callers: number,
  turns: number,
  turn: (caller: number, at: number) => Promise<void>,
): Promise<Driven> {
  const times: number[] = [];
  const each = Math.ceil(turns / callers);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let at = 0; at < each; at++) {
        const started = performance.now();
        await turn(caller, at);
        times.push(performance.now() - started);
      }
    }),
  );
  return summarise(times, performance.now() - began);
}

/** Begins `perSecond` turns a second, whether or not the earlier ones are done, as people do; waiting counts. */
export async function driveOpen(
  perSecond: number,
  seconds: number,
  threads: number,
  turn: (thread: number, at: number) => Promise<void>,
): Promise<Driven> {
  const times: number[] = [];
  const began = performance.now();
  const turns = Math.floor(perSecond * seconds);
  const running: Promise<void>[] = [];
  for (let at = 0; at < turns; ) {
    const due = Math.min(turns, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1);
    for (; at < due; at++) {
      const planned = began + (at / perSecond) * 1000;
      const number = at;
      running.push(
        turn(number % threads, Math.floor(number / threads)).then(() => {
          times.push(performance.now() - planned);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  return summarise(times, performance.now() - began);
}

function summarise(times: readonly number[], ms: number): Driven {
  return { perSecond: (times.length / ms) * 1000, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
