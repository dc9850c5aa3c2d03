import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { TeamsSettings } from '../../../adapters/channel-settings.ts';
import { createAfterwards } from '../../../adapters/channels/teams/afterwards.ts';
import { createBotFramework } from '../../../adapters/channels/teams/bot-framework.ts';
import { createEndpoint } from '../../../adapters/channels/teams/endpoint.ts';
import { createTeamsOutlet } from '../../../adapters/channels/teams/outlet.ts';
import { createTyping } from '../../../adapters/channels/teams/typing.ts';
import { type Composition, composeConversations } from '../../../adapters/compose.ts';
import type { Conversations } from '../../../adapters/conversations.ts';
import { createMetrics } from '../../../adapters/metrics.ts';
import type { Outlet } from '../../../adapters/outlet.ts';
import { createFakeConnector, type FakeConnector } from './fake-connector.ts';

/** A tenant of Teams with our bot in it, in this process. */
export interface TeamsWorld {
  readonly connector: FakeConnector;
  readonly clock: FakeClock;
  readonly composition: Composition;
  readonly conversations: Conversations;
  readonly outlet: Outlet;
  readonly problems: { readonly what: string; readonly error: unknown }[];
  readonly ignored: string[];
  /** What the platform posts to the bot: the answer's status, and its body where it has one. */
  post(activity: object, headers?: Readonly<Record<string, string>>): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** A clock that only moves when somebody waits by it. */
export interface FakeClock {
  now(): number;
  today(): string;
  advance(milliseconds: number): void;
}

/** The app as the tests register it. */
export const appId = '11111111-2222-4333-8444-555555555555';

/** Settings for peers on this machine. */
export const localSettings: TeamsSettings = {
  appId,
  appPassword: '',
  tenantId: null,
  tokens: 'none',
  welcomeTeam: null,
  secretExpires: null,
  openIdMetadataUrl: null,
};

const startsAt = Date.UTC(2026, 10, 23, 2, 0);

/** How the world differs from the usual one. */
export interface WorldOptions {
  readonly settings?: Partial<TeamsSettings>;
  readonly welcomeTeam?: string;
  readonly answerWithinMs?: number;
  /** Puts something between the channel and the conversations. */
  readonly around?: (conversations: Conversations) => Conversations;
}

/** The channel of the program on its own store in memory, with a clock of its own. */
export async function createTeamsWorld(options: WorldOptions = {}): Promise<TeamsWorld> {
  const settings = { ...localSettings, ...options.settings };
  const clock = createFakeClock();
  const connector = await createFakeConnector(clock);
  const outlets: Outlet[] = [];
  const composition = await composeConversations({
    place: { kind: 'memory' },
    clock,
    outlets,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  const conversations = options.around?.(composition.turns) ?? composition.turns;
  const problems: { what: string; error: unknown }[] = [];
  const ignored: string[] = [];
  const framework = createBotFramework(settings);
  const typing = createTyping(framework);
  const pause = async (milliseconds: number): Promise<void> => clock.advance(milliseconds);
  const outlet = createTeamsOutlet({ framework, typing, clock, pause, requestTimeoutMs: 300 });
  const onProblem = (what: string, error: unknown): void => void problems.push({ what, error });
  const afterwards = createAfterwards({ outlet, pause, onProblem });
  const router = createEndpoint({
    agency: 'test',
    conversations,
    framework,
    typing,
    afterwards,
    served: { tenantId: settings.tenantId, welcomeTeam: options.welcomeTeam ?? null },
    answerWithinMs: options.answerWithinMs ?? 8_000,
    isOpen: () => true,
    onProblem,
    onIgnored: (reason) => void ignored.push(reason),
  });
  outlets.push(outlet);
  const server = express().use(router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${portOf(server.address())}/api/messages`;
  return {
    connector,
    clock,
    composition,
    conversations,
    outlet,
    problems,
    ignored,
    post: (activity, headers = {}) => postTo(address, activity, headers),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await afterwards.settle();
      await composition.stop();
      await connector.stop();
    },
  };
}

/** A world for all tests of a file. */
export function useTeamsWorld(options: WorldOptions = {}): () => TeamsWorld {
  let world: TeamsWorld | undefined;
  beforeAll(async () => {
    world = await createTeamsWorld(options);
  });
  afterAll(() => world?.stop());
  return () => {
    if (world === undefined) throw new Error('the world is made before the first test');
    return world;
  };
}

/** Posts as the platform does. */
export async function postTo(address: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

function createFakeClock(): FakeClock {
  let moment = startsAt;
  return {
    now: () => moment,
    today: () => '2026-11-23',
    advance(milliseconds) {
      moment += milliseconds;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
