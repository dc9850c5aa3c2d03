import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '../../../bot/index.ts';
import {
  buildSlackManifest,
  buildTeamsPackage,
  drawColourIcon,
  type Right,
  slackScopes,
  teamsPermissions,
} from '../../manifests.ts';
import { runCommand } from './run-command.ts';

/** Stand where nobody said another: the files can be looked at, not used. */
const exampleUrl = 'https://assistant.example.gov.tw';
const exampleId = '00000000-0000-0000-0000-000000000000';

/** The smallest that Slack takes, points; its manifest cannot carry an icon. */
const slackIconSize = 512;

/**
 * `npm run manifests [-- --url https://HOST] [--teams-app-id GUID] [--socket] [--out FOLDER]`: the Slack manifest and icon, and the
 * Teams app package, by default with PUBLIC_URL and TEAMS_APP_ID. `--socket` is for Slack without an address. `--explain` lists the rights
 * that both ask for, with the reasons, and writes nothing.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: process.env['PUBLIC_URL'] ?? '' },
      'teams-app-id': { type: 'string', default: process.env['TEAMS_APP_ID'] ?? '' },
      socket: { type: 'boolean', default: false },
      out: { type: 'string', default: 'data/manifests' },
      explain: { type: 'boolean', default: false },
    },
  });
  if (values.explain) return explain();
  const url = readUrl(values.url);
  const appId = readId(values['teams-app-id']);
  const slack = buildSlackManifest(values.socket ? { type: 'socket' } : { type: 'http', url });
  write(values.out, 'slack-manifest.json', `${JSON.stringify(slack, null, 2)}\n`);
  write(values.out, 'slack-icon.png', drawColourIcon(slackIconSize));
  write(values.out, 'teams-app.zip', buildTeamsPackage({ url, appId }));
  if (url === exampleUrl)
    print(`The address ${url} is an example: build again with --url https://HOST before you use them.`);
  if (appId === exampleId)
    print('The Teams app has no id yet: build again with --teams-app-id GUID before you upload it.');
  print('How to go on: adapters/channels/README.md');
});

function readUrl(given: string): string {
  if (given === '') return exampleUrl;
  if (!/^https:\/\/[^/?#@\s]+\/?$/.test(given) || !URL.canParse(given))
    // The address may hold a password: it is not repeated.
    throw new OperatorError('optionUnknown', `--url or PUBLIC_URL is no address such as ${exampleUrl}`);
  return new URL(given).origin;
}

function readId(given: string): string {
  if (given === '') return exampleId;
  if (!z.guid().safeParse(given).success)
    throw new OperatorError('optionUnknown', `--teams-app-id or TEAMS_APP_ID ${given} is not a GUID`);
  return given;
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    throw new OperatorError('optionUnknown', `"${file}" cannot be written`, cause);
  }
  print(`Wrote ${file}`);
}

function explain(): void {
  const list = (heading: string, rights: readonly Right[]) => {
    print(heading);
    for (const { name, reason } of rights)
      print(`  ${name.padEnd(20)} ${reason['zh-TW']}\n  ${''.padEnd(20)} ${reason.en}`);
  };
  list('Slack (bot token scopes)', slackScopes);
  list('Microsoft Teams (permissions)', teamsPermissions);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
