import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composition } from '../../adapters/compose.ts';
import { unavailableReply } from '../../bot/index.ts';
import { createDatabase, findPostgres, noPostgres, type TestDatabase } from '../postgres.ts';
import { composeSilently } from './composed.ts';
import { type CutLine, createCutLine } from './cut-line.ts';
import { addressOf, createEchoBot, until } from './echo-bot.ts';
import { given, newAgency, textOf } from './store-world.ts';

const server = await findPostgres();
const unavailable = [unavailableReply('zh-TW')];

if (server === null) it.skip(noPostgres, () => undefined);
else
  describe('a PostgreSQL that goes and comes back', () => {
    let database: TestDatabase | null = null;
    let line: CutLine | null = null;
    let program: Composition | null = null;
    const bot = createEchoBot();

    beforeAll(async () => {
      database = await createDatabase(server);
      const url = new URL(database.url);
      line = await createCutLine(url.hostname, Number(url.port || 5_432));
      url.hostname = '127.0.0.1';
      url.port = String(line.port);
      program = await composeSilently({ kind: 'postgres', url: url.href }, bot);
    });

    afterAll(async () => {
      line?.mend();
      await program?.stop();
      await line?.close();
      await database?.drop();
    });

    /** Talks in several threads at once until told to stop; gives what was acknowledged, and what was not. */
    function talkOn(agency: string) {
      const { turns } = given(program);
      const acknowledged: string[] = [];
      let refused = 0;
      let going = true;
      const threads = ['web:1', 'web:2', 'web:3', 'web:4', 'web:5', 'web:6'];
      const ended = Promise.all(
        threads.map(async (thread) => {
          for (let said = 0; going; said++) {
            const text = `${thread}/${said}?`;
            let replies = await turns.send(addressOf({ agency }, thread), { text, choice: null }, text);
            // As the page does: the same message under the same name, until it is answered.
            while (JSON.stringify(replies) === JSON.stringify(unavailable)) {
              refused += 1;
              await new Promise((resolve) => setTimeout(resolve, 20));
              replies = await turns.send(addressOf({ agency }, thread), { text, choice: null }, text);
            }
            acknowledged.push(`${thread} ${textOf(replies[0])}`);
          }
        }),
      );
      return {
        acknowledged,
        refused: () => refused,
        async stop() {
          going = false;
          await ended;
          return threads;
        },
      };
    }

    const disturbances: Readonly<Record<string, () => Promise<void>>> = {
      'its connections are ended by an operator': async () => {
        const client = new pg.Client({ connectionString: given(database).url });
        await client.connect();
        for (let round = 0; round < 5; round++) {
          await client.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          );
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await client.end();
      },
      'the line is cut and mended': async () => {
        for (let round = 0; round < 3; round++) {
          given(line).cut();
          await until(() => !given(program).ready(), 'not ready');
          given(line).mend();
          await until(() => given(program).ready(), 'ready again');
        }
      },
    };

    it.each(Object.entries(disturbances))('loses and doubles no acknowledged turn when %s', async (_name, disturb) => {
      const agency = newAgency();
      const talk = talkOn(agency);
      await until(() => talk.acknowledged.length > 30, 'turns before');
      await disturb();
      const before = talk.acknowledged.length;
      await until(() => talk.acknowledged.length > before + 30, 'turns after');
      const threads = await talk.stop();
      await until(() => given(program).ready(), 'ready at the end');
      const kept: string[] = [];
      for (const thread of threads)
        for (const { said, replies } of await given(program).store.turns.transcript({ agency, thread }, 100_000)) {
          expect(textOf(replies[0])).toContain(said);
          kept.push(`${thread} ${textOf(replies[0])}`);
        }
      expect(kept.toSorted()).toEqual(talk.acknowledged.toSorted());
      expect(new Set(kept.map((text) => text.replace(/ \d+:/, ' '))).size).toBe(kept.length);
    });
  });
