import type { InputBlock, KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import type { Citation, Language } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { blocksPerViewMax, inputTextMax, modalTitleMax } from './limits.ts';
import { clean, cleanCitations } from './render-clean.ts';
import { renderQuote } from './render-quote.ts';
import { piecesOf, plain, renderContext } from './render-words.ts';
import { shorten } from './split-text.ts';

/**
 * 「問人事」: one question. `callback_id` is `ask`, the words come back as `question.text`. `error` is said above the field, where
 * the form was sent before and cannot be answered with an error of its own.
 */
export function askModal(text: string, error: string | null = null, language: Language = 'zh-TW'): ModalView {
  const { ask } = channelWording[language];
  const problem = error === null || error.trim() === '' ? [] : renderContext(clean(error));
  return formOf('ask', ask, [...problem, questionInput(ask, text)]);
}

/** 「交給人事承辦人」: the words may be changed before they are sent. `callback_id` is `handoff`, they come back as `question.text`. */
export function handoffModal(text: string, language: Language = 'zh-TW'): ModalView {
  const { handoff } = channelWording[language];
  return formOf('handoff', handoff, [questionInput(handoff, text)]);
}

/**
 * Why an answer was of no use. `callback_id` is `reason`; a reason comes back as `kind.kind`, words as `question.text`, and
 * `privateMetadata`, at most 3,000 characters, as it was given.
 */
export function reasonModal(privateMetadata: string, language: Language = 'zh-TW'): ModalView {
  const { feedback } = channelWording[language];
  const options = Object.entries(feedback.reasons).map(([value, label]) => ({ text: plain(label), value }));
  const kind: InputBlock = {
    type: 'input',
    block_id: 'kind',
    optional: true,
    label: plain(feedback.reasonLabel),
    element: { type: 'static_select', action_id: 'kind', placeholder: plain(feedback.reasonPlaceholder), options },
  };
  const words: InputBlock = {
    type: 'input',
    block_id: 'question',
    optional: true,
    label: plain(feedback.whyLabel),
    hint: plain(feedback.whyHint),
    element: textInput(''),
  };
  const wording = { title: feedback.whyTitle, submit: feedback.submit, cancel: feedback.cancel };
  return { ...formOf('reason', wording, [kind, words]), private_metadata: privateMetadata };
}

/** The quoted passages in full, each with its document, edition and section, numbered as the marks of the answer. */
export function sourcesModal(citations: readonly Citation[], language: Language = 'zh-TW'): ModalView {
  const { sources } = channelWording[language];
  const blocks = cleanCitations(citations).flatMap((citation, index) => renderQuote(citation, index + 1, language));
  const room = blocksPerViewMax - 1;
  const shown = blocks.length <= blocksPerViewMax ? blocks : [...blocks.slice(0, room), ...renderContext(sources.cut)];
  return {
    type: 'modal',
    callback_id: 'sources',
    title: plain(shorten(sources.title, modalTitleMax)),
    close: plain(shorten(sources.close, modalTitleMax)),
    blocks: shown.length === 0 ? [...renderContext(sources.gone)] : shown,
  };
}

/** A form with these blocks; its title and buttons are kept within their limits. */
function formOf(
  callback: string,
  { title, submit, cancel }: { readonly title: string; readonly submit: string; readonly cancel: string },
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(shorten(title, modalTitleMax)),
    submit: plain(shorten(submit, modalTitleMax)),
    close: plain(shorten(cancel, modalTitleMax)),
    blocks,
  };
}

function questionInput(
  { label, hint, placeholder }: { readonly label: string; readonly hint: string; readonly placeholder: string },
  text: string,
): InputBlock {
  return {
    type: 'input',
    block_id: 'question',
    label: plain(label),
    hint: plain(hint),
    element: { ...textInput(text), min_length: 1, placeholder: plain(placeholder), focus_on_load: true },
  };
}

/** What is more than the field takes is cut between sentences: a longer prefill has the whole form refused. */
function textInput(text: string): PlainTextInput {
  const input: PlainTextInput = {
    type: 'plain_text_input',
    action_id: 'text',
    multiline: true,
    max_length: inputTextMax,
  };
  const prefilled = piecesOf(clean(text), inputTextMax)[0] ?? '';
  return prefilled === '' ? input : { ...input, initial_value: prefilled };
}
