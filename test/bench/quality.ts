import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLexicalRetriever, type Glossary, parseGlossary } from '../../knowledge/index.ts';
import { areaUnderCurve, falseAcceptance, measureRanking, type Ranking } from './measures.ts';
import { createFullTextPeer, createSegmenterPeer, type Peer } from './peers.ts';
import { type BenchSet, loadBenchSet, SET_NAMES } from './sets.ts';
import { atLeast, atMost, type Target } from './target.ts';

/** Sets whose questions the other's corpus can answer: they do not show what a corpus does not know. */
const SAME_SUBJECT = [
  ['drcd-dev', 'drcd-dev-sent'],
  ['guardian', 'twlabor-mini'],
];
const FOREIGN_QUESTIONS_MAX = 400;
const GLOSSARY = join(import.meta.dirname, '../../knowledge/content/glossary.yaml');

/** Ranks every set with ours and the peers, prints the table and gives the rows to reach. */
export function measureQuality(): readonly Target[] {
  const glossary: Glossary = parseGlossary(readFileSync(GLOSSARY, 'utf8'));
  const sets = SET_NAMES.map(loadBenchSet);
  const rankings = new Map(sets.map((set) => [set.name, rankSet(set, glossary)]));
  for (const [name, ranking] of rankings) printRanking(name, ranking);
  return [...rankingTargets(rankings), ...glossaryTargets(rankings), ...confidenceTargets(sets, FOREIGN_QUESTIONS_MAX)];
}

interface SetRanking {
  readonly ours: Ranking;
  readonly glossary: Ranking;
  readonly fullText: Ranking;
  readonly segmenter: Ranking;
}

function rankSet(set: BenchSet, glossary: Glossary): SetRanking {
  const rank = (system: Pick<Peer, 'search'>): Ranking =>
    measureRanking(set.queries, (query) => system.search(query, 10));
  return {
    ours: rank(ours(set, [])),
    glossary: rank(ours(set, glossary)),
    fullText: rank(createFullTextPeer(set.texts)),
    segmenter: rank(createSegmenterPeer(set.texts)),
  };
}

function ours(set: BenchSet, glossary: Glossary): Pick<Peer, 'search'> {
  const retriever = createLexicalRetriever(set.texts, { glossary });
  return { search: (query, k) => retriever.search(query, k).hits.map(({ id }) => id) };
}

function printRanking(name: string, rankings: SetRanking): void {
  console.log(`\n${name.padEnd(16)}  MRR@10   hit@1   hit@5`);
  for (const [system, { mrr10, hit1, hit5 }] of Object.entries(rankings)) {
    console.log(`  ${system.padEnd(14)} ${[mrr10, hit1, hit5].map((value) => value.toFixed(4).padStart(7)).join(' ')}`);
  }
}

function rankingTargets(rankings: ReadonlyMap<string, SetRanking>): readonly Target[] {
  return [...rankings].flatMap(([name, { ours: own, fullText, segmenter }]) => {
    const rows = [atLeast(`${name}: MRR@10 against FTS5 with bigrams`, own.mrr10, fullText.mrr10)];
    if (name === 'drcd-dev' || name === 'cmrc-trial-tw') {
      const misses = (1 - own.hit1) / (1 - segmenter.hit1);
      rows.push(atMost(`${name}: misses at rank 1 against MiniSearch + Intl.Segmenter`, misses, 0.6));
    }
    if (name === 'drcd-dev') rows.push(atLeast(`${name}: hit@5`, own.hit5, 0.99));
    return rows;
  });
}

function glossaryTargets(rankings: ReadonlyMap<string, SetRanking>): readonly Target[] {
  const gain = (name: string): number => {
    const ranking = rankings.get(name);
    return ranking === undefined ? 0 : ranking.glossary.mrr10 - ranking.ours.mrr10;
  };
  const others = SET_NAMES.filter((name) => name !== 'twlabor-mini' && name !== 'guardian');
  return [
    atLeast('glossary: gain of MRR@10 on twlabor-mini + guardian', gain('twlabor-mini') + gain('guardian'), 0.0001),
    ...others.map((name) => atMost(`glossary: loss of MRR@10 on ${name}`, -gain(name), 0.003)),
  ];
}

/** Asks each corpus its own questions and those of the sets on other subjects. */
function confidenceTargets(sets: readonly BenchSet[], questionsMax: number): readonly Target[] {
  const inside: number[] = [];
  const outside: number[] = [];
  console.log('\nconfidence, own questions against those of other sets:   AUROC   false acceptance at 90 % recall');
  for (const set of sets) {
    const retriever = createLexicalRetriever(set.texts);
    const ask = (from: BenchSet): readonly number[] =>
      sample(from.queries, questionsMax).map(({ text }) => retriever.search(text, 1).confidence);
    const own = ask(set);
    const foreign = sets.filter((other) => other !== set && !sameSubject(set.name, other.name)).flatMap(ask);
    inside.push(...own);
    outside.push(...foreign);
    const row = [areaUnderCurve(own, foreign), falseAcceptance(own, foreign, 0.9)].map((value) => value.toFixed(4));
    console.log(`  ${set.name.padEnd(16)} ${row.join('  ')}`);
  }
  return [
    atLeast('answer / do not answer on other corpora: AUROC', areaUnderCurve(inside, outside), 0.97),
    atMost('answer / do not answer: false acceptance at 90 % recall', falseAcceptance(inside, outside, 0.9), 0.05),
  ];
}

function sameSubject(one: string, other: string): boolean {
  return SAME_SUBJECT.some((names) => names.includes(one) && names.includes(other));
}

/** Evenly over the list, so that the sample is the same in every run. */
function sample<T>(list: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.ceil(list.length / count));
  return list.filter((_, at) => at % step === 0);
}
