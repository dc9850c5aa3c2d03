import { createHash } from 'node:crypto';
import { z } from 'zod';
import { messageCharactersMax } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import type { Conversations } from '../../conversations.ts';
import type { TeamsEvent } from './activity.ts';
import { privateAddressOf } from './address.ts';
import { answerWithForm, answerWithText, type InvokeAnswer, languageOf } from './invoke-answer.ts';
import { plainTextOfHtml } from './plain-text.ts';
import { renderLines } from './render-element.ts';
import { renderTaskCard } from './render-task.ts';
import type { Scene } from './scene.ts';
import { privateTargetOf } from './target.ts';

const payload = z
  .looseObject({
    id: z.string().catch(''),
    body: z
      .looseObject({ content: z.string().catch('') })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);
const opened = z.looseObject({ messagePayload: payload });
const filled = z.looseObject({
  messagePayload: payload,
  data: z.looseObject({ verb: z.literal('hand-over'), text: z.string().catch('') }),
});
/** Characters of the name of a filled form: enough that no two texts share it. */
const digestCharacters = 32;

/** The form behind 「交給人事」 on somebody's message, with its words in it. */
export function answerFormOpened(event: TeamsEvent): InvokeAnswer {
  const content = opened.safeParse(event.value).data?.messagePayload?.body?.content ?? '';
  const language = languageOf(event);
  return answerWithForm(channelWording[language].handoff.title, renderTaskCard(plainTextOfHtml(content), language));
}

/**
 * Hands the filled form to the personnel officer, in the person's private thread. The same words about the same message are one
 * event, however often they are sent. Null for a form of somebody else.
 */
export async function answerFormFilled(
  conversations: Conversations,
  scene: Scene,
  agency: string,
  event: TeamsEvent,
): Promise<InvokeAnswer | null> {
  const form = filled.safeParse(event.value).data;
  if (form === undefined) return null;
  const { handoff, problem } = channelWording[languageOf(event)];
  const text = form.data.text.trim();
  if (text === '') return withProblem(event, text, problem.empty);
  if (text.length > messageCharactersMax) return withProblem(event, text, problem.tooLong(messageCharactersMax));
  const about = `${form.messagePayload?.id || event.id} ${text}`;
  const name = `h:${createHash('sha256').update(about).digest('hex').slice(0, digestCharacters)}`;
  const message = { text, choice: 'handoff:' };
  await conversations.accept(privateAddressOf(scene, agency), message, name, privateTargetOf(scene));
  return answerWithText(event.name ?? '', handoff.given);
}

/** The form once more, with what is wrong above it. */
function withProblem(event: TeamsEvent, text: string, problem: string): InvokeAnswer {
  const language = languageOf(event);
  const card = renderTaskCard(text, language);
  const body = [...renderLines(problem, { weight: 'bolder' }), ...card.body];
  return answerWithForm(channelWording[language].handoff.title, { ...card, body });
}
