import type { Embedder } from '../../bot/index.ts';

/**
 * The twin of an embeddings endpoint: vectors from the characters of a text, the same every time. It knows no meaning and is
 * for tests of what stands around the port.
 */
export function createScriptedEmbedder(dimensions: number): Embedder {
  return { embed: async (texts) => texts.map((text) => toVector(text, dimensions)) };
}

function toVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  // The first place stands for the text as such, so that an empty text has a direction as well.
  vector[0] = 1;
  for (const character of text) {
    const place = ((character.codePointAt(0) ?? 0) * 2_654_435_761) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
