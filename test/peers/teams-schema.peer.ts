import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildTeamsEnglish, buildTeamsManifest } from '../../adapters/channels/manifests/teams-manifest.ts';
import { withValue } from '../unit/manifests/mutate.ts';

// Microsoft's own JSON schemas, as their package carries them. It and the validator stand in the folder of the peers, so that
// they are loaded by name at run time, and `npm run types` does not need them.
const load = createRequire(import.meta.url);
const place = { url: 'https://hr.test.example', appId: '11111111-2222-4333-8444-555555555555' };

interface Validator {
  validate(schema: unknown, document: unknown): boolean;
}
const validatorClass = z.custom<new (options: object) => Validator>((value) => typeof value === 'function');
const formatsPlugin = z.custom<(validator: Validator, formats: readonly string[]) => void>(
  (value) => typeof value === 'function',
);

/** A check against the schema that a document names. */
function accepts(document: unknown, named: string): boolean {
  const path = /\/json-schemas\/(teams\/v[\d.]+\/[\w.]+\.json)$/.exec(named)?.[1] ?? '';
  const schemas = join(dirname(load.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas');
  const Ajv = validatorClass.parse(load('ajv-draft-04'));
  const addFormats = formatsPlugin.parse(load('ajv-formats'));
  // A pattern of theirs is none under the stricter rules for Unicode.
  const validator = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(validator, ['uri', 'email', 'regex']);
  return validator.validate(JSON.parse(readFileSync(join(schemas, path), 'utf8')), document);
}

describe.skipIf(!isThere('@microsoft/app-manifest/package.json'))("Microsoft's schema", () => {
  const manifest = buildTeamsManifest(place);

  it('takes the manifest and its translation', () => {
    const english = buildTeamsEnglish(place);
    expect(accepts(manifest, manifest.$schema)).toBe(true);
    expect(accepts(english, english['$schema'] ?? '')).toBe(true);
  });

  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ['an id that is no GUID', ['id'], 'hr'],
    ['another version than its own', ['manifestVersion'], '1.18'],
    ['a name that is too long', ['name', 'short'], '名'.repeat(31)],
    ['a field that it does not know', ['colour'], 'green'],
    ['a prompt with a field of a later schema', ['bots', 0, 'commandLists', 0, 'commands', 0, 'type'], 'prompt'],
    ['no icons', ['icons'], undefined],
  ])('refuses %s', (_name, path, value) => {
    expect(accepts(withValue(manifest, path, value), manifest.$schema)).toBe(false);
  });
});

function isThere(name: string): boolean {
  try {
    return load.resolve(name) !== '';
  } catch {
    return false;
  }
}
