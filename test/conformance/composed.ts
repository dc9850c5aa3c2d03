import pino from 'pino';
import { type Composition, composeAround } from '../../adapters/compose.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import type { StorePlace } from '../../adapters/stores/open-store.ts';
import type { Bot, Clock } from '../../bot/index.ts';

const clock: Clock = { now: () => Date.now(), today: () => '2026-11-22' };

/** The program without its channels, around this bot. */
export function composeSilently(place: StorePlace, bot: Bot): Promise<Composition> {
  return composeAround(bot, { place, clock, outlets: [], metrics: createMetrics(), log: pino({ level: 'silent' }) });
}
