import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';

/** The page around its main part: head, name of the service, ways around. `title` is null on the chat page itself. */
export function renderFrame(title: string | null, main: Html): Html {
  const { help, clear, home, navigation, skip, tagline, description } = webWording;
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title === null ? '' : `${title}｜`}${webWording.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/chat.css">
${title === null ? html`<script src="/assets/chat.js" type="module"></script>` : null}
</head>
<body>
${title === null ? html`<a class="skip" href="#text">${skip}</a>` : null}
<div class="sheet">
<header class="masthead">
<div class="name">${emblem}<div>${renderName(title)}<p class="tagline">${tagline}</p></div></div>
<nav aria-label="${navigation}"><ul>
${title === null ? html`<li><a class="action" href="/help">${help}</a></li><li><form method="post" action="/clear" data-clear><button class="action">${clear}</button></form></li>` : html`<li><a class="action" href="/#newest">${home}</a></li>`}
</ul></nav>
</header>
${main}
</div>
</body>
</html>
`;
}

function renderName(title: string | null): Html {
  return title === null
    ? html`<h1 class="service">${webWording.title}</h1>`
    : html`<p class="service">${webWording.title}</p>`;
}

// A sheet of paper with lines of text, one of them marked by a seal: an answer with its source.
const emblem = html`<svg class="emblem" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><rect class="emblem-ground" x="1" y="1" width="46" height="46" rx="3"/><path class="emblem-line" d="M13 12h22M13 19h22M13 26h13M13 33h9"/><rect class="emblem-seal" x="28.5" y="25.5" width="9" height="11" rx="1"/></svg>`;
