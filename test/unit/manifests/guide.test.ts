import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { channelVariables } from '../../../adapters/channel-settings.ts';
import { slackScopes, teamsPermissions } from '../../../adapters/manifests.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(`${root}adapters/channels/README.md`, 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).scripts;

describe('the set-up guides', () => {
  it('list each right with the reason that the manifests give, and no other', () => {
    const rows = [
      ...guide.matchAll(/^\| `([a-z_]+:[a-z]+|commands|identity|messageTeamMembers)` \| (.*?) \| (.*?) \|$/gm),
    ];
    const rights = [...slackScopes, ...teamsPermissions].map(({ name, reason }) => [name, reason.en, reason['zh-TW']]);
    expect(rows.map(([, ...cells]) => cells)).toEqual(rights);
  });

  it('name only commands and variables that there are', () => {
    const commands = [...guide.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
    const variables = [...guide.matchAll(/\b((?:SLACK|TEAMS)_[A-Z_]+|PUBLIC_URL)\b/g)].map(([, name = '']) => name);
    expect(variables.filter((name) => !(name in channelVariables))).toEqual([]);
    // Those for tests alone need no guide.
    const needed = Object.keys(channelVariables).filter((name) => !/API_URL|METADATA/.test(name));
    expect(needed.filter((name) => !variables.includes(name))).toEqual([]);
  });

  it('say the same steps in both languages', () => {
    const steps = (section: string) => [...section.matchAll(/^\d+\. /gm)].length;
    for (const name of ['Slack 設定', 'Teams 設定']) {
      const part = guide.split(`## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
      const [, english = '', chinese = ''] = part.split(/^### (?:In English|正體中文)$/m);
      expect(steps(english)).toBeGreaterThan(5);
      expect(steps(chinese)).toBe(steps(english));
    }
  });
});
