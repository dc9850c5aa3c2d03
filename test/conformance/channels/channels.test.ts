import { afterAll, describe, expect, it } from 'vitest';
import type { Surface } from '../../conversations/talk.ts';
import { createTerminalSurface } from '../../conversations/talk-in-terminal.ts';
import { createWebSurface } from '../../conversations/talk-in-web.ts';
import { arrivingChecks } from './arriving-checks.ts';
import type { ChannelCheck, ChannelWorld, OpenWorld } from './channel-world.ts';
import { placeChecks } from './place-checks.ts';
import { createPushedSurface } from './pushed-surface.ts';
import { sendingChecks } from './sending-checks.ts';
import { openSlack } from './slack-channel.ts';
import { talkChecks } from './talk-checks.ts';
import { honest } from './tampering.ts';
import { openTeams } from './teams-channel.ts';

const day = '2026-11-23';
const worlds: readonly (readonly [ChannelWorld['name'], OpenWorld])[] = [
  ['slack', openSlack],
  ['teams', openTeams],
];
const surfaces: readonly Surface[] = [
  createPushedSurface('slack', openSlack, honest),
  createPushedSurface('teams', openTeams, honest),
  createWebSurface(),
  createTerminalSurface(),
];
const suites: Readonly<Record<string, readonly ChannelCheck[]>> = {
  'what comes in': arrivingChecks,
  'what goes out': sendingChecks,
  'where it is said': placeChecks,
};

describe.each(surfaces)('talking in $name', (surface) => {
  afterAll(() => surface.close());
  // There is one terminal; elsewhere everybody talks at the same time, because Slack takes a message a second of each.
  const run = surface.name === 'terminal' ? it : it.concurrent;
  for (const { name, check } of talkChecks) run(name, () => check(surface));
});

describe.concurrent.each(worlds)('a channel that is pushed to: %s', (_name, open) => {
  describe.each(Object.entries(suites))('%s', (_suite, checks) => {
    it.each(checks)('$name', ({ check }) => onWorld(open, honest, check));
  });
});

for (const name of ['web', 'terminal'])
  describe(`a channel that is pushed to: ${name}`, () => {
    for (const one of Object.values(suites).flat())
      it.skip(`${one.name} (whoever asks in the ${name} waits for the answer: nothing is pushed, and nobody reads along)`, () =>
        undefined);
  });

describe.concurrent('a broken twin is found', () => {
  it.each(talkChecks)('$name', async ({ check, twin }) => {
    const surface = createPushedSurface('twin', openSlack, twin);
    await expect(check(surface)).rejects.toThrow();
    await surface.close();
  });
  it.each(Object.values(suites).flat())('$name', async ({ check, twin, twinOn }) => {
    const open = twinOn === 'teams' ? openTeams : openSlack;
    await expect(onWorld(open, twin, check)).rejects.toThrow();
  });
});

/** A world of its own for each check: they break things. */
async function onWorld(open: OpenWorld, tampering: typeof honest, check: ChannelCheck['check']): Promise<void> {
  const world = await open(day, tampering);
  try {
    await check(world);
  } finally {
    world.wire.gate.open();
    await world.stop();
  }
}
