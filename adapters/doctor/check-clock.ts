import { type Finding, good, notice, skipped, toRepair } from './finding.ts';

/** Beyond this a clock is not kept by anybody, milliseconds. */
const noticedMs = 60_000;
/** Beyond this Slack's signatures are refused as too old, and tokens as not yet valid, milliseconds. */
const refusedMs = 5 * 60_000;

/** This machine's clock against a server's; null where none was asked. Both in milliseconds. */
export function checkClock(serverTime: number | null, now: number): Finding {
  const about = '時鐘';
  if (serverTime === null) return skipped(about, '沒有可以比對的伺服器');
  const difference = now - serverTime;
  const seconds = Math.round(Math.abs(difference) / 1_000);
  const text = `比伺服器${difference < 0 ? '慢' : '快'} ${seconds} 秒`;
  const repair = '開啟時間同步（NTP）';
  if (Math.abs(difference) > refusedMs) return toRepair(about, `${text}，簽章會被當成過期而拒絕`, repair);
  if (Math.abs(difference) > noticedMs) return notice(about, text, repair);
  return good(about, '和伺服器相差不到一分鐘');
}
