import { createServer } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../adapters/channel.ts';
import { createTeamsChannel } from '../../../adapters/channels/teams/channel.ts';
import { activityOf, alice, ownChat, type Room, tapOf } from './people.ts';
import { createTeamsWorld, localSettings, postTo, type TeamsWorld } from './teams-world.ts';

let world: TeamsWorld;
let channel: Channel;
let address: string;
const ignored: string[] = [];
const accepted: string[] = [];
const server = createServer();

beforeAll(async () => {
  world = await createTeamsWorld();
  const settings = { ...localSettings, tenantId: 'ffffffff-0000-4000-8000-00000000000f' };
  channel = createTeamsChannel(settings, {
    agency: 'test',
    conversations: {
      ...world.conversations,
      async accept(_address, _message, event) {
        accepted.push(event);
        return 'new';
      },
    },
    clock: world.clock,
    onProblem: (_what, error) => {
      throw error;
    },
    onIgnored: (reason) => void ignored.push(reason),
  });
  await channel.start();
  server.on('request', express().use(channel.router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' && listening !== null ? listening.port : 0}/api/messages`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.stop();
});

const group: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };
const at = (room: Room, fields: object) => postTo(address, activityOf(world.connector.serviceUrl, alice, room, fields));

describe('createTeamsChannel()', () => {
  it('is the outlet of its own channel', () => expect(channel.outlet.channel).toBe('teams'));

  it('keeps nothing of another tenant, and says so where something waits for an answer', async () => {
    expect(await at(ownChat(alice), { text: '你好' })).toEqual({ status: 200, body: null });
    expect(await at(group, tapOf('x', 'x'))).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringContaining('開放'),
      },
    });
    expect(await at(group, { type: 'invoke', name: 'composeExtension/query' })).toMatchObject({
      body: { composeExtension: { type: 'message', text: expect.stringContaining('開放') } },
    });
    expect(ignored).toEqual(['otherTenant', 'otherTenant', 'otherTenant']);
    expect(accepted).toEqual([]);
    expect(world.connector.requests).toEqual([]);
  });

  const bad: readonly (readonly [string, unknown, number])[] = [
    ['no JSON', '{"type":', 400],
    ['JSON that is no event', '[]', 400],
    ['an event without a type', '{}', 400],
    ['an event whose type is no word', '{"type":7}', 400],
    ['more than a megabyte', JSON.stringify({ type: 'message', text: 'x'.repeat(1_100_000) }), 413],
  ];
  for (const [name, body, status] of bad)
    it(`answers ${status} to ${name}, without a word`, async () =>
      expect(await postTo(address, body)).toEqual({ status, body: null }));

  it('takes nothing any more once it is stopped', async () => {
    await channel.stop();
    expect(await at(ownChat(alice), { text: '你好' })).toEqual({ status: 503, body: null });
  });
});
