import type { Citation, Reply } from '../../../bot/index.ts';
import { wordings } from '../../../prompts/index.ts';
import { claimAbstractMax, claimNameMax, claimsMax } from './limits.ts';
import { clip, marksOf } from './render-sentences.ts';

/** The one `schema.org` entity of a message; Teams refuses a second one, so label and sources stand in the same. */
export type RootEntity = {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  readonly '@id': '';
  /** Shows Teams's own label for generated text; sources are shown without it as well. */
  readonly additionalType?: string[];
  readonly citation?: Claim[];
};

type Claim = {
  readonly '@type': 'Claim';
  readonly position: number;
  readonly appearance: { readonly '@type': 'DigitalDocument'; readonly name: string; readonly abstract?: string };
};

/** The entity of a message with this text: its label, and the sources that the text marks. */
export function renderEntity(reply: Reply, text: string): RootEntity {
  const claims = marksOf(text)
    .flatMap((n) => reply.citations.slice(n - 1, n).map((citation) => renderClaim(citation, n, reply)))
    .slice(0, claimsMax);
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(originOf(reply) === 'composed' && { additionalType: ['AIGeneratedContent'] }),
    ...(claims.length > 0 && { citation: claims }),
  };
}

/**
 * Where the words of a reply come from. `official`: told from the question-and-answer set alone, in words that were
 * approved. `composed`: judged and put together for one person, approved by nobody, and therefore labelled as generated.
 * `fixed`: the assistant's own sentences and what they quote. A reply that a model writes belongs to `composed`.
 */
export function originOf({ kind, citations, role, progress }: Reply): 'official' | 'composed' | 'fixed' {
  switch (kind) {
    case 'recommendation':
    case 'draft':
      return 'composed';
    case 'interview':
      return role !== null && progress === null ? 'composed' : 'fixed';
    case 'answer':
      return citations.length > 0 && citations.every(({ document }) => document === 'faq') ? 'official' : 'fixed';
    default:
      return 'fixed';
  }
}

/** Whether a reply tells somebody something of the matter, so that it can be useful or not. */
export function isTelling(reply: Reply): boolean {
  return reply.kind === 'answer' || reply.kind === 'abstention' || originOf(reply) === 'composed';
}

/** Where a passage stands: 《document》edition・section. */
export function placeOf({ title, edition, section }: Citation, { language }: Reply): string {
  return wordings[language].source.line(title, edition, section);
}

function renderClaim(citation: Citation, position: number, reply: Reply): Claim {
  const abstract = clip(citation.quote, claimAbstractMax);
  const name = clip(placeOf(citation, reply), claimNameMax);
  return {
    '@type': 'Claim',
    position,
    appearance: { '@type': 'DigitalDocument', name, ...(abstract !== '' && { abstract }) },
  };
}
