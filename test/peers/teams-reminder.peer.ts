import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { skipReason, suiteTitle } from './installed.ts';
import { useTeams } from './use-teams.ts';

const reason = skipReason('teams');
const pictures = join(tmpdir(), 'peers-pictures');

describe.skipIf(reason !== null)(
  suiteTitle('Teams through time and on a telephone, against the Agents Playground', reason),
  () => {
    const { open, restart } = useTeams('2026-10-01T10:00+08:00');

    it('ninety days before the year ends, a reminder comes by itself to whom hours are missing', async () => {
      mkdirSync(pictures, { recursive: true });
      const page = await open();
      await page.write('幫我記 生成式AI入門 3小時 昨天上的');
      await page.answerWith('已登錄');
      const before = await page.answers.count();
      await restart('2026-10-02T09:30+08:00');
      const reminder = await page.answerWith('12月31日');
      expect(await reminder.innerText()).toContain('17小時');
      await page.screenshot(join(pictures, 'teams-reminder.png'));
      expect(await page.answers.count()).toBeGreaterThan(before);
    });

    it('on a telephone nothing on a card is cut off', async () => {
      const page = await open();
      await page.narrow();
      await page.write('我是哪一種AI人才？');
      await page.answerWith('第 1 題');
      await page.screenshot(join(pictures, 'teams-narrow-interview.png'));
      await page.write('先不做了');
      await page.answerWith('先停在這裡');
      await page.write('推薦課程');
      await page.answerWith('先通識、後實務應用');
      await page.screenshot(join(pictures, 'teams-narrow-recommendation.png'));
      const cards = page.answers.locator('.ac-adaptiveCard');
      expect(await cards.count()).toBeGreaterThan(2);
      expect(await page.cutOff(cards)).toEqual([]);
    });
  },
);
