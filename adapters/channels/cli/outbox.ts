import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';
import { listDeadLetters, operatorName, retryDeadLetters, withEngine } from '../../administration.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run outbox -- list [--show]`: replies that could not be sent, without what they say unless `--show` asks for it. `npm run
 * outbox -- retry KEY` or `retry --all`: has them sent again. Each with `--agency ID`.
 */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      all: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
    },
  });
  const [action, key, more] = positionals;
  const agency = values.agency ?? config.agency;
  const who = { agency, actor: operatorName(), now: systemClock.now() };
  if (action === 'list' && key === undefined)
    return withEngine(config, async (engine) => {
      const letters = await listDeadLetters(engine, who, values.show ? 'shown' : 'hidden');
      for (const { text, at, ...letter } of letters)
        print(JSON.stringify({ ...letter, at: new Date(at).toISOString(), ...(text !== null && { text }) }));
    });
  if (action !== 'retry' || more !== undefined || (key === undefined) !== values.all)
    throw new OperatorError('optionUnknown', 'outbox needs "list", "retry KEY" or "retry --all"');
  const retried = await withEngine(config, (engine) => retryDeadLetters(engine, who, key ?? null));
  if (retried === 0 && key !== undefined) throw new OperatorError('optionUnknown', `no dead reply has the key ${key}`);
  print(`${retried} waiting to be sent again.`);
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
