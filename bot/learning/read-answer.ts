import { type Draft, emptyDraft, type Slot } from './dialogue.ts';
import { type HoursCategory, hoursCategories } from './ledger.ts';
import { amountsIn, doubtOf, readAmount, readBareAmount } from './read-amount.ts';
import { readCategory } from './read-category.ts';
import { readCertificateDraft, withCertificate } from './read-certificate.ts';
import { readDay } from './read-day.ts';
import { readHoursDrafts, type Trouble, troubleOf, withCourse } from './read-draft.ts';
import { readNameAlone } from './read-name.ts';
import type { Scene } from './scene.ts';
import { roundHours } from './totals.ts';

/** What an answer made of the draft that was asked about: the draft with it, or the courses that it is split into. */
export interface ReadAnswer {
  readonly drafts: readonly Draft[];
  readonly trouble: Trouble | null;
}

/** Reads the answer to the question for a slot, typed or the value of a button; null where it is none. */
export function readAnswer(scene: Scene, draft: Draft, slot: Slot, said: string): ReadAnswer | null {
  switch (slot) {
    case 'name':
      return readNameSlot(scene, draft, said);
    case 'which':
      return readWhich(scene, draft, said);
    case 'split':
      return readSplit(scene, draft, said);
    case 'hours':
      return readHours(scene, draft, said);
    case 'sure':
      return readSure(scene, draft, said);
    case 'date': {
      const day = readDay(said, scene.moment.today);
      if (day === null) return null;
      const trouble = troubleOf(day.day);
      return one(trouble === null ? { ...draft, date: day.day } : draft, trouble);
    }
    case 'category': {
      const category = categoryNamed(said) ?? readCategory(said);
      return category === null ? null : one({ ...draft, category });
    }
  }
}

function one(draft: Draft, trouble: Trouble | null = null): ReadAnswer {
  return { drafts: [draft], trouble };
}

/** The category that a button stands for. */
export function categoryNamed(value: string): HoursCategory | null {
  return hoursCategories.find((category) => category === value) ?? null;
}

function readHours({ moment }: Scene, draft: Draft, said: string): ReadAnswer | null {
  const day = readDay(said, moment.today);
  const amount = readAmount(day?.rest ?? said);
  const hours = amount?.hours ?? readBareAmount(said);
  if (hours === null) return null;
  const trouble = troubleOf(hours) ?? troubleOf(day?.day);
  const date = day === null || troubleOf(day.day) !== null ? draft.date : day.day;
  // Who is asked for the hours has thought of them: 「大概3小時」 is then taken.
  return one({ ...draft, hours: typeof hours === 'number' ? hours : null, doubt: doubtOf(hours), date }, trouble);
}

const agrees = /^(?:yes|y|right|是|對|嗯|好|沒錯|確定|可以|沒問題|ok)(?:的|啊|喔|呀|了|啦|對|沒錯|,|，|。|$)/i;
const denies = /^(?:no|n|不是|不對|否|錯了?|不)(?:的|啊|喔|呀|了|啦|,|，|。|$)?/i;

/** 「對」 takes the doubtful hours, another number replaces them, and 「不是」 asks for them anew. */
function readSure(scene: Scene, draft: Draft, said: string): ReadAnswer | null {
  if (agrees.test(said)) return one({ ...draft, doubt: null });
  const again = readHours(scene, draft, said.replace(denies, '').replace(/^(?:是|應該是)/, ''));
  if (again !== null) {
    const same = again.drafts[0]?.hours === draft.hours;
    return same ? one({ ...draft, doubt: null }, again.trouble) : again;
  }
  return denies.test(said) ? one({ ...draft, hours: null, doubt: null }) : null;
}

