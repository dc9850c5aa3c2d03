import { z } from 'zod';
import { channelWording } from '../../../prompts/index.ts';
import type { Conversations } from '../../conversations.ts';
import type { TeamsEvent } from './activity.ts';
import { privateAddressOf } from './address.ts';
import { answerWithText, type InvokeAnswer, languageOf } from './invoke-answer.ts';
import { renderFoundCard } from './render-found.ts';
import type { Scene } from './scene.ts';

/** Answers that are listed: what a list of the compose box shows without scrolling far. */
const foundMax = 8;
/** Characters of a search that are read. */
const queryCharactersMax = 200;

const query = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string().catch(''), value: z.unknown().optional() })).catch([]),
});
const item = z.looseObject({ title: z.string() });

/** The answers to what somebody looks for from the compose box, each ready to be put into their message. */
export async function answerSearch(
  conversations: Conversations,
  scene: Scene,
  agency: string,
  event: TeamsEvent,
): Promise<InvokeAnswer> {
  const words = readQuery(event.value);
  const found = words === '' ? await findPrompted(conversations, scene, agency) : conversations.find(words, foundMax);
  if (found.length === 0) return answerWithText(event.name ?? '', channelWording[languageOf(event)].search.nothing);
  const attachments = found.map(renderFoundCard);
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** Before anything is typed: what this person may want to know now. */
async function findPrompted(conversations: Conversations, scene: Scene, agency: string) {
  const prompts = await conversations.prompts(privateAddressOf(scene, agency));
  return prompts.flatMap(({ message }) => conversations.find(message, 1));
}

/** Empty at the first opening, when Teams asks with `initialRun` and a value of its own. */
function readQuery(value: unknown): string {
  const chosen = item.safeParse(value).data;
  if (chosen !== undefined) return tidy(chosen.title);
  const parameters = query.safeParse(value).data?.parameters ?? [];
  if (parameters.some(({ name }) => name === 'initialRun')) return '';
  const first = parameters.find(({ value: text }) => typeof text === 'string')?.value;
  return typeof first === 'string' ? tidy(first) : '';
}

function tidy(text: string): string {
  return text.trim().slice(0, queryCharactersMax);
}
