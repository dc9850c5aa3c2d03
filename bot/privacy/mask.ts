import { isNationalIdNumber, passesLuhn } from './checksum.ts';

/** What kinds of personal data were found. */
export type PersonalDataKind = 'idNumber' | 'phone' | 'email' | 'account' | 'card' | 'employeeNumber';

/** A text without personal data, and which kinds were taken out; masking it again changes nothing. */
export interface Masked {
  readonly text: string;
  readonly kinds: readonly PersonalDataKind[];
}

interface Rule {
  readonly kind: PersonalDataKind;
  readonly label: string;
  /** The first group, where there is one, is the part that is masked. */
  readonly pattern: RegExp;
  readonly holds: (digits: string) => boolean;
}

const always = (): boolean => true;

/** In this order: an e-mail may contain digits, and an account number may look like a phone. */
const rules: readonly Rule[] = [
  { kind: 'email', label: '電子郵件', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/dg, holds: always },
  {
    kind: 'idNumber',
    label: '身分證字號',
    pattern: /(?<![A-Za-z0-9])([A-Za-z][A-Da-d1289](?:[ -]?\d){8})(?!\d)/dg,
    holds: isNationalIdNumber,
  },
  {
    kind: 'account',
    label: '銀行帳號',
    pattern:
      /(?<!〔銀行)(?:帳號|帳戶|账号|账户|戶頭|account(?: number| no\.?)?|acct\.?)[^\d\n]{0,10}(\d(?:[ -]?\d){8,17})(?!\d)/dgi,
    holds: always,
  },
  { kind: 'account', label: '銀行帳號', pattern: /(?<!\d)(\d{3}-\d{10,16})(?!\d)/dg, holds: always },
  {
    kind: 'employeeNumber',
    label: '員工編號',
    pattern:
      /(?<!〔)(?:員工編號|員工代號|職員編號|员工编号|employee (?:id|no\.?|number))[^A-Za-z\d\n]{0,6}([A-Za-z]{0,3}\d{3,20})/dgi,
    holds: always,
  },
  { kind: 'card', label: '卡號', pattern: /(?<!\d)(\d(?:[ -]?\d){12,18})(?!\d)/dg, holds: passesLuhn },
  {
    kind: 'phone',
    label: '手機號碼',
    pattern: /(?<!\d)((?:\+?886[ -]?9|09)\d{2}[ -]?\d{3}[ -]?\d{3})(?!\d)/dg,
    holds: always,
  },
  {
    kind: 'phone',
    label: '電話號碼',
    pattern: /(?<!\d)(\(0[2-8]\d?\)[ -]?\d{3,4}[ -]?\d{4}|0[2-8]\d?-\d{3,4}[ -]?\d{3,4})(?!\d)/dg,
    holds: always,
  },
];

/**
 * Takes personal data out of a text before anything is kept, logged or sent on: 身分證 and 統一證號 by checksum, phones,
 * e-mail, bank accounts, cards, employee numbers, full-width digits as well. All else stays as it was typed.
 */
export function maskPersonalData(text: string): Masked {
  if (!mayHoldData.test(text)) return { text, kinds: [] };
  const kinds = new Set<PersonalDataKind>();
  let before = text;
  let masked = applyRules(before, kinds);
  // What one mask uncovers (a number right behind another) is masked in the next round; each round takes digits away.
  while (masked !== before) {
    before = masked;
    masked = applyRules(before, kinds);
  }
  return { text: masked, kinds: [...kinds] };
}

/** Every rule needs a digit or an @, as does nothing in most messages. */
const mayHoldData = /[\d@\uFF10-\uFF19\uFF20]/;

function applyRules(text: string, kinds: Set<PersonalDataKind>): string {
  let masked = text;
  for (const rule of rules) {
    const folded = foldWidth(masked);
    let result = '';
    let from = 0;
    for (const match of folded.matchAll(rule.pattern)) {
      const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [match.index, match.index];
      if (!rule.holds(folded.slice(start, end).replace(/[ -]/g, ''))) continue;
      result += `${masked.slice(from, start)}〔${rule.label}已遮蔽〕`;
      from = end;
      kinds.add(rule.kind);
    }
    masked = result + masked.slice(from);
  }
  return masked;
}

/** The text without the labels that stand where data was masked; what introduced the data stays. */
export function withoutLabels(text: string): string {
  return text.replace(/〔[^〔〕]*已遮蔽〕/g, ' ');
}

/** The text without masked data and the words that introduced it (我的手機是〔…〕), for reading what is asked. */
export function withoutMasks(text: string): string {
  return text.replace(/[^，,。；;！!？?\n〔〕]{0,10}〔[^〔〕]*已遮蔽〕[，,、]?/g, ' ');
}

/** Full-width ASCII to half-width, one character for one, so that places in both texts are the same. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
