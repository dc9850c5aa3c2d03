import type { Embedder } from '../../bot/index.ts';

/** What every embedder promises: a name, and a check that throws where the promise is broken. */
export const embedderChecks: readonly {
  readonly name: string;
  readonly check: (embedder: Embedder) => Promise<void>;
}[] = [
  {
    name: 'gives one vector for each text, none for none',
    async check(embedder) {
      must((await embedder.embed([])).length === 0, 'vectors for no texts');
      must((await embedder.embed(['一', '二', ''])).length === 3, 'not three vectors for three texts');
    },
  },
  {
    name: 'gives vectors of one length in dimensions',
    async check(embedder) {
      const vectors = await embedder.embed(['短', '一段比較長的文字，用來看維度']);
      must(new Set(vectors.map((vector) => vector.length)).size === 1, 'vectors of different dimensions');
    },
  },
  {
    name: 'gives vectors of length 1',
    async check(embedder) {
      for (const vector of await embedder.embed(['時數', '', 'AI courses']))
        must(Math.abs(Math.hypot(...vector) - 1) < 1e-5, 'a vector that is not of length 1');
    },
  },
  {
    name: 'gives the same text the same vector, in whatever company',
    async check(embedder) {
      const [alone] = await embedder.embed(['證照']);
      const [, amongOthers] = await embedder.embed(['課程', '證照']);
      must(String(alone) === String(amongOthers), 'another vector for the same text');
    },
  },
];

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
