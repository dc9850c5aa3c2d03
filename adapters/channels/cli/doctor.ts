import { parseArgs } from 'node:util';
import { systemClock } from '../../clock.ts';
import { loadKnowledge } from '../../content.ts';
import { diagnose, renderFinding, renderSummary } from '../../doctor.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run doctor [-- --offline]`: looks at configuration, tokens, rights, clock, address, content and store, one line each with the
 * repair. Exit code 1 where something must be repaired. Shows no secret; `--offline` asks no server.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false } } });
  const findings = await diagnose({
    variables: process.env,
    request: values.offline ? null : (url, options) => fetch(url, options),
    nodeVersion: process.versions.node,
    knowledge: loadKnowledge,
    now: () => systemClock.now(),
  });
  for (const line of [...findings.map(renderFinding), renderSummary(findings)]) process.stdout.write(`${line}\n`);
  if (findings.some(({ state }) => state === 'repair')) process.exitCode = 1;
});
