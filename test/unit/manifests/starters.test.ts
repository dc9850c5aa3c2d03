import { afterAll, describe, expect, it } from 'vitest';
import { app } from '../../../adapters/channels/manifests/app.ts';
import { createProcessSurface } from '../../conversations/talk-in-process.ts';

const surface = createProcessSurface();
afterAll(() => surface.close());

describe('what the manifests suggest to ask', () => {
  it.each(app.starters.flatMap(({ message }) => [message['zh-TW'], message.en]))(
    '「%s」 leads somewhere',
    async (message) => {
      const talk = await surface.open('2026-11-22');
      const kinds = (await talk.say(message)).kinds ?? [];
      expect(['answer', 'interview', 'recommendation', 'notice', 'clarification']).toContain(kinds[0]);
      // To a newcomer who says so the first question comes back; all others are understood at once.
      if (!/新人|new employee/.test(message)) expect(kinds[0]).not.toBe('clarification');
    },
  );
});
