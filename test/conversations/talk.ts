/** One conversation with the assistant on some surface, from its first screen on. */
export interface Talk {
  /** Types words. */
  say(words: string): Promise<Shown>;
  /** Takes a button by its label; rejects where it is not offered. */
  choose(label: string): Promise<Shown>;
}

/** What a person sees after a turn. */
export interface Shown {
  /** Of each reply; null on a surface that does not show it. */
  readonly kinds: readonly string[] | null;
  /** What is said, with sources and small print, without buttons and without the marks that point to a source. */
  readonly text: string;
  /** Sections that the sources name. */
  readonly cites: readonly string[];
  /** Labels of buttons, in order. */
  readonly offers: readonly string[];
}

/** Opens conversations on one surface. */
export interface Surface {
  readonly name: string;
  /** A new conversation as of a day, ISO date. */
  open(asOf: string): Promise<Talk>;
  close(): Promise<void>;
}

/** The section that a source line names: 《title》edition・section, in English 《title》edition, section. */
export function sectionOf(line: string): string | null {
  return /《.+?》[^・,]*(?:・|, )(.+)$/.exec(line)?.[1] ?? null;
}

/** Rejects with what is offered instead. */
export function notOffered(label: string, offers: readonly string[]): Error {
  return new Error(`「${label}」 is not offered, but ${offers.map((offer) => `「${offer}」`).join('')}`);
}
