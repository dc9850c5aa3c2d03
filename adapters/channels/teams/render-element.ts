import { linesOf, piecesOf } from './render-sentences.ts';

/** The parts of Adaptive Cards 1.5 that are used here; all of them wrap, none has a fixed width. */
export type CardElement =
  | TextBlock
  | RichTextBlock
  | {
      readonly type: 'Container';
      readonly id: string;
      readonly isVisible: false;
      readonly items: readonly CardElement[];
    }
  | ({ readonly type: 'ActionSet'; readonly actions: readonly CardAction[] } & Pick<Look, 'spacing'>)
  | InputText;

/** A button of a card. */
export type CardAction =
  | ({ readonly type: 'Action.Execute'; readonly verb: string; readonly fallback: SubmitAction } & ActionBase)
  | SubmitAction
  | {
      readonly type: 'Action.ToggleVisibility';
      readonly title: string;
      readonly targetElements: readonly string[];
    };

/** How a text looks; all of it is optional in a card. */
export interface Look {
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'medium';
  readonly isSubtle?: true;
  readonly spacing?: 'none' | 'small' | 'medium';
  readonly separator?: true;
  readonly style?: 'heading';
}

interface ActionBase {
  readonly title: string;
  readonly tooltip?: string;
  readonly style?: 'positive';
  readonly data: Readonly<Record<string, string>>;
}

type SubmitAction = { readonly type: 'Action.Submit' } & ActionBase;

interface TextBlock extends Look {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
}

interface RichTextBlock extends Pick<Look, 'spacing' | 'separator'> {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

interface TextRun extends Pick<Look, 'weight' | 'size' | 'isSubtle'> {
  readonly type: 'TextRun';
  readonly text: string;
}

interface InputText {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly isMultiline: true;
  readonly isRequired: true;
  readonly errorMessage: string;
}

/**
 * A text line by line, each as it is. `TextBlock` reads markdown, whose escapes phones show as backslashes
 * (microsoft/AdaptiveCards#5590); so a line in which anything could be taken for markdown becomes a `RichTextBlock`,
 * which reads none. An address is a link that shows itself.
 */
export function renderLines(text: string, look: Look = {}): readonly CardElement[] {
  return linesOf(text)
    .flatMap(piecesOf)
    .map((line, index) => renderLine(line, index === 0 ? look : { ...look, spacing: 'small' }));
}

/** A text after its label, such as a cell after the head of its column. */
export function renderLabelled(label: string, text: string, look: Look = {}): readonly CardElement[] {
  const [first = '', ...others] = linesOf(text).flatMap(piecesOf);
  return [
    renderRuns([toRun(label, { weight: 'bolder' }), toRun(first, look)], look),
    ...others.map((line) => renderLine(line, { ...look, spacing: 'small' })),
  ];
}

/** What markdown might read in a line: its signs and addresses anywhere, a list at its start. */
const markdown = /[\\`*_~#<>&|{}[\]]|https?:|www\.|^(?:[-+•=]|\d+[.)])/;
/** A mark of a source means nothing to it, unless what follows makes a link of it. */
const plainMark = /\[\d{1,2}\](?![(:])/g;
/** An address in which nothing can be taken for markdown: an underline only within a word. */
const plainAddress = /(?<!!)https:\/\/(?:[A-Za-z\d.\-/?=%:#@+,]|(?<=[A-Za-z\d])[_&](?=[A-Za-z\d]))*[A-Za-z\d/=]/g;

function renderLine(text: string, look: Look): CardElement {
  const rest = text.replace(plainAddress, 'a').replace(plainMark, '');
  if (markdown.test(rest)) return renderRuns([toRun(text, look)], look);
  return { type: 'TextBlock', text: text.replace(plainAddress, '[$&]($&)'), wrap: true, ...look };
}

function renderRuns(inlines: readonly TextRun[], { spacing, separator }: Look): CardElement {
  return { type: 'RichTextBlock', inlines, ...(spacing && { spacing }), ...(separator && { separator }) };
}

function toRun(text: string, { weight, size, isSubtle }: Look): TextRun {
  return { type: 'TextRun', text, ...(weight && { weight }), ...(size && { size }), ...(isSubtle && { isSubtle }) };
}
