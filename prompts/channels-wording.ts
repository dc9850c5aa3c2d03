/** What chat channels say around the conversation. Names no platform, so that every channel says the same. */
export interface ChannelWording {
  /** Shown while an answer is being made, one after another. */
  readonly status: readonly string[];
  /** Under everything that was made by itself. */
  readonly automatic: string;
  /** Stands on a verbatim approved answer instead of the label for generated text. */
  readonly official: string;
  /** How far a guided conversation is. */
  readonly progress: (step: number, of: number) => string;
  /** Stands where the buttons of a message were, once one was taken. */
  readonly chosen: (label: string) => string;
  /** Heads the whole texts of buttons whose labels had to be shortened. */
  readonly wholeLabels: string;
  /** The same where the assistant hears only what mentions it. */
  readonly wholeLabelsInGroup: string;
  /** Asking from a form. */
  readonly ask: FormWording;
  /** Handing a question or a message to the personnel officer. */
  readonly handoff: FormWording & {
    /** Said once it was handed over. */
    readonly given: string;
    /** The shortcut on somebody's message. */
    readonly shortcut: string;
  };
  readonly sources: {
    /** Opens the quoted passages. */
    readonly button: string;
    readonly title: string;
    readonly close: string;
    /** Heads the list of sources below an answer. */
    readonly heading: string;
    /** One source among others: its marks, and where it stands. */
    readonly line: (marks: string, place: string) => string;
    /** How many places stand behind the button only. */
    readonly more: (count: number) => string;
    /** None of the passages is there any more. */
    readonly gone: string;
    /** More passages than a form holds. */
    readonly cut: string;
  };
  readonly feedback: {
    /** Heads the two buttons where a channel shows no symbols. */
    readonly label: string;
    readonly useful: string;
    readonly notUseful: string;
    /** Read out for the two buttons. */
    readonly usefulLabel: string;
    readonly notUsefulLabel: string;
    readonly whyTitle: string;
    readonly whyLabel: string;
    readonly whyHint: string;
    readonly reasonLabel: string;
    readonly reasonPlaceholder: string;
    /** Why an answer was of no use; the key is what is kept. */
    readonly reasons: Readonly<Record<'wrong' | 'notMine' | 'unclear' | 'outdated' | 'other', string>>;
    readonly submit: string;
    readonly cancel: string;
    readonly thanks: string;
    /** The turn is no longer kept. */
    readonly gone: string;
  };
  readonly share: {
    readonly button: string;
    readonly done: string;
  };
  readonly home: {
    readonly title: string;
    readonly intro: string;
    readonly settings: string;
    /** More than the page holds. */
    readonly more: string;
    readonly unavailable: string;
  };
  readonly command: {
    /** What the command prints for 「說明」 and for anything that is not understood; `command` is its name with the slash. */
    readonly help: (command: string) => readonly string[];
    readonly description: string;
    readonly usageHint: string;
  };
  readonly welcome: {
    /** The place for suggested questions. */
    readonly prompts: string;
    readonly text: string;
  };
  readonly search: {
    readonly title: string;
    readonly label: string;
    readonly placeholder: string;
    readonly nothing: string;
  };
  readonly message: {
    /** An edited message that was answered already. */
    readonly edited: string;
    readonly deleted: string;
  };
  readonly problem: {
    readonly empty: string;
    readonly tooLong: (charactersMax: number) => string;
    readonly tryAgain: string;
    readonly notUnderstood: string;
    /** A workspace or organisation that this assistant does not serve. */
    readonly otherOrganisation: string;
  };
}

/** A form with one field for words. */
interface FormWording {
  /** At most 24 characters: the narrowest title bar. */
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  /** At most 24 characters each. */
  readonly submit: string;
  readonly cancel: string;
}
