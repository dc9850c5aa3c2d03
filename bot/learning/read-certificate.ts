import type { CatalogueItem } from '../../knowledge/index.ts';
import { type Draft, emptyDraft } from './dialogue.ts';
import { courseKey } from './ledger.ts';
import { isNamed } from './read-category.ts';
import { readDay } from './read-day.ts';
import { dateOf, type ReadDrafts, troubleOf } from './read-draft.ts';
import { readName, readProvider } from './read-name.ts';

/** Reads a certificate: its name, and where they were told the day, who issued it and where the proof is. */
export function readCertificateDraft(items: Iterable<CatalogueItem>, text: string, today: string): ReadDrafts {
  const all = [...items];
  const day = readDay(text, today);
  const proof = readEvidence(day?.rest ?? text);
  const left = proof?.rest ?? day?.rest ?? text;
  const known = knownName(all, left);
  const provider = known === null ? readProvider(left) : null;
  const name = known ?? readName(provider?.rest ?? left);
  const draft: Draft = {
    ...emptyDraft,
    kind: 'certificate',
    date: day === null ? null : dateOf(day.day),
    by: provider?.by ?? null,
    evidence: proof?.evidence ?? null,
  };
  return { drafts: [name === null ? draft : withCertificate(all, draft, name)], trouble: troubleOf(day?.day) };
}

/**
 * The name of the catalogue, or one that is confused with it, as it stands in the text; null where none does, or where more is named
 * than it: 「資策會的資安認證」.
 */
function knownName(items: readonly CatalogueItem[], text: string): string | null {
  const names = items
    .filter(({ kind }) => kind === 'certificate')
    .flatMap(({ name, aliases, confusedWith }) => [name.zh, name.en, ...aliases, ...confusedWith]);
  const found = names.flatMap((name) => spelt(text, name) ?? []);
  const longest = found.reduce((best, one) => (one.length > best.length ? one : best), '');
  if (longest === '') return null;
  const left = text.replace(longest, '\n');
  return left.length <= besidesCharactersMax && besides.test(left) ? longest : null;
}

/** Characters around a certificate's name in a message that only tells of it. */
const besidesCharactersMax = 60;

/** What may stand around a certificate's name: who, when, that it was passed, that it is to be entered. */
const besides =
  /^(?:[\s，,、。；;：:.!！~～()（）「」『』]|你好|您好|請|麻煩|幫|替|我|本人|想|要|有|是|把|將|那|這|一|張|個|的|也|都|就|在|已經?|終於|總算|剛|才|昨[天日]|今[天年]|去年|上[個]?[週周月]|考|拿|取|獲|得|過|到|上|完|了|通過|領|證照|證書|認證|鑑定|考試|能力|經濟部|微軟|資策會|azure|登錄|登打|登|新增|[紀記]錄|記|加|一下|補|耶|喔|啦|呢|吧|i|have|i've|just|passed|got|obtained|earned|the|my|a|an|exam|certificate|certification|please|log|add|record|on|in)*$/i;

/** The stretch of the text that spells this name, whatever its case, spaces and hyphens; null where there is none. */
function spelt(text: string, name: string): string | null {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return null;
  const letters = [...courseKey(name)].map((one) => one.replace(/[+#]/g, '\\$&').replace('台', '[台臺]'));
  const latin = /^[a-z0-9]/i.test(name) ? '(?<![a-z0-9])' : '';
  const ends = /[a-z0-9]$/i.test(name) ? '(?![a-z0-9])' : '';
  // No class of Unicode without regard to case: those take seconds to compile.
  const match = new RegExp(`${latin}${letters.join('[\\s_.・·()-]{0,2}')}${ends}`, 'u').exec(lower);
  return match === null ? null : text.slice(match.index, match.index + match[0].length);
}

/** The draft with this name, and the certificate of the catalogue that is called so or could be meant. */
export function withCertificate(items: Iterable<CatalogueItem>, draft: Draft, name: string): Draft {
  const plain = name.replace(/(?<=.{4})(?:證書|證照)$/, '');
  const item = [...items].find((one) => one.kind === 'certificate' && (isNamed(one, plain) || isNamed(one, name)));
  if (item === undefined) return { ...draft, name, catalogue: null };
  const sure = isSurely(item, plain);
  return { ...draft, name: sure ? item.name.zh : name, catalogue: { id: item.id, sure: sure ? 'yes' : 'ask' } };
}

/** A part of the full name that no other certificate shares; 「iPAS」 and 「資策會」 have several. */
function isSurely(item: CatalogueItem, name: string): boolean {
  const key = courseKey(name);
  const isShared = item.confusedWith.some((other) => courseKey(other).includes(key));
  return courseKey(item.name.zh).includes(key) && !isShared;
}

function readEvidence(text: string): { readonly evidence: string; readonly rest: string } | null {
  const match =
    /(?:證書?(?:字號|編號|號碼)|證號|文號|字號|佐證|證明文件|連結|網址)\s*[是為在:：]?\s*([^\s，,。；;\n]{3,120})/.exec(
      text,
    ) ?? /(https?:\/\/[^\s，。；\n]{3,120})/.exec(text);
  const evidence = match?.[1];
  return match === null || evidence === undefined ? null : { evidence, rest: text.replace(match[0], '\n') };
}
