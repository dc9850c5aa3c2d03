import type { HomeView, KnownBlock } from '@slack/types';
import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { blocksPerViewMax } from './limits.ts';
import { renderChoices } from './render-choices.ts';
import { cleanReply } from './render-clean.ts';
import { renderNotices, renderParts } from './render-parts.ts';
import { renderProgress } from './render-progress.ts';
import { renderSources } from './render-sources.ts';
import { plain, renderContext } from './render-words.ts';

/** Blocks of buttons and small print at the most: what is said needs as much room. */
const footMax = blocksPerViewMax / 2;

/** The Home tab of one person: what is theirs, with the same buttons as in a message, and that it was made automatically. */
export function renderHome(overview: Reply): HomeView {
  const said = cleanReply(overview);
  const { home, automatic } = channelWording[said.language];
  const head: readonly KnownBlock[] = [{ type: 'header', text: plain(home.title) }, ...renderContext(home.intro)];
  const body = [renderProgress(said), ...renderParts(said.parts, 'noTables'), renderSources(said)].flat();
  const foot = [...renderChoices(said), ...renderNotices(said.parts)].slice(0, footMax);
  const disclosure = renderContext(automatic);
  const room = blocksPerViewMax - head.length - foot.length - disclosure.length;
  const shown = body.length <= room ? body : [...body.slice(0, room - 1), ...renderContext(home.more)];
  return { type: 'home', blocks: [...head, ...shown, ...foot, ...disclosure] };
}
