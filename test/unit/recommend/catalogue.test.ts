import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../../../adapters/content.ts';
import { factsOfCatalogue, parseCatalogue } from '../../../knowledge/parse-catalogue.ts';
import { knowledge } from './people.ts';

const { catalogue, passages, documents } = knowledge;
const file = readFileSync(`${contentFolder}/catalogue.yaml`, 'utf8');

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/g) ?? [];
}

/** Numbers of the facts and of the edition and day of their documents. */
function numbersOf(facts: readonly string[]): ReadonlySet<string> {
  const texts = facts.flatMap((fact) => {
    const passage = passages.get(fact);
    return [passage?.text ?? '', documents.get(passage?.document ?? '')?.edition ?? ''];
  });
  return new Set(texts.flatMap(numbersIn));
}

describe('the catalogue', () => {
  it('names only facts that exist', () => {
    expect(factsOfCatalogue(catalogue).filter(({ fact }) => !passages.has(fact))).toEqual([]);
  });

  it('has four roles, five courses and five certificates', () => {
    const kinds = [...catalogue.items.values()].map((item) => item.kind);
    expect(catalogue.roles.map((role) => role.id)).toEqual(['policy', 'applied', 'developer', 'researcher']);
    expect(kinds.filter((kind) => kind === 'course')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'certificate')).toHaveLength(5);
  });

  it('says no number that its facts do not say', () => {
    const texts: [string, readonly string[]][] = [
      ...catalogue.roles.map((role): [string, readonly string[]] => [role.unknown.zh, role.facts]),
      ...[...catalogue.items.values()].flatMap((item) => [
        [item.name.zh, item.facts] as [string, readonly string[]],
        ...item.status.map(({ text, fact }): [string, readonly string[]] => [text.zh, [fact]]),
      ]),
      ...catalogue.path.map(({ reason, facts }): [string, readonly string[]] => [reason.zh, facts]),
      ...[...catalogue.nextSteps, ...catalogue.incentives].map((step): [string, readonly string[]] => [
        step.text.zh,
        step.facts,
      ]),
    ];
    for (const [text, facts] of texts)
      for (const number of numbersIn(text)) expect(numbersOf(facts), text).toContain(number);
  });

  it('names every item as a fact of it does', () => {
    for (const item of catalogue.items.values()) {
      const words = item.facts.map((fact) => passages.get(fact)?.text ?? '').join();
      expect(words).toContain(item.name.zh);
    }
  });

  it('keeps the hours of a person and the appraisal figure apart, each as its fact says', () => {
    for (const rule of catalogue.hours) {
      const said = numbersOf(rule.facts);
      const numbers = rule.kind === 'person' ? [rule.total, rule.ai] : [rule.basic, rule.advanced, rule.total];
      for (const number of numbers) expect(said).toContain(String(number));
      if (rule.kind === 'appraisal') expect(rule.basic + rule.advanced).toBe(rule.total);
    }
    expect(catalogue.hours.map((rule) => [rule.kind, rule.valid])).toEqual([
      ['person', { from: '2026-01-01', to: null }],
      ['appraisal', { from: '2026-01-01', to: '2026-12-31' }],
    ]);
  });

  it('takes every hedge from a fact', () => {
    for (const { facts, also, hedge } of catalogue.incentives) {
      const words = [...facts, ...also].map((fact) => passages.get(fact)?.text ?? '').join();
      expect(words).toContain(hedge.replace('自訂', ''));
    }
  });

  it('gives the address that the fact gives', () => {
    const map = catalogue.items.get('learning-map');
    const url = map?.kind === 'platform' ? (map.url ?? '') : '';
    expect(passages.get('F036')?.text).toContain(url);
    expect(catalogue.nextSteps.find((step) => step.id === 'learning-map')?.text.zh).toContain(url);
  });

  it('knows an item from the day on which a document that names it was published', () => {
    for (const item of catalogue.items.values())
      for (const { from, fact } of item.status)
        expect(documents.get(passages.get(fact)?.document ?? '')?.validFrom, item.id).toBe(from);
  });
});

describe('parseCatalogue()', () => {
  const broken: [string, string, string, RegExp][] = [
    ['an unknown item in the path', 'item: slides-class', 'item: no-such-class', /no-such-class is unknown/],
    [
      'an item that is recommended twice',
      'for: [policy, developer, researcher, unknown]\n      coveredBy',
      'for: [applied]\n      coveredBy',
      /elearn for applied stands twice/,
    ],
    ['an id that stands twice', '- id: ai-basics', '- id: elearn', /elearn stands twice/],
    ['a general certificate behind a practical one', 'sequence: null', 'sequence: general', /stands behind/],
    ['an incentive without its hedge', '機關亦可依', '機關會依', /hedge 「亦可」/],
    ['a field that the documents cannot fill', 'issuer: 微軟', 'issuer: 微軟\n    fee: 100', /fee/],
    ['a status that goes back in time', 'from: 2025-05-29', 'from: 2027-05-29', /not in the order of dates/],
  ];
  it.each(broken)('refuses %s', (_name, text, by, message) => {
    expect(file).toContain(text);
    expect(() => parseCatalogue(file.replace(text, by))).toThrow(message);
  });
});
