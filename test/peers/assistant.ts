import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { databaseFile } from '../../adapters/stores/open-store.ts';
import { type ChildProgram, startProgram } from './child-program.ts';

/** How the program under test is set up. */
export interface AssistantStart {
  readonly port: number;
  /** Switches channels on. */
  readonly settings: Readonly<Record<string, string>>;
  /** A folder of an earlier start; a new one where it is null. */
  readonly dataFolder?: string;
  /** What its clock shows when it starts, such as `2026-10-01T10:00+08:00`; the machine's time where it is left out. */
  readonly startsAt?: string;
}

/** The whole program as an operator starts it, on loopback, with a database in a temporary folder. */
export interface Assistant extends ChildProgram {
  readonly url: string;
  readonly dataFolder: string;
  /** Rows of its database, read beside it. */
  read(query: string): readonly Record<string, SQLOutputValue>[];
  /** Log lines of level error or worse. */
  problems(): readonly string[];
  /** Ends it and removes what it kept. */
  forget(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const presetClock = fileURLToPath(new URL('./preset-clock.ts', import.meta.url));

/** Starts it with `node adapters/main.ts`, the environment of no channel but those of `settings`. */
export async function startAssistant({ port, settings, dataFolder, startsAt }: AssistantStart): Promise<Assistant> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'peers-data-'));
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:SLACK|TEAMS|DATABASE|AS_OF)/.test(name));
  const program = await startProgram({
    command: process.execPath,
    parameters: [
      '--disable-warning=ExperimentalWarning',
      ...(startsAt === undefined ? [] : ['--import', presetClock]),
      'adapters/main.ts',
    ],
    cwd: root,
    env: {
      ...Object.fromEntries(inherited),
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'info',
      ...(startsAt === undefined ? {} : { STARTS_AT: startsAt }),
      ...settings,
    },
    ready: /listening on http/,
  });
  return {
    ...program,
    url: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    read(query) {
      const database = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
      try {
        return database.prepare(query).all();
      } finally {
        database.close();
      }
    },
    problems: () =>
      program
        .output()
        .split('\n')
        .filter((line) => /"level":(?:50|60)/.test(line)),
    async forget() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
