import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { usageAskedFor } from '../../adapters/channels/cli/usage.ts';
import { runCommand } from './run-command.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
const commands = Object.entries(scripts).filter(([, script]) => script.includes('adapters/channels/cli/'));

it('every command of the terminal says with --help how it is called', () => {
  expect(commands.length).toBeGreaterThan(15);
  for (const [name, script] of commands) {
    const args = script.slice(script.indexOf('adapters/channels/cli/')).split(' ');
    const usage = usageAskedFor(['node', ...args, '--help']);
    expect(usage, name).toMatch(new RegExp(`^npm run (?:--silent )?${name}(?: .+)?\\n.+\\n$`));
    expect(usageAskedFor(['node', ...args]), name).toBeNull();
  }
});

it('--help ends well, and before anything is opened', { timeout: 60_000 }, async () => {
  const { code, lines, errors } = await runCommand('import-roster', ['--help'], '');
  expect([code, errors]).toEqual([0, '']);
  expect(lines[0]).toContain('npm run import-roster -- FILE');
});
