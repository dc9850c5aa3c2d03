import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = places.find((place) => place !== undefined && existsSync(place));

/** Why no browser can be started, or null where one can. */
export const noBrowserReason =
  executablePath === undefined
    ? 'no Chromium found at /usr/bin/chromium or CHROMIUM_PATH; "apt-get install -y chromium fonts-noto-cjk" installs it'
    : null;

/** Starts Chromium without a window and with an empty profile; close it at the end. */
export function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(noBrowserReason ?? '');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
