import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { OperatorError } from '../../../bot/index.ts';
import {
  holdSetting,
  operatorName,
  putHold,
  putSetting,
  readSetting,
  removeSetting,
  withEngine,
} from '../../administration.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { settingChecks } from '../../setting-checks.ts';
import { runCommand } from './run-command.ts';

/** A larger file is none that somebody wrote by hand, bytes. */
const fileBytesMax = 256 * 1024;

const checks = new Map(Object.entries(settingChecks));

/**
 * `npm run agency -- get NAME`, `set NAME FILE`, `unset NAME`, each with `--agency ID`: what an agency sets for itself, in YAML or JSON
 * of the same form as the shipped file; and `hold`, which keeps records from being deleted.
 */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { agency: { type: 'string' } } });
  const [action, name = '', file, more] = positionals;
  const names = [...checks.keys(), holdSetting];
  if (!names.includes(name)) throw new OperatorError('optionUnknown', `"${name}" is none of ${names.join(', ')}`);
  const needsFile = action === 'set';
  if (!['get', 'set', 'unset'].includes(action ?? '') || (file !== undefined) !== needsFile || more !== undefined)
    throw new OperatorError('optionUnknown', 'agency needs "get NAME", "set NAME FILE" or "unset NAME"');
  const agency = values.agency ?? config.agency;
  const change = { agency, name, actor: operatorName(), now: systemClock.now() };
  await withEngine(config, async (engine) => {
    if (action === 'get') {
      const value = await readSetting(engine, agency, name);
      return print(value === undefined ? `${agency} uses what is shipped.` : JSON.stringify(value, null, 2));
    }
    if (action === 'unset') {
      const removed = await removeSetting(engine, change);
      return print(removed ? `${name} of ${agency} is unset.` : `${agency} had not set ${name}.`);
    }
    const value = readValue(file ?? '');
    if (name === holdSetting) {
      const unknown = await refuseInvalid(() => putHold(engine, change, value));
      if (unknown.length > 0) throw new OperatorError('personUnknown', unknown.join(', '));
    } else {
      await refuseInvalid(async () => checks.get(name)?.(value));
      await putSetting(engine, change, value);
    }
    print(`${name} of ${agency} is set.`);
  });
});

/** YAML, of which JSON is a part. */
function readValue(file: string): unknown {
  let text: string;
  try {
    if (statSync(file).size > fileBytesMax) throw new OperatorError('settingInvalid', `${file} is too large`);
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : new OperatorError('fileUnreadable', file, cause);
  }
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (cause) {
    throw new OperatorError('settingInvalid', cause instanceof Error ? cause.message : file, cause);
  }
}

async function refuseInvalid<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    if (cause instanceof OperatorError || !(cause instanceof Error)) throw cause;
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message;
    throw new OperatorError('settingInvalid', problem, cause);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
