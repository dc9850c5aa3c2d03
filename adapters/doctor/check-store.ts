import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OperatorError } from '../../bot/index.ts';
import { databasePath } from '../administration.ts';
import type { Config } from '../config.ts';
import { inspectStore, type StoreFacts } from '../inspect-store.ts';
import { type Finding, good, notice, skipped, toRepair } from './finding.ts';

/** Below this the database can soon not be written, bytes; below the second it is time to look for room. */
const freeBytesMin = 200 * 1024 * 1024;
const freeBytesLow = 1024 * 1024 * 1024;
/** What should go every night and did not for so long was not run, milliseconds. */
const retentionLateMs = 2 * 24 * 60 * 60_000;

/** The store, what waits in it, and the room for it. Opening it brings it up to date, as every command does. */
export async function checkStore(config: Config, now: number): Promise<readonly Finding[]> {
  if (config.databaseUrl !== null) return openStore(config, now);
  if (config.dataFolder === ':memory:') return [notice('資料庫', '只放在記憶體，重新啟動就不見', '設定 DATA_DIR')];
  const room = await checkRoom(config.dataFolder);
  if (existsSync(databasePath(config))) return [...(await openStore(config, now)), room];
  return [await checkFolder(config.dataFolder), room];
}

async function openStore(config: Config, now: number): Promise<readonly Finding[]> {
  const about = '資料庫';
  try {
    const facts = await inspectStore(config);
    const name = facts.engine === 'sqlite' ? '內嵌資料庫' : 'PostgreSQL';
    return [good(about, `${name}打得開、寫得進，結構是最新的`), describeOutbox(facts), describeRetention(facts, now)];
  } catch (error) {
    if (error instanceof OperatorError)
      return [toRepair(about, error.message, '見 README.md 的 When something is wrong')];
    // Its message may quote what is stored.
    return [toRepair(about, `打不開或寫不進（${nameOf(error)}）`, '看程式的紀錄')];
  }
}

function describeOutbox({ waiting, dead }: StoreFacts): Finding {
  const about = '待送訊息';
  if (dead > 0)
    return toRepair(about, `${dead} 則送不出去，${waiting} 則等著送`, 'npm run outbox -- list，修好後 retry');
  return good(about, `${waiting} 則等著送，沒有送不出去的`);
}

function describeRetention({ retentionDueAt }: StoreFacts, now: number): Finding {
  const about = '定期清除';
  if (retentionDueAt === null) return notice(about, '還沒有排定', '啟動一次程式（npm start）就會排定');
  if (now - retentionDueAt > retentionLateMs)
    return toRepair(about, '超過兩天沒有執行', '確認程式在跑；也可以執行 npm run retention -- --apply');
  return good(about, '每晚執行');
}

/** Where there is no database yet, the program makes one when it starts; this only looks whether it could. */
async function checkFolder(folder: string): Promise<Finding> {
  const about = '資料庫';
  try {
    await access(nearestFolder(folder), constants.W_OK);
    return good(about, '還沒有，第一次啟動時建立');
  } catch (error) {
    return toRepair(about, `DATA_DIR 所在的資料夾不能寫入（${nameOf(error)}）`, '改資料夾權限，或改設 DATA_DIR');
  }
}

async function checkRoom(folder: string): Promise<Finding> {
  const about = '磁碟空間';
  try {
    const { bavail, bsize } = await statfs(nearestFolder(folder));
    return describeRoom(bavail * bsize);
  } catch (error) {
    return skipped(about, `讀不到（${nameOf(error)}）`);
  }
}

function describeRoom(bytes: number): Finding {
  const about = '磁碟空間';
  const text = `剩 ${(bytes / 1024 ** 3).toFixed(1)} GB`;
  if (bytes < freeBytesMin) return toRepair(about, text, '清出空間，否則存不了資料');
  return bytes < freeBytesLow ? notice(about, text, '盡快清出空間') : good(about, text);
}

function nearestFolder(folder: string): string {
  let nearest = resolve(folder);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  return nearest;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? String(error.code) : error.name;
}
