import type { CatalogueItem, Stage } from '../../knowledge/index.ts';

/** What somebody wants to see of a recommendation; null where they said nothing of it. */
export interface Focus {
  /** `advanced` is all that goes beyond the basics. */
  readonly stage: Stage | 'any' | null;
  readonly kind: 'courses' | 'certificates' | 'any' | null;
}

const wanting = '^(?:我|那|請|就|可以)*(?:想要?|要|改|換|只|看|有|給我|推薦|比較|先)*(?:看|上|學|考)?(?:更|一點|些)?';
const asTheyAre = '(?:一點|一些)?(?:的|課程?|班|東西)*(?:就好|就可以|即可)?[.。!~]*$';
const stages: readonly (readonly [Stage, RegExp])[] = [
  [
    'advanced',
    new RegExp(
      `${wanting}(?:進階|高階|難)${asTheyAre}|^(?:i want |only |just )?(?:the )?(?:more )?advanced(?: ones?| courses?)?[.!]*$`,
    ),
  ],
  [
    'basic',
    new RegExp(
      `${wanting}(?:入門|基礎|初階|簡單)${asTheyAre}|^(?:i want |only |just )?(?:the )?(?:basics?|basic ones?|basic courses?)[.!]*$`,
    ),
  ],
  [
    'practice',
    new RegExp(`${wanting}實作${asTheyAre}|^(?:i want |only |just )?(?:the )?hands-on(?: ones?| courses?)?[.!]*$`),
  ],
];
const certificate = '(?:證照|證書|認證|考試)';
const course = '(?:課程?|上課|研習)';
const no = '^(?:我|那|請|就|先|都)*(?:不要|不想要?|不需要|不用|不看|扣掉|排除)(?:看|考|上|推薦)?(?:任何)?';
const only = '^(?:我|那|請|就)*(?:只|就)(?:想?要|想?看|想考|想上|推薦|考|上)';
const without: readonly (readonly ['courses' | 'certificates', RegExp])[] = [
  [
    'courses',
    new RegExp(
      `${no}${certificate}(?:了|的)?[.。!~]*$|${only}${course}(?:就好)?[.。!~]*$|^(?:no certificates?|courses only|only courses)[.!]*$`,
    ),
  ],
  [
    'certificates',
    new RegExp(
      `${no}${course}(?:了|的)?[.。!~]*$|${only}${certificate}(?:就好)?[.。!~]*$|^(?:no courses?|certificates only|only certificates)[.!]*$`,
    ),
  ],
];
const everything =
  /^(?:我|那|請)*(?:全部|都|通通)(?:要|看|列出來?|都看|推薦)+[.。!~]*$|^(?:show )?(?:me )?(?:all|everything)[.!]*$/;

/** Reads 「我想要進階的」, 「不要證照」, 「全部都看」 as whole messages; null for all others. `message` is `normaliseQuery()`d. */
export function readFocus(message: string): Focus | null {
  const plain = message.trim();
  if (everything.test(plain)) return { stage: 'any', kind: 'any' };
  const stage = stages.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  const kind = without.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  return stage === null && kind === null ? null : { stage, kind };
}

/** What was wanted before with what is wanted now on top. */
export function combineFocus(before: Focus | null, now: Focus | null): Focus | null {
  if (before === null || now === null) return now ?? before;
  return { stage: now.stage ?? before.stage, kind: now.kind ?? before.kind };
}

/** Which part of the focus leaves a thing out; null where none does. */
export function outOfFocus(focus: Focus | null, item: CatalogueItem, stage: Stage): 'kind' | 'stage' | null {
  const isCertificate = item.kind === 'certificate';
  if (focus?.kind === 'courses' && isCertificate) return 'kind';
  if (focus?.kind === 'certificates' && !isCertificate) return 'kind';
  const wanted = focus?.stage ?? 'any';
  if (wanted === 'any' || wanted === stage) return null;
  return wanted === 'advanced' && stage === 'practice' ? null : 'stage';
}