/** 「2小時和3小時」, 「各2.5小時」, 「AI素養2小時」 (then the rest is of the other one), or that it is one course after all. */
function readSplit({ knowledge }: Scene, draft: Draft, said: string): ReadAnswer | null {
  const items = [...knowledge.catalogue.items.values()];
  const total = draft.hours ?? 0;
  const of = (hours: readonly number[]): ReadAnswer => ({
    drafts: draft.parts.map((name, at) => {
      const part = hours[at] ?? null;
      return withCourse(items, { ...draft, parts: [], hours: part, doubt: doubtOf(part) }, name);
    }),
    trouble: null,
  });
  if (/^one$|同一門|一門課|就是一門|是一個課/.test(said))
    return one(withCourse(items, { ...draft, parts: [] }, draft.name));
  if (/^each$|^(?:各半|一半一半|平均)/.test(said))
    return of(draft.parts.map(() => roundHours(total / draft.parts.length)));
  const found = amountsIn(said).map(({ start, end }) => readAmount(said.slice(start, end))?.hours);
  const hours = found.flatMap((amount) => (typeof amount === 'number' ? [amount] : []));
  if (hours.length === draft.parts.length) return of(hours);
  const [first] = hours;
  if (first === undefined || hours.length > 1) return null;
  if (/各|每|都/.test(said)) return of(draft.parts.map(() => first));
  if (draft.parts.length > 2 || first >= total) return null;
  const named = draft.parts.findIndex((part) => said.includes(part));
  return of(named === 1 ? [roundHours(total - first), first] : [first, roundHours(total - first)]);
}

/** What is told beside the name (hours, a day) is taken as well. */
function readNameSlot({ knowledge, moment }: Scene, draft: Draft, said: string): ReadAnswer | null {
  const items = [...knowledge.catalogue.items.values()];
  if (draft.kind === 'certificate') {
    const { drafts, trouble } = readCertificateDraft(items, said, moment.today);
    const name = drafts[0]?.name ?? readNameAlone(said);
    if (name === null) return null;
    const told: Draft = { ...draft, date: drafts[0]?.date ?? draft.date, by: drafts[0]?.by ?? draft.by };
    return one(withCertificate(items, told, name), trouble);
  }
  const { drafts, trouble } = readHoursDrafts(items, said, moment.today);
  const [read = emptyDraft] = drafts;
  if (drafts.length > 1) return { drafts: drafts.map((another) => mergeInto(draft, another)), trouble };
  const onlyName = read.date === null && read.hours === null && read.by === null;
  const name = onlyName ? readNameAlone(said) : read.name;
  const merged = mergeInto(draft, { ...read, name });
  const isSame = merged.name === null && merged.hours === draft.hours && merged.date === draft.date;
  return isSame && trouble === null ? null : one(withCourse(items, merged, merged.name), trouble);
}

function mergeInto(draft: Draft, read: Draft): Draft {
  return {
    ...draft,
    name: read.name,
    parts: read.parts,
    hours: read.hours ?? draft.hours,
    doubt: read.hours === null ? draft.doubt : read.doubt,
    date: read.date ?? draft.date,
    category: read.category ?? draft.category,
    by: read.by ?? draft.by,
  };
}

function readWhich({ knowledge }: Scene, draft: Draft, said: string): ReadAnswer | null {
  const { catalogue } = draft;
  if (catalogue === null) return null;
  if (/^(?:是|對|嗯|沒錯|yes|y|right)(?:的|啊|喔|呀|,|，|$)/i.test(said)) {
    const full = knowledge.catalogue.items.get(catalogue.id)?.name.zh ?? draft.name;
    return one({ ...draft, name: full, catalogue: { ...catalogue, sure: 'yes' } });
  }
  if (/^(?:不是|不對|否|no\b|n$)/i.test(said)) {
    const other = readNameAlone(said.replace(/^(?:不是|不對|否|no)[\s，,、]*(?:我)?(?:考的)?(?:是)?/i, ''));
    const name = other === null || /^就?記/.test(other) ? draft.name : other;
    return one({ ...draft, name, catalogue: null });
  }
  const again = readNameAlone(said);
  if (again === null || again.length > 30) return null;
  if (/^(?:初|中|高)級$|^basic$|^intermediate$/i.test(again))
    return one(withCertificate(knowledge.catalogue.items.values(), draft, `${draft.name ?? ''}${again}`));
  return null;
}
