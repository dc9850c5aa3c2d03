import type { Knowledge } from '../../knowledge/index.ts';
import type { LearningWording } from '../../prompts/index.ts';
import { entryAgeYearsMax, hoursPerDayMax, hoursPerEntryMax } from '../limits.ts';
import type { Choice, Language, Part, Reply } from '../vocabulary.ts';
import { type Correction, type Draft, emptyDraft, type OpenStep, type Slot } from './dialogue.ts';
import { type Entry, refOf } from './entries.ts';
import { hoursCategories } from './ledger.ts';
import type { Trouble } from './read-draft.ts';
import { bare, plain, tellRef } from './reply-entry.ts';
import { roundHours } from './totals.ts';

/** What asking needs. */
export interface Asking {
  readonly knowledge: Knowledge;
  readonly words: LearningWording;
  readonly language: Language;
}

/** The first thing that a draft lacks; null for a whole one. */
export function nextSlot(draft: Draft): Slot | null {
  if (draft.name === null) return 'name';
  if (draft.catalogue?.sure === 'ask') return 'which';
  if (draft.parts.length > 0) return 'split';
  if (draft.kind === 'hours' && draft.hours === null) return 'hours';
  if (draft.doubt !== null) return 'sure';
  if (draft.date === null) return 'date';
  return draft.kind === 'hours' && draft.category === null ? 'category' : null;
}

/** The open question, behind why the last answer was not taken. */
export function composeQuestion(asking: Asking, open: OpenStep, trouble: Trouble | 'notUnderstood' | null): Reply {
  const { words, language } = asking;
  const parts: readonly Part[] = [
    ...(trouble === null ? [] : [{ type: 'text' as const, text: tellTrouble(words, trouble) }]),
    { type: 'text', text: questionOf(asking, open) },
  ];
  return { ...bare(parts, language), choices: [...offered(asking, open), plain(words.ask.cancel, 'learning:cancel')] };
}

function tellTrouble(words: LearningWording, trouble: Trouble | 'notUnderstood'): string {
  return words.trouble[trouble](trouble === 'tooLongAgo' ? entryAgeYearsMax : hoursPerEntryMax);
}

function questionOf({ knowledge, words }: Asking, open: OpenStep): string {
  if (open.type === 'pick') return open.wanted.type === 'delete' ? words.pickToDelete : words.pickToChange;
  if (open.type === 'edit') return open.slot === null ? words.whatToChange(open.ref.name) : words.newValue[open.slot];
  const draft = open.drafts.find((one) => nextSlot(one) !== null) ?? emptyDraft;
  const name = draft.name ?? '';
  switch (open.slot) {
    case 'name':
      return draft.kind === 'hours' ? words.ask.courseName : words.ask.certificateName;
    case 'split':
      return words.ask.split(draft.parts, draft.hours ?? 0);
    case 'hours':
      return words.ask.hours(name);
    case 'sure':
      return words.ask.sure[draft.doubt ?? 'about'](name, draft.hours ?? 0, hoursPerDayMax);
    case 'date':
      return draft.kind === 'hours' ? words.ask.date(name) : words.ask.passedOn(name);
    case 'category':
      return words.ask.category(name);
    case 'which':
      return words.ask.which(name, knowledge.catalogue.items.get(draft.catalogue?.id ?? '')?.name.zh ?? name);
  }
}

function offered({ words, language }: Asking, open: OpenStep): readonly Choice[] {
  if (open.type === 'pick') return open.refs.map((ref, at) => plain(tellRef({ language }, ref), `learning:pick:${at}`));
  if (open.type === 'edit' && open.slot === null) {
    const slots =
      open.ref.kind === 'hours' ? (['name', 'hours', 'date', 'category'] as const) : (['name', 'date'] as const);
    return slots.map((slot) => plain(words.slot[slot], `learning:slot:${slot}`));
  }
  const draft = open.type === 'draft' ? open.drafts.find((one) => nextSlot(one) === open.slot) : undefined;
  switch (open.slot) {
    case 'split':
      return [
        plain(words.ask.each(roundHours((draft?.hours ?? 0) / (draft?.parts.length || 1))), 'learning:fill:split:each'),
        plain(words.ask.oneCourse, 'learning:fill:split:one'),
      ];
    case 'sure':
      return [
        plain(words.ask.right(draft?.hours ?? 0), 'learning:fill:sure:yes'),
        plain(words.ask.wrong, 'learning:fill:sure:no'),
      ];
    case 'date':
      return [plain(words.ask.today, 'learning:fill:date:今天'), plain(words.ask.yesterday, 'learning:fill:date:昨天')];
    case 'category':
      return hoursCategories.map((category) => plain(words.category[category], `learning:fill:category:${category}`));
    case 'which': {
      const name = draft?.name;
      return [
        plain(words.ask.yes, 'learning:fill:which:yes'),
        plain(words.ask.no(name ?? ''), 'learning:fill:which:no'),
      ];
    }
    default:
      return [];
  }
}

/** Asks which of several entries is meant. */
export function pickOf(entries: readonly Entry[], wanted: Correction): OpenStep {
  return { type: 'pick', refs: entries.map(refOf), wanted };
}
