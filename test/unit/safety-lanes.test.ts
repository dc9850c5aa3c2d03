import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wantsToStop } from '../../bot/stop-wish.ts';
import { normaliseQuery } from '../../knowledge/normalise.ts';
import { findLane, matchesLane, parseSafetyLanes } from '../../knowledge/parse-safety.ts';
import { parseUnknowns } from '../../knowledge/parse-topics.ts';
import { readYaml } from '../../knowledge/read-yaml.ts';

const content = (name: string): string =>
  readFileSync(new URL(`../../knowledge/content/${name}`, import.meta.url), 'utf8');
const lanes = parseSafetyLanes(content('safety.yaml'));
const found = (text: string): string | undefined => findLane(lanes, normaliseQuery(text))?.id;

describe.each(lanes.map((lane) => [lane.id, lane] as const))('the lane %s', (id, lane) => {
  it.each(lane.asks)('takes %s', (ask) => expect(found(ask)).toBe(id));
  it.each(lane.near)('leaves %s', (near) => expect(matchesLane(lane, normaliseQuery(near))).toBe(false));
});

describe('the lanes', () => {
  it('leave every question about AI that is only near one of them to be answered', () => {
    const ending = lanes.filter((lane) => lane.then === 'end');
    const taken = lanes
      .flatMap((lane) => lane.near)
      .filter((near) => ending.some((lane) => matchesLane(lane, normaliseQuery(near))));
    expect(taken).toEqual([]);
  });

  it('say kind words of an illness only where no cry for help is heard', () => {
    const phrasings = z.record(z.string(), z.array(z.string())).parse(readYaml(content('phrasings/lanes.yaml')));
    const crises = lanes.filter(({ kind }) => kind === 'crisis').map(({ id }) => id);
    const cries = crises.flatMap((id) => phrasings[`lane/${id}`] ?? []);
    expect(cries.length).toBeGreaterThan(100);
    expect(cries.filter((cry) => found(cry) === 'hardship')).toEqual([]);
    expect(cries.filter(wantsToStop)).toEqual([]);
    const asks = lanes.filter(({ kind }) => kind === 'crisis').flatMap((lane) => lane.asks);
    expect(asks.filter(wantsToStop)).toEqual([]);
  });

  it('take no phrasing of what the documents leave open', () => {
    const asks = parseUnknowns(content('unknowns.yaml')).flatMap((unknown) => unknown.asks);
    expect(
      asks.filter((ask) => lanes.some((lane) => lane.then === 'end' && matchesLane(lane, normaliseQuery(ask)))),
    ).toEqual([]);
  });

  it('have at least 40 asks and 20 near texts a kind', () => {
    const kinds = Map.groupBy(lanes, (lane) => lane.kind);
    for (const [kind, members] of kinds) {
      const count = (list: 'asks' | 'near'): number => members.reduce((sum, lane) => sum + lane[list].length, 0);
      expect([kind, count('asks') >= 40, count('near') >= 20]).toEqual([kind, true, true]);
    }
  });
});

describe('parseSafetyLanes()', () => {
  const file = (pattern: string, reply: string): string =>
    JSON.stringify({
      words: { 主管: ['科長', '長官'] },
      unless: ['罵ai'],
      lanes: [
        {
          id: 'x',
          kind: 'sensitive',
          title: 't',
          titleEn: 't',
          reply,
          replyEn: 'r',
          offices: [],
          officesEn: [],
          patterns: [pattern],
          asks: ['a'],
          near: ['n'],
        },
      ],
    });
  const matches = (pattern: string, text: string): boolean =>
    parseSafetyLanes(file(pattern, 'r')).some((lane) => matchesLane(lane, normaliseQuery(text)));

  it('reads a list of words and a gap within one sentence', () => {
    expect(matches('{主管}…罵', '科長昨天又罵我')).toBe(true);
    expect(matches('{主管}…罵', '科長來了。他罵我')).toBe(false);
    expect(matches('{主管}…罵', '科長都不罵AI')).toBe(false);
  });

  it('sees through spaces, full width and Simplified characters', () => {
    expect(matches('忽略.*指令', '忽 略 指 令')).toBe(true);
    expect(matches('ignore', 'ＩＧＮＯＲＥ')).toBe(true);
    expect(matches('證書', '伪造证书')).toBe(true);
  });

  it('refuses an unknown list, a broken pattern and a foreign telephone number', () => {
    expect(() => parseSafetyLanes(file('{同事}', 'r'))).toThrow('同事');
    expect(() => parseSafetyLanes(file('(', 'r'))).toThrow('cannot be read');
    expect(() => parseSafetyLanes(file('x', '請撥0912345678'))).toThrow('hotlines');
  });
});
