import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { noBrowserReason } from '../web/browser.ts';

/** Where a peer's program stands, whether or not it is installed. */
export const peerPrograms = {
  slack: fileURLToPath(new URL('node_modules/local-slack-linux-x64/bin/local-slack', import.meta.url)),
  teams: fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url)),
} as const;

/** Why the suites of a peer cannot run here, or null where they can. `npm run test:peers` prints it with the skips. */
export function skipReason(peer: keyof typeof peerPrograms): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `its peer is a program for linux-x64, and this is ${process.platform}-${process.arch}`;
  if (!existsSync(peerPrograms[peer])) return 'its peer is not installed; "npm ci" in test/peers installs it';
  return noBrowserReason;
}

/** The title of a suite: it says why where the suite is skipped, so that the report does. */
export function suiteTitle(title: string, ...reasons: readonly (string | null)[]): string {
  const reason = reasons.find((one) => one !== null);
  return reason === undefined ? title : `${title} (skipped: ${reason})`;
}
