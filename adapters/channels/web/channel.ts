import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import express, { type Request, type Response, type Router } from 'express';
import type { Ids, Message, TurnRecord } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';
import type { Conversations } from '../../conversations.ts';
import { announce } from './announce.ts';
import { readMessage } from './read-message.ts';
import { bodyBytesMax, refuse, refuseBadBody, refuseOtherOrigins, wantsJson } from './refuse.ts';
import { renderHelp } from './render-help.ts';
import { renderPage } from './render-page.ts';
import { newestId, renderTurn, type ShownTurn } from './render-turn.ts';
import { securityHeaders } from './security-headers.ts';
import { addressOf, forgetBrowser, rememberBrowser } from './thread-cookie.ts';

/** What the web chat needs. */
export interface WebChannelParts {
  readonly conversations: Conversations;
  /** Make the thread ids, which are all that protects a conversation: they must not be guessable. */
  readonly ids: Ids;
  /** The agency whose people use this page. */
  readonly agency: string;
}

const publicFolder = fileURLToPath(new URL('./public', import.meta.url));

/** The web chat, to be mounted at `/`: the page, its messages, 「清除對話」, 「說明」, remembering and its three files. */
export function createWebChannel(parts: WebChannelParts): Router {
  const { conversations, ids, agency } = parts;
  const router = express.Router();
  const readBody = express.raw({ type: () => true, limit: bodyBytesMax });
  router.use(securityHeaders);
  router.use('/assets', express.static(publicFolder, { index: false, redirect: false }));
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.get('/', async (request, response) => {
    const transcript = await conversations.transcript(addressOf(request, response, ids, agency));
    sendPage(parts, response, isJustCleared(transcript) ? [] : transcript);
  });
  router.post('/messages', refuseOtherOrigins, readBody, (request, response) =>
    answerMessage(parts, request, response),
  );
  router.post('/clear', refuseOtherOrigins, async (request, response) => {
    const address = addressOf(request, response, ids, agency);
    await conversations.send(address, { text: webWording.clearCommand, choice: null }, ids.next());
    response.redirect(303, '/');
  });
  router.post('/remember', refuseOtherOrigins, (request, response) => {
    rememberBrowser(request, response);
    response.redirect(303, '/');
  });
  router.post('/forget', refuseOtherOrigins, (request, response) => {
    forgetBrowser(request, response);
    response.redirect(303, '/');
  });
  // Somebody reloaded or typed the address of a form.
  router.get(['/messages', '/clear', '/remember', '/forget'], (_request, response) => response.redirect(303, '/'));
  router.get('/help', (_request, response) => {
    response.type('html').send(String(renderHelp()));
  });
  router.use(refuseBadBody);
  return router;
}

async function answerMessage(parts: WebChannelParts, request: Request, response: Response): Promise<void> {
  const { conversations, ids, agency } = parts;
  const mediaType = mediaTypeOf(request);
  if (mediaType === null) return refuse(request, response, 415, webWording.problem.mediaType);
  const body: unknown = request.body;
  const read = readMessage(body instanceof Uint8Array ? body : new Uint8Array(), mediaType);
  if ('problem' in read) return refuse(request, response, 400, read.problem);

  const address = addressOf(request, response, ids, agency);
  const message = withLabel(read.message, await conversations.transcript(address), conversations);
  const replies = await conversations.send(address, message, read.id ?? ids.next());
  const transcript = await conversations.transcript(address);
  // Two windows may talk in one thread: the newest turn need not be ours. A turn that failed is not kept at all.
  const kept = transcript.findLastIndex((turn) => isDeepStrictEqual(turn.replies, replies));
  const turns: readonly ShownTurn[] =
    kept === -1
      ? [...transcript, { said: message.text, standalone: '', replies, at: null, resend: message }]
      : transcript;
  const index = kept === -1 ? turns.length - 1 : kept;
  const turn = turns[index];
  if (turn !== undefined && wantsJson(request))
    response.json({
      html: String(renderTurn(turn, index, 'offered')),
      announcement: announce(replies),
      // The thread was cleared, or it expired before this turn: what the page still shows is gone.
      replaces: turns.length === 1,
    });
  else if (kept === -1) sendPage(parts, response, turns);
  else response.redirect(303, `/#${newestId}`);
}

function sendPage({ conversations, ids }: WebChannelParts, response: Response, turns: readonly ShownTurn[]): void {
  response.type('html').send(String(renderPage(conversations.welcome(), turns, ids.next())));
}

/** Whoever pressed 「清除對話」 finds the page as it was at the beginning. */
function isJustCleared(transcript: readonly TurnRecord[]): boolean {
  return transcript.length === 1 && transcript[0]?.said === webWording.clearCommand;
}

function mediaTypeOf(request: Request): 'form' | 'json' | null {
  if (request.is('application/json')) return 'json';
  return request.is('application/x-www-form-urlencoded') ? 'form' : null;
}

/** A tapped button says its label; the page sends the value alone, so that nobody can put other words under it. */
function withLabel(message: Message, transcript: readonly TurnRecord[], conversations: Conversations): Message {
  if (message.choice === null || message.text !== '') return message;
  const replies = [conversations.welcome(), ...transcript.flatMap((turn) => turn.replies)];
  const choice = replies.flatMap((reply) => reply.choices).findLast((offered) => offered.value === message.choice);
  return choice === undefined ? message : { ...message, text: choice.label };
}
