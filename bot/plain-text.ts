import { wordings } from '../prompts/index.ts';
import type { Part, Reply } from './vocabulary.ts';

/** A reply as plain text with its sources: for the terminal, JSON Lines and every place that shows text only. */
export function renderPlainText(reply: Reply): string {
  const notices = reply.parts.filter((part) => part.type === 'notice');
  const body = reply.parts.filter((part) => part.type !== 'notice').map(renderPart);
  const { progress, language } = reply;
  const step = progress === null ? '' : wordings[language].interview.progress(progress.step, progress.of);
  return [step, ...body, renderSources(reply), ...notices.map(renderPart)].filter((text) => text !== '').join('\n\n');
}

/** More sources than this are listed by section without their quotes: nobody reads thirty quotes in plain text. */
const quotedMax = 10;

function renderSources(reply: Reply): string {
  if (reply.citations.length === 0) return '';
  const { source } = wordings[reply.language];
  const cited = reply.citations.map((citation, index) => ({
    ...citation,
    mark: `[${index + 1}]`,
    place: source.line(citation.title, citation.edition, citation.section),
  }));
  if (cited.length <= quotedMax)
    return [`${source.heading}：`, ...cited.map(({ mark, place, quote }) => `${mark} ${place}：${quote}`)].join('\n');
  const places = [...new Set(cited.map(({ place }) => place))];
  const marksOf = (wanted: string): string =>
    cited
      .filter(({ place }) => place === wanted)
      .map(({ mark }) => mark)
      .join('');
  return [`${source.heading}：`, ...places.map((place) => `${marksOf(place)} ${place}`)].join('\n');
}

function renderPart(part: Part): string {
  if (part.type === 'list')
    return part.items
      .map((item, index) => (part.ordered === 'ordered' ? `${index + 1}. ${item}` : `・${item}`))
      .join('\n');
  if (part.type === 'table')
    return [`${part.caption}：`, ...part.rows.map((row) => `・${row.filter((cell) => cell !== '').join('｜')}`)].join(
      '\n',
    );
  return part.text;
}
