/** The four roles of the guideline: AI 政策, 應用, 開發, 研究人才. */
export const roles = ['policy', 'applied', 'developer', 'researcher'] as const;
/** One of the four roles. */
export type Role = (typeof roles)[number];

/** The languages in which the assistant speaks. */
export type Language = 'zh-TW' | 'en';

/** What a reply is; the same words as in the JSON Lines contract. */
export type ReplyKind =
  | 'answer'
  | 'abstention'
  | 'clarification'
  | 'smalltalk'
  | 'refusal'
  | 'interview'
  | 'recommendation'
  | 'draft'
  | 'notice';

/** A pointer to a passage with its quote. `document` is `faq` or `deck` for the two shipped ones. */
export interface Citation {
  readonly document: string;
  /** The document's title as people cite it. */
  readonly title: string;
  readonly edition: string;
  readonly section: string;
  /** Fact id, such as `F047`. */
  readonly passage: string;
  readonly quote: string;
}

/** A button: what it says and what it does. `value` is opaque to channels and is sent back as `Message.choice`. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  /** `primary` is the way on, `plain` all others, `person` hands the matter to a person. */
  readonly emphasis: 'primary' | 'plain' | 'person';
}

/** One piece of a reply, channel-neutral. `[1]` in a text points to the first citation. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: 'ordered' | 'unordered'; readonly items: readonly string[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'notice'; readonly text: string };

/** What the assistant says: data that a channel renders natively. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly language: Language;
  readonly parts: readonly Part[];
  readonly citations: readonly Citation[];
  readonly choices: readonly Choice[];
  /** The role that the reply is about, where it is about one. */
  readonly role: Role | null;
  /** How far a guided conversation is; null outside one. */
  readonly progress: { readonly step: number; readonly of: number } | null;
}

/** What a person sends: words, or a button that was offered before. */
export interface Message {
  readonly text: string;
  /** The `value` of a choice that was tapped; null for typed words. */
  readonly choice: string | null;
}

/** Something that a person may want to ask: what the button says, and what is asked when it is tapped. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** A question that the documents answer, with its answer. */
export interface Found {
  readonly title: string;
  readonly reply: Reply;
}

/** How somebody came: they opened the assistant themselves, or arrived among those whom it serves. */
export type Joining = 'opened' | 'arrived';
