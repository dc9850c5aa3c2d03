import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';
import { renderFrame } from './render-frame.ts';

/** 「說明」: what the assistant rests on, can and cannot do, and how it is used by keyboard. */
export function renderHelp(): Html {
  const words = webWording.helpPage;
  const documents = webWording.documents.map((document) => `${document.title}，${document.edition}`);
  return renderFrame(
    words.title,
    html`<main class="prose"><h1>${words.title}</h1><p>${words.intro}</p>
${renderSection(words.documents, documents)}
${renderSection(words.canDo, words.can)}
${renderSection(words.cannotDo, words.cannot)}
${renderSection(words.data, words.dataItems)}
<form class="choices" method="post" action="/remember"><button class="choice">${words.remember}</button></form>
<form class="choices" method="post" action="/forget"><button class="choice">${words.forget}</button></form>
${renderSection(words.keys, words.keyItems)}
<p>${words.access}</p></main>`,
  );
}

/** A page for what could not be done, with the way back. */
export function renderProblem(sentence: string): Html {
  const { problem, home } = webWording;
  return renderFrame(
    problem.title,
    html`<main class="prose"><h1>${problem.title}</h1><p>${sentence}</p><p>${problem.advice}</p><p><a class="action" href="/#newest">${home}</a></p></main>`,
  );
}

function renderSection(heading: string, items: readonly string[]): Html {
  return html`<h2>${heading}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
