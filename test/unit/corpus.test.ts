import { describe, expect, it } from 'vitest';
import { documentLints } from './corpus/document-lints.ts';
import { fileLints } from './corpus/file-lints.ts';
import { noSharedReason, readCorpus } from './corpus/read-corpus.ts';
import { topicLints } from './corpus/topic-lints.ts';

/** The lint of everything that HR writes. Each check must first find what is wrong in a corpus that was spoilt on purpose. */

const corpus = readCorpus('2026-11-21');

describe('the corpus', () => {
  for (const lint of [...documentLints, ...topicLints, ...fileLints]) {
    const skipped = lint.needs === 'shared' ? noSharedReason : null;
    const name = skipped === null ? lint.name : `${lint.name} (skipped: ${skipped})`;

    it.skipIf(skipped !== null)(`${name}: the check finds what is wrong`, () => {
      const before = new Set(lint.find(corpus));
      const found = lint.find(lint.spoil(corpus)).filter((line) => !before.has(line));
      expect(found).not.toEqual([]);
    });

    it.skipIf(skipped !== null)(name, () => {
      expect(lint.find(corpus)).toEqual([]);
    });
  }
});
