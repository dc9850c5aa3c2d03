import { type Language, type Part, type Reply, unreachable } from '../../../bot/index.ts';
import { webWording, wordings } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';
import { renderChoices } from './render-choices.ts';
import { type Marks, renderText, sourceId } from './render-text.ts';

/** Sources listed at once; more would push what follows off the page and wait behind one line. */
const sourcesShownMax = 6;

/** Whether the buttons of a reply are still offered; only those of the newest turn are. */
export type Offer = 'offered' | 'past';

/** One reply: label, progress, what it says, sources, small print, buttons. `id` is unique on the page. */
export function renderReply(reply: Reply, id: string, offer: Offer): Html {
  const marks: Marks = { id, count: reply.citations.length, language: reply.language };
  const said = reply.parts.filter((part) => part.type !== 'notice');
  const notices = reply.parts.filter((part) => part.type === 'notice');
  return html`<div class="reply reply-${reply.kind}" lang="${langOf(reply.language)}">
<div class="reply-head"><span class="glyph" aria-hidden="true">${webWording.answerMark}</span><h3 class="label">${labelOf(reply)}</h3>${renderProgress(reply, id)}</div>
<div class="reply-body">${said.map((part) => renderPart(part, marks))}</div>
${renderSources(reply, id)}
${notices.map((part) => html`<p class="small-print">${renderText(part.text, marks)}</p>`)}
${offer === 'offered' ? renderChoices(reply) : null}
</div>`;
}

/** The words above a reply; an interview without a next question has come to its result. */
export function labelOf(reply: Reply): string {
  const kinds = webWording.kinds[reply.language];
  return reply.kind === 'interview' && reply.progress === null && reply.role !== null
    ? kinds.result
    : kinds[reply.kind];
}

/** The `lang` of a text; Chinese is Taiwan's. */
function langOf(language: Language): string {
  return language === 'en' ? 'en' : 'zh-Hant-TW';
}

function renderProgress(reply: Reply, id: string): Html | null {
  if (reply.progress === null) return null;
  const { step, of } = reply.progress;
  return html`<p class="progress"><label for="${id}-progress">${wordings[reply.language].interview.progress(step, of)}</label><progress id="${id}-progress" value="${step}" max="${of}"></progress></p>`;
}

function renderPart(part: Part, marks: Marks): Html {
  switch (part.type) {
    case 'text':
    case 'notice':
      return html`${part.text.split(/\n{2,}/).map((text) => html`<p>${renderText(text, marks)}</p>`)}`;
    case 'heading':
      return html`<h4>${renderText(part.text, marks)}</h4>`;
    case 'list':
      return renderList(part, marks);
    case 'table':
      return renderTable(part, marks);
    default:
      return unreachable(part);
  }
}

function renderList(part: Extract<Part, { type: 'list' }>, marks: Marks): Html {
  const items = part.items.map((item) => html`<li>${renderText(item, marks)}</li>`);
  return part.ordered === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

// The roles keep it a table for screen readers where a narrow page lays its rows out as blocks.
function renderTable(part: Extract<Part, { type: 'table' }>, marks: Marks): Html {
  const head = part.columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`);
  const rows = part.rows.map(
    (row) => html`<tr role="row">${row.map((cell, index) => renderCell(part, cell, index, marks))}</tr>`,
  );
  return html`<table role="table"><caption>${part.caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

function renderCell(part: Extract<Part, { type: 'table' }>, cell: string, index: number, marks: Marks): Html {
  const text = renderText(cell, marks);
  if (index === 0) return html`<th role="rowheader" scope="row">${text}</th>`;
  return html`<td role="cell" data-column="${part.columns[index] ?? ''}"><div>${text}</div></td>`;
}

/** The anchor stands inside the details: browsers open them when a mark leads there, also without JavaScript. */
function renderSources(reply: Reply, id: string): Html | null {
  if (reply.citations.length === 0) return null;
  const { numbered, many } = webWording.source[reply.language];
  const { heading, line } = wordings[reply.language].source;
  const items = reply.citations.map((citation, index) => {
    const words = numbered(index + 1, line(citation.title, citation.edition, citation.section));
    return html`<li><details><summary>${words}</summary><blockquote id="${sourceId(id, index + 1)}" lang="zh-Hant-TW">${citation.quote}</blockquote></details></li>`;
  });
  const list = html`<ol>${items}</ol>`;
  if (items.length <= sourcesShownMax) return html`<div class="sources"><h4>${heading}</h4>${list}</div>`;
  return html`<div class="sources"><h4>${heading}</h4><details class="sources-many"><summary>${many(items.length)}</summary>${list}</details></div>`;
}
