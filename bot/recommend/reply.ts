import type { Bilingual, CatalogueItem, Knowledge, NextStep } from '../../knowledge/index.ts';
import { wordings } from '../../prompts/index.ts';
import { formatDay } from '../calendar.ts';
import { handoffChoice } from '../choices.ts';
import { createCitationList } from '../cite.ts';
import { unreachable } from '../errors.ts';
import { type Choice, type Language, type Part, type Reply, roles } from '../vocabulary.ts';
import { isPublished, type LeftOut, type Recommendation, type Step } from './recommend.ts';
import { type Telling, tellHours } from './tell-hours.ts';

/** Citations of one recommendation: a whole path with incentives rests on some 30 facts, an answer on a few. */
const recommendationCitationsMax = 40;

/** Tells a recommendation: the path as a table, hours, what was left out and why, how to go on, each with its source. */
export function composeRecommendation(
  knowledge: Knowledge,
  recommendation: Recommendation,
  language: Language,
  extent: 'whole' | 'brief' = 'whole',
): Reply {
  const telling: Telling = {
    knowledge,
    language,
    today: formatDay(recommendation.request.today, language),
    citations: createCitationList(knowledge, recommendationCitationsMax),
  };
  const words = wordings[language];
  if (extent === 'brief') return composeBrief(recommendation, telling);
  const parts: readonly Part[] = [
    ...tellIntro(recommendation, telling),
    ...tellPath(recommendation.path, telling),
    ...tellHours(recommendation, telling),
    ...list(words.recommendation.leftOut, tellLeftOut(recommendation.leftOut, telling)),
    ...list(
      words.recommendation.goOn,
      recommendation.goOn.map((step) => tellNext(step, telling)),
    ),
    ...list(
      words.recommendation.incentives,
      recommendation.incentives.map((step) => tellNext(step, telling)),
    ),
    ...tellModules(recommendation, telling),
    { type: 'notice', text: words.answer.automatic },
  ];
  return {
    kind: 'recommendation',
    language,
    parts,
    citations: telling.citations.all(),
    choices: choices(recommendation, language),
    role: recommendation.request.role,
    progress: null,
  };
}

/** The first steps and the hours, for who has little time; all else is one button away. */
function composeBrief(recommendation: Recommendation, telling: Telling): Reply {
  const { language } = telling;
  const words = wordings[language];
  const parts: readonly Part[] = [
    ...tellPath(recommendation.path.filter(({ item }) => item.kind !== 'certificate').slice(0, briefStepsMax), telling),
    ...tellHours(recommendation, telling),
    { type: 'notice', text: words.answer.automatic },
  ];
  const whole: Choice = { label: words.recommendation.whole, value: 'recommend:', emphasis: 'primary' };
  return {
    kind: 'recommendation',
    language,
    parts,
    citations: telling.citations.all(),
    choices: [whole, ...choices(recommendation, language)],
    role: recommendation.request.role,
    progress: null,
  };
}

/** Steps of a path that is told in brief. */
const briefStepsMax = 3;

function tellIntro({ request, path }: Recommendation, telling: Telling): readonly Part[] {
  const words = wordings[telling.language];
  const { catalogue } = telling.knowledge;
  const { role, today } = request;
  const holds = (facts: readonly string[]) => isPublished(telling.knowledge, facts, today);
  const parts: Part[] = [];
  if (path.length === 0) parts.push({ type: 'text', text: words.recommendation.nothingLeft });
  else if (!holds(catalogue.sequence.facts))
    parts.push({ type: 'text', text: words.recommendation.introEarlier(telling.today) });
  else {
    const intro =
      role === null
        ? words.recommendation.introNoRole
        : role === 'applied'
          ? words.recommendation.intro(words.roles[role])
          : words.recommendation.introBorrowed(words.roles[role]);
    parts.push({ type: 'text', text: `${intro}${telling.citations.mark(catalogue.sequence.facts)}` });
  }
  const description = catalogue.roles.find((entry) => entry.id === role);
  const keyword = description?.facts.slice(0, 1) ?? [];
  if (description !== undefined && holds(keyword))
    parts.push({ type: 'text', text: `${inLanguage(description.unknown, telling)}${telling.citations.mark(keyword)}` });
  return parts;
}

function tellPath(path: readonly Step[], telling: Telling): readonly Part[] {
  if (path.length === 0) return [];
  const words = wordings[telling.language].recommendation;
  const rows = path.map((step) => [
    words.stage[step.stage],
    tellItem(step.item, telling),
    `${inLanguage(step.entry.reason, telling)}${telling.citations.mark(step.entry.facts)}`,
    tellStatus(step, telling),
  ]);
  return [{ type: 'table', caption: words.pathCaption, columns: words.pathColumns, rows }];
}

