import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublished, type RecommendationRequest, recommend } from '../../../bot/recommend/recommend.ts';
import { anybody, knowledge, somebody } from './people.ts';

const stages = ['basic', 'advanced', 'practice'];

function pathOf(request: Partial<RecommendationRequest>): readonly string[] {
  return recommend(knowledge, { ...somebody, ...request }).path.map(({ item }) => item.id);
}

function whyOf(request: Partial<RecommendationRequest>): Readonly<Record<string, string>> {
  const { leftOut } = recommend(knowledge, { ...somebody, ...request });
  return Object.fromEntries(leftOut.map(({ item, why }) => [item.id, why]));
}

describe('recommend()', () => {
  it('goes from general knowledge to practice for an applied role', () => {
    expect(pathOf({ role: 'applied' })).toEqual([
      'elearn',
      'ai-basics',
      'ai-public-governance',
      'shared-core',
      'ipas-intermediate',
      'genai-office',
      'slides-class',
    ]);
  });

  it('names the workshop for policy, and the class for managers to a manager only', () => {
    expect(pathOf({ role: 'policy' })).toContain('project-workshop');
    expect(pathOf({ role: 'policy', position: 'manager' })).toContain('seed-talent-class');
    expect(whyOf({ role: 'policy', position: 'staff' })['seed-talent-class']).toBe('audience');
    expect(whyOf({ role: 'policy' })['seed-talent-class']).toBe('audience');
  });

  it('gives developers and researchers what is for everyone, and nothing of another role', () => {
    for (const role of ['developer', 'researcher'] as const) {
      expect(pathOf({ role })).toEqual(pathOf({ role: null }));
      expect(whyOf({ role })).toMatchObject({ 'genai-office': 'otherRole', 'project-workshop': 'otherRole' });
    }
  });

  it('leaves out what is unclear or has no date yet', () => {
    expect(whyOf({ role: 'applied' })).toMatchObject({
      'ai-900': 'statusUnclear',
      'planning-introduction': 'notAnnounced',
    });
  });

  it('leaves out the other way of learning, and keeps certificates and what is not documented', () => {
    expect(pathOf({ role: 'policy', preference: 'online' })).toEqual([
      'elearn',
      'ai-basics',
      'shared-core',
      'ipas-intermediate',
      'project-workshop',
    ]);
    expect(whyOf({ preference: 'online' })['slides-class']).toBe('mode');
    expect(whyOf({ preference: 'inPerson' })).toMatchObject({ elearn: 'mode', 'ai-basics': 'mode' });
  });

  it('leaves out basic courses, but no certificate, for who has the basis', () => {
    expect(whyOf({ role: 'applied', level: 'basic' })).toMatchObject({ elearn: 'covered', 'ai-basics': 'covered' });
    expect(pathOf({ role: 'applied', level: 'advanced' })).toContain('shared-core');
  });

  it('leaves out what the person does not want to see, and says so', () => {
    expect(whyOf({ focus: { stage: 'advanced', kind: null } })).toMatchObject({
      elearn: 'stage',
      'shared-core': 'stage',
    });
    expect(whyOf({ focus: { stage: null, kind: 'courses' } })).toMatchObject({ 'ipas-intermediate': 'kind' });
    expect(pathOf({ focus: { stage: 'any', kind: 'any' } })).toEqual(pathOf({}));
  });

  it.each([
    ['2026-06-30', 'ahead'],
    ['2026-07-01', 'running'],
    ['2026-12-31', 'running'],
    ['2027-01-01', 'over'],
  ])('tells on %s that the trial is %s', (today, place) => {
    const step = recommend(knowledge, { ...somebody, today }).path.find(({ item }) => item.id === 'shared-core');
    expect(step?.status.place).toBe(place);
  });

  it('tells the last status that was known on the day', () => {
    const core = knowledge.catalogue.items.get('shared-core');
    if (core === undefined) throw new Error('no shared-core');
    const later = {
      from: '2027-01-01',
      status: 'recognised',
      fact: 'F065',
      text: { zh: '已開辦', en: 'held' },
    } as const;
    const items = new Map(knowledge.catalogue.items).set(core.id, { ...core, status: [...core.status, later] });
    const changed = { ...knowledge, catalogue: { ...knowledge.catalogue, items } };
    const statusOn = (today: string) =>
      recommend(changed, { ...somebody, today }).path.find(({ item }) => item.id === core.id)?.status;
    expect(statusOn('2026-12-31')).toMatchObject({ known: { status: 'expected' }, place: 'running' });
    expect(statusOn('2027-01-01')).toMatchObject({ known: later, place: null });
  });

  it('knows only what was published on the day', () => {
    expect(pathOf({ today: '2025-07-01' })).toEqual(['ai-basics', 'ai-public-governance']);
    expect(pathOf({ today: '2024-07-01' })).toEqual([]);
  });

  it('tells the appraisal figure for its year only', () => {
    const kinds = (today: string) => recommend(knowledge, { ...somebody, today }).hours.map(({ kind }) => kind);
    expect(kinds('2026-11-21')).toEqual(['person', 'appraisal']);
    expect(kinds('2027-01-01')).toEqual(['person']);
    expect(kinds('2026-05-31')).toEqual([]);
  });

  it('holds its promises for anybody on any day', () => {
    fc.assert(
      fc.property(anybody, (request) => {
        const { path, leftOut, goOn, incentives, hours } = recommend(knowledge, request);
        const places = path.map(({ stage }) => stages.indexOf(stage));
        expect(places).toEqual([...places].sort());
        for (const { item, entry, status } of path) {
          expect(knowledge.catalogue.items.get(item.id)).toBe(item);
          expect(request.done).not.toContain(item.id);
          expect(entry.facts.length).toBeGreaterThan(0);
          expect(isPublished(knowledge, [...entry.facts, status.known.fact], request.today)).toBe(true);
        }
        for (const { facts } of [...leftOut, ...goOn, ...incentives, ...hours])
          expect(isPublished(knowledge, facts, request.today)).toBe(true);
        const all = [...path, ...leftOut].map(({ item }) => item.id);
        expect(all.toSorted()).toEqual([...new Set(knowledge.catalogue.path.map(({ item }) => item))].toSorted());
        expect(recommend(knowledge, structuredClone(request))).toEqual({
          request,
          path,
          leftOut,
          goOn,
          incentives,
          hours,
        });
      }),
    );
  });
});
