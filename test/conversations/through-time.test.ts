import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type Composition, composeConversations } from '../../adapters/compose.ts';
import type { Address } from '../../adapters/conversations.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import { type Clock, renderPlainText } from '../../bot/index.ts';

/** What needs the whole program and a clock that moves: reminders, the first weeks, and one person in two channels. */

let composition: Composition | undefined;
afterEach(async () => {
  await composition?.stop();
  composition = undefined;
});

describe('the program through time', () => {
  it('reminds of missing hours ninety days before the year ends, once', async () => {
    const clock = createTaipeiClock('2026-10-01', '10:00');
    const program = await start(clock);
    const me = addressOf('web', 'A');
    await say(program, me, '幫我記 生成式AI入門 3小時 昨天上的');
    clock.set('2026-10-02', '09:30');
    await until(async () => (await said(program, me)).length === 2, 'the reminder');
    const reminder = (await said(program, me)).at(-1);
    expect(reminder).toContain('17小時');
    expect(reminder).toContain('12月31日');
    clock.set('2026-10-05', '09:30');
    await until(async () => (await jobsDue(program, clock)) === 0, 'the jobs of the day');
    expect(await said(program, me)).toHaveLength(2);
  });

  it('welcomes nobody at night: what is due then is said in the morning of the next office day', async () => {
    const clock = createTaipeiClock('2026-11-13', '16:00');
    const program = await start(clock);
    const me = addressOf('web', 'B');
    await say(program, me, '我是新人，11/16到職');
    const before = (await said(program, me)).length;
    clock.set('2026-11-15', '23:00');
    await until(async () => (await jobsDue(program, clock)) === 0, 'the jobs of the night');
    expect(await said(program, me)).toHaveLength(before);
    clock.set('2026-12-01', '10:00');
    await until(async () => (await said(program, me)).length > before, 'a message in office hours');
  });

  it('takes role and hours along into another channel', async () => {
    const program = await start(createTaipeiClock('2026-11-20', '10:00'));
    const [here, there] = [addressOf('web', 'C'), addressOf('terminal', 'D')];
    await say(program, here, '幫我記 生成式AI入門 3小時 昨天上的');
    await say(program, there, '幫我記 公文寫作 1小時 昨天上的');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await say(program, here, '取得連結碼'))?.[0] ?? '';
    expect(await say(program, there, '連結 0000-0000')).toContain('不存在');
    expect(await say(program, here, `連結 ${code}`)).toContain('另一個頻道');
    expect(await say(program, there, `連結 ${code}`)).toContain('已經連結');
    expect(await say(program, there, `連結 ${code}`)).toContain('不存在');
    for (const address of [here, there])
      expect(await say(program, address, '我還差幾小時？')).toContain('總時數還差16小時');
    expect((await program.turns.transcript(there)).some((turn) => turn.said.includes(code))).toBe(false);
  });
});

async function start(clock: Clock): Promise<Composition> {
  composition = await composeConversations({
    place: { kind: 'memory' },
    clock,
    outlets: [],
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  return composition;
}

function addressOf(channel: string, account: string): Address {
  return { agency: 'test', channel, account, thread: `${channel}:${account}`, audience: 'private', privately: null };
}

let events = 0;

async function say({ turns }: Composition, address: Address, text: string): Promise<string> {
  const replies = await turns.send(address, { text, choice: null }, `event-${++events}`);
  return replies.map(renderPlainText).join('\n');
}

async function said({ turns }: Composition, address: Address): Promise<readonly string[]> {
  return (await turns.transcript(address)).map((turn) => turn.replies.map(renderPlainText).join('\n'));
}

/** Jobs and events that the program has not dealt with yet. */
async function jobsDue({ store }: Composition, clock: Clock): Promise<number> {
  const jobs = await store.engine.across.selectFrom('job').select('key').where('due_at', '<=', clock.now()).execute();
  return jobs.length + (await store.turns.waiting(10)).length;
}

/** A clock that stands still until it is set: a day and a time in Taipei. */
function createTaipeiClock(day: string, time: string): Clock & { set(day: string, time: string): void } {
  const at = (one: string, hour: string): number => Date.parse(`${one}T${hour}:00+08:00`);
  let [today, now] = [day, at(day, time)];
  return {
    now: () => now,
    today: () => today,
    set(next, hour) {
      [today, now] = [next, at(next, hour)];
    },
  };
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain: ${what}`);
}