function tellItem(item: CatalogueItem, telling: Telling): string {
  const words = wordings[telling.language].recommendation;
  const name = inLanguage(item.name, telling);
  switch (item.kind) {
    case 'platform':
      return words.item(name, [words.mode[item.mode]]);
    case 'course':
      return words.item(name, [words.mode[item.mode], ...some(item.provider)]);
    case 'certificate':
      return words.item(name, [words.sector[item.sector], ...some(item.issuer)]);
    default:
      return unreachable(item);
  }
}

/** The fact is marked where the reason beside it did not rest on it already. */
function tellStatus({ entry, status }: Step, telling: Telling): string {
  const { expected } = wordings[telling.language].recommendation;
  const known = inLanguage(status.known.text, telling);
  const text = status.place === null ? known : expected[status.place](known, telling.today);
  return entry.facts.includes(status.known.fact) ? text : `${text}${telling.citations.mark([status.known.fact])}`;
}

/** One line for all that were left out for the same reason. */
function tellLeftOut(leftOut: readonly LeftOut[], telling: Telling): readonly string[] {
  const words = wordings[telling.language].recommendation;
  const byReason = Map.groupBy(leftOut, (left) => tellWhy(left, telling));
  return [...byReason].map(([why, group]) => {
    const names = group.map(({ item }) => inLanguage(item.name, telling)).join(words.and);
    return `${words.leftOutLine(names, why)}${telling.citations.mark(group.flatMap(({ facts }) => facts))}`;
  });
}

function tellWhy({ item, why }: LeftOut, telling: Telling): string {
  const words = wordings[telling.language];
  const reasons = words.recommendation.why;
  switch (why) {
    case 'notPublished':
      return reasons.notPublished(telling.today);
    case 'done':
      return reasons.done;
    case 'covered':
      return reasons.covered;
    case 'notAnnounced':
      return sentence(inLanguage(item.status.at(-1)?.text ?? item.name, telling), telling);
    case 'statusUnclear':
      return inLanguage((item.kind === 'certificate' ? item.caution : null) ?? item.name, telling);
    case 'audience':
      return reasons.audience(item.kind === 'course' ? inLanguage(item.audience.name, telling) : '');
    case 'mode':
      return reasons.mode(item.kind === 'certificate' ? '' : words.recommendation.mode[item.mode]);
    case 'kind':
    case 'stage':
      return reasons[why];
    case 'otherRole': {
      const of = telling.knowledge.catalogue.path
        .filter((entry) => entry.item === item.id)
        .flatMap((entry) => entry.for);
      return reasons.otherRole(roles.filter((role) => of.includes(role)).map((role) => words.roles[role]));
    }
    default:
      return unreachable(why);
  }
}

function tellNext(step: NextStep, telling: Telling): string {
  return `${inLanguage(step.text, telling)}${telling.citations.mark(step.facts)}`;
}

function tellModules({ request }: Recommendation, telling: Telling): readonly Part[] {
  const { facts } = telling.knowledge.catalogue.modules;
  if (!isPublished(telling.knowledge, facts, request.today)) return [];
  const text = wordings[telling.language].recommendation.modulesUnknown;
  return [{ type: 'notice', text: `${text}${telling.citations.mark(facts)}` }];
}

/** Finding the role comes first while it is not known, and is not offered any more afterwards; nor is the preference that holds. */
function choices({ request }: Recommendation, language: Language): readonly Choice[] {
  const words = wordings[language].recommendation;
  const modes: readonly Choice[] = [
    { label: words.online, value: 'recommend:online', emphasis: 'plain' },
    { label: words.inPerson, value: 'recommend:inPerson', emphasis: 'plain' },
    { label: words.anyMode, value: 'recommend:any', emphasis: 'plain' },
  ];
  return [
    ...(request.role === null
      ? [{ label: words.findRole, value: 'interview:start', emphasis: 'primary' as const }]
      : []),
    ...modes.filter(({ value }) => value !== `recommend:${request.preference}`),
    handoffChoice(language),
  ];
}

function list(heading: string, items: readonly string[]): readonly Part[] {
  if (items.length === 0) return [];
  return [
    { type: 'text', text: heading },
    { type: 'list', ordered: 'unordered', items },
  ];
}

function inLanguage(text: Bilingual, { language }: Telling): string {
  return language === 'en' ? text.en : text.zh;
}

function sentence(text: string, { language }: Telling): string {
  return `${text}${language === 'en' ? '.' : '。'}`;
}

function some(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}
