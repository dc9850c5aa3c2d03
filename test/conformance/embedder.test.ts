import { describe, expect, it } from 'vitest';
import { createScriptedEmbedder } from '../../adapters/models/scripted-embedder.ts';
import type { Embedder } from '../../bot/index.ts';
import { embedderChecks } from './embedder.ts';

const right = createScriptedEmbedder(32);
let calls = 0;

/** For each check, in its order, an embedder that breaks just that promise. */
const broken: readonly Embedder[] = [
  { embed: async (texts) => (await right.embed(texts)).slice(1) },
  { embed: async (texts) => (await right.embed(texts)).map((vector, at) => vector.subarray(0, 32 - at)) },
  { embed: async (texts) => (await right.embed(texts)).map((vector) => vector.map((value) => value * 2)) },
  { embed: async (texts) => createScriptedEmbedder(16 + (calls++ % 7)).embed(texts) },
];

describe('an embedder', () => {
  it.each(embedderChecks.map((one) => [one.name, one] as const))('scripted: %s', async (_name, { check }) => {
    await expect(check(right)).resolves.toBeUndefined();
  });

  it.each(embedderChecks.map((one, at) => [one.name, one, broken[at]] as const))(
    'a broken twin is found: %s',
    async (_name, { check }, twin) => {
      await expect(check(twin ?? right)).rejects.toThrow();
    },
  );
});
