import type {
  CatalogueItem,
  HoursRule,
  ItemStatus,
  Knowledge,
  NextStep,
  PathEntry,
  Stage,
} from '../../knowledge/index.ts';
import { placeInPeriod } from '../calendar.ts';
import type { Role } from '../vocabulary.ts';
import { type Focus, outOfFocus } from './focus.ts';

/** What somebody has learnt so far. */
export type Level = 'none' | 'basic' | 'advanced';
/** How somebody wants to learn. */
export type Preference = 'online' | 'inPerson' | 'any';
/** Whether somebody leads others; some classes are for managers only. */
export type Position = 'manager' | 'staff';

/** Hours of this year that are left; null where the person said nothing of them. */
export interface HoursLeft {
  readonly total: number | null;
  readonly ai: number | null;
}

/** What a recommendation follows from. */
export interface RecommendationRequest {
  readonly role: Role | null;
  readonly position: Position | null;
  readonly level: Level;
  /** Ids of catalogue items. */
  readonly done: readonly string[];
  readonly hoursLeft: HoursLeft | null;
  /** Whether the person said it in this talk, or it follows from what they entered here. */
  readonly hoursFrom: 'said' | 'ledger';
  readonly preference: Preference;
  readonly focus: Focus | null;
  /** ISO date, the day as of which everything is told. */
  readonly today: string;
}

/** An ordered path, what was left out and why, and how to go on. Everything rests on facts published on the day. */
export interface Recommendation {
  readonly request: RecommendationRequest;
  /** Stages never go back; in the order of the catalogue. */
  readonly path: readonly Step[];
  readonly leftOut: readonly LeftOut[];
  readonly goOn: readonly NextStep[];
  readonly incentives: readonly NextStep[];
  /** The rules on hours that hold on the day. */
  readonly hours: readonly HoursRule[];
}

/** One thing to do. */
export interface Step {
  readonly stage: Stage;
  readonly item: CatalogueItem;
  /** The entry gives the reason with its facts. */
  readonly entry: PathEntry;
  readonly status: StatusOnDay;
}

/** What was known of an item on the day; `place` is where the day stands to an announced period, else null. */
export interface StatusOnDay {
  readonly known: ItemStatus;
  readonly place: 'ahead' | 'running' | 'over' | null;
}

/** A thing of the catalogue that is not in the path. */
export interface LeftOut {
  readonly item: CatalogueItem;
  readonly why: Why;
  /** Facts for the reason; empty where the person gave it. */
  readonly facts: readonly string[];
}

/** Why something is not in the path, in the order in which the reasons are asked. */
export type Why =
  | 'notPublished'
  | 'done'
  | 'notAnnounced'
  | 'statusUnclear'
  | 'otherRole'
  | 'audience'
  | 'mode'
  | 'kind'
  | 'stage'
  | 'covered';

/** What is needed of the knowledge. */
export type RecommendKnowledge = Pick<Knowledge, 'catalogue' | 'documents' | 'passages'>;

/** Ranks what the catalogue holds for one person on one day. Pure: same request, same recommendation. */
export function recommend(knowledge: RecommendKnowledge, request: RecommendationRequest): Recommendation {
  const { catalogue } = knowledge;
  const person = request.role ?? 'unknown';
  const own = catalogue.path.filter((entry) => entry.for.includes(person));
  const ownItems = new Set(own.map((entry) => entry.item));
  const others = catalogue.path.filter(
    (entry, at, all) => !ownItems.has(entry.item) && firstOf(all, entry.item) === at,
  );
  const decided = [
    ...own.map((entry) => decide(knowledge, request, entry, null)),
    ...others.map((entry) => decide(knowledge, request, entry, 'otherRole')),
  ];
  const holds = (entry: { readonly facts: readonly string[] }) => isPublished(knowledge, entry.facts, request.today);
  return {
    request,
    path: decided.filter((decision): decision is Step => 'stage' in decision),
    leftOut: decided.filter((decision): decision is LeftOut => 'why' in decision),
    goOn: catalogue.nextSteps.filter(holds),
    incentives: catalogue.incentives.filter(holds),
    hours: catalogue.hours.filter((rule) => placeInPeriod(request.today, rule.valid) === 'running' && holds(rule)),
  };
}

/** Whether the documents of all these facts had been published and still hold on the day. */
export function isPublished(knowledge: RecommendKnowledge, facts: readonly string[], day: string): boolean {
  return facts.every((fact) => {
    const document = knowledge.documents.get(knowledge.passages.get(fact)?.document ?? '');
    return (
      document !== undefined && placeInPeriod(day, { from: document.validFrom, to: document.validTo }) === 'running'
    );
  });
}

function decide(
  knowledge: RecommendKnowledge,
  request: RecommendationRequest,
  entry: PathEntry,
  notOwn: 'otherRole' | null,
): Step | LeftOut {
  const item = knowledge.catalogue.items.get(entry.item);
  if (item === undefined) throw new TypeError(`Unknown item: ${entry.item}`);
  const status = statusOn(knowledge, item, request.today);
  if (status === null || !isPublished(knowledge, entry.facts, request.today))
    return { item, why: 'notPublished', facts: [] };
  if (request.done.includes(item.id)) return { item, why: 'done', facts: [] };
  if (isUndated(status)) return { item, why: 'notAnnounced', facts: [status.known.fact] };
  if (item.kind === 'certificate' && item.caution !== null)
    return { item, why: 'statusUnclear', facts: [status.known.fact] };
  if (notOwn !== null) return { item, why: notOwn, facts: [entry.facts[0] ?? status.known.fact] };
  if (isForOthers(item, request)) return { item, why: 'audience', facts: [status.known.fact] };
  if (isUnwantedMode(item, request.preference)) return { item, why: 'mode', facts: [] };
  const unwanted = outOfFocus(request.focus, item, entry.stage);
  if (unwanted !== null) return { item, why: unwanted, facts: [] };
  if (isCovered(entry, request.level)) return { item, why: 'covered', facts: [] };
  return { stage: entry.stage, item, entry, status };
}

/** The last thing that was known; null before any document spoke of it. */
function statusOn(knowledge: RecommendKnowledge, item: CatalogueItem, day: string): StatusOnDay | null {
  const known = item.status.findLast((status) => status.from <= day);
  if (known === undefined) return null;
  const period = knowledge.passages.get(known.fact)?.period ?? null;
  return { known, place: known.status === 'expected' && period !== null ? placeInPeriod(day, period) : null };
}

function isUndated({ known, place }: StatusOnDay): boolean {
  return known.status === 'announced' || (known.status === 'expected' && place === null);
}

/** Classes for managers are for those who say that they are one. */
function isForOthers(item: CatalogueItem, request: RecommendationRequest): boolean {
  return item.kind === 'course' && item.audience.group === 'managers' && request.position !== 'manager';
}

/** Where the documents do not say how a course is held, it stays. */
function isUnwantedMode(item: CatalogueItem, preference: Preference): boolean {
  if (preference === 'any' || item.kind === 'certificate') return false;
  return item.mode !== 'unknown' && item.mode !== preference;
}

function isCovered(entry: PathEntry, level: Level): boolean {
  if (entry.coveredBy === null || level === 'none') return false;
  return level === 'advanced' || entry.coveredBy === 'basic';
}

function firstOf(entries: readonly PathEntry[], item: string): number {
  return entries.findIndex((entry) => entry.item === item);
}
