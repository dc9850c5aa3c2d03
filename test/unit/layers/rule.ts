import type { Project } from './read-project.ts';

/** A rule of the house: what breaks it, and a small project that breaks it. */
export interface Rule {
  /** Reads as a claim about the project. */
  readonly name: string;
  /** One line for each place that breaks it. */
  readonly find: (project: Project) => readonly string[];
  /** Texts by path of a project that breaks the rule in the places that `broken` names, and nowhere else. */
  readonly twin: Readonly<Record<string, string>>;
  readonly scripts?: readonly string[];
  /** How each line begins that must be found in the twin. */
  readonly broken: readonly string[];
}
