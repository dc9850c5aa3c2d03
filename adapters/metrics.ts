import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { TurnEvent } from './think.ts';

/** Numbers for an operator's monitoring; none of them holds what anybody said. */
export interface Metrics {
  readonly contentType: string;
  countTurn(event: TurnEvent): void;
  /** An event of a channel that was not for us. */
  countIgnored(channel: string, reason: string): void;
  text(): Promise<string>;
}

/** Process metrics, turns by kind of reply, and how long a turn takes. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'assistant_turns_total',
    help: 'Turns by the kind of the first reply',
    labelNames: ['kind'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'assistant_turn_seconds',
    help: 'Time from a message to its replies',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers: [registry],
  });
  const ignored = new Counter({
    name: 'assistant_ignored_total',
    help: 'Events of channels that were not for the assistant, by reason',
    labelNames: ['channel', 'reason'],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    countTurn: (event) => {
      turns.inc({ kind: event.kind });
      seconds.observe(event.milliseconds / 1000);
    },
    countIgnored: (channel, reason) => ignored.inc({ channel, reason }),
    text: () => registry.metrics(),
  };
}
