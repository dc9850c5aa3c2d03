import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, type Reply, renderPlainText } from '../../../bot/index.ts';
import { readConversations } from '../../conversations/read-conversations.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** The conversations about the ledger, held with the plainest records: each turn's changes are applied before the next. */

const bot = createBot(loadKnowledge());
const conversations = readConversations().filter(({ file }) => ['hours.yaml', 'certificates.yaml'].includes(file));

describe('the conversations about hours and certificates', () => {
  it('are there', () => expect(conversations.length).toBeGreaterThanOrEqual(16));

  it('take a bare number for hours, not for the place of a button', async () => {
    const records = createScriptedRecords();
    let session = emptySession;
    for (const text of ['登錄一門課', '資訊安全通識', '一定要上3小時嗎？', '1', '昨天', '其他']) {
      const turn = await bot.turn(session, { text, choice: null }, { now: 0, today: '2026-11-21' }, records);
      records.apply(turn.changes);
      session = turn.session;
    }
    expect(await records.hours()).toMatchObject([{ course: '資訊安全通識', hours: 1, date: '2026-11-20' }]);
  });

  it('take back on another day nothing by one word', async () => {
    const records = createScriptedRecords();
    let session = emptySession;
    for (const [text, today] of [
      ['登錄 公文寫作 2小時 昨天', '2026-11-20'],
      ['復原', '2026-11-21'],
    ] as const) {
      const turn = await bot.turn(session, { text, choice: null }, { now: 0, today }, records);
      records.apply(turn.changes);
      session = turn.session;
    }
    expect(await records.hours()).toMatchObject([{ course: '公文寫作', date: '2026-11-19' }]);
  });

  it('change nothing and offer nothing of a ledger where nobody is known', async () => {
    for (const text of ['登錄一門課 3小時', '幫我記 AI入門 3小時 昨天上的', '我還差幾小時？']) {
      const turn = await bot.turn(emptySession, { text, choice: null }, { now: 0, today: '2026-11-21' }, null);
      expect(turn.changes).toEqual([]);
      expect(JSON.stringify(turn.replies)).not.toContain('learning:');
    }
  });

  for (const { title, as_of, turns } of conversations)
    it(title, async () => {
      const records = createScriptedRecords();
      let session = emptySession;
      let replies: readonly Reply[] = [];
      for (const { say, choose, expect: expected } of turns) {
        const choice = replies.flatMap(({ choices }) => choices).find(({ label }) => label === choose);
        if (choose !== undefined && choice === undefined) throw new Error(`「${choose}」 is not offered`);
        const message = { text: say ?? choose ?? '', choice: choice?.value ?? null };
        const turn = await bot.turn(session, message, { now: Date.parse(`${as_of}T02:00:00Z`), today: as_of }, records);
        records.apply(turn.changes);
        ({ session, replies } = turn);
        const text = fold(replies.map(renderPlainText).join('\n'));
        for (const words of expected.says) expect(text, say ?? choose).toContain(fold(words));
        for (const words of expected.not_says) expect(text, say ?? choose).not.toContain(fold(words));
        if (expected.kind.length > 0) expect(expected.kind, text).toContain(replies[0]?.kind);
        const sections = replies.flatMap(({ citations }) => citations.map(({ section }) => section));
        expect(sections, text).toEqual(expect.arrayContaining([...expected.cites]));
        const labels = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
        expect(labels, text).toEqual(expect.arrayContaining([...expected.offers]));
      }
    });
});

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/\[\d{1,2}\]|[\s「」]/g, '');
}
