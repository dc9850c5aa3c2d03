import { expect, test } from 'vitest';
import { stemEnglish } from '../../../knowledge/english-stem.ts';
import { normaliseText } from '../../../knowledge/normalise.ts';
import { stripQuestionWords } from '../../../knowledge/question-words.ts';
import {
  createTermList,
  isCharacterTerm,
  isWordTerm,
  pairTerm,
  readTerms,
  wordTerm,
} from '../../../knowledge/terms.ts';

const termsOf = (text: string): number[] => {
  const list = createTermList(1);
  readTerms(normaliseText(text), list);
  return [...list.terms.subarray(0, list.length)];
};
const character = (text: string): number => text.charCodeAt(0);
const pair = (text: string): number => pairTerm(text.charCodeAt(0), text.charCodeAt(1));

test('ideographs are read alone and in pairs', () => {
  expect(termsOf('加班費')).toEqual([character('加'), character('班'), pair('加班'), character('費'), pair('班費')]);
});

test('no pair crosses a mark or a space', () => {
  expect(termsOf('加，班 費')).toEqual([character('加'), character('班'), character('費')]);
});

test.each([
  ['iPAS', ['ipas']],
  ['AI-900', ['ai', '900', 'ai-900']],
  ['R&D', ['r', 'd', 'r&d']],
  ['learning courses', ['learn', 'cours']],
])('%s is read as %j', (text, words) => {
  expect(termsOf(text)).toEqual(words.map(wordTerm));
});

test('a number is known by itself and by the character before it', () => {
  expect(termsOf('表51')).toEqual([character('表'), wordTerm('51'), wordTerm('表51')]);
});

test.each(['民國115年', '115年', '2026年', '2026'])('%s is the term 2026', (text) => {
  expect(termsOf(text)).toEqual([wordTerm('2026')]);
});

test('characters, pairs and words never share a term', () => {
  expect(isCharacterTerm(character('龥'))).toBe(true);
  expect(isWordTerm(pair('龥龥'))).toBe(false);
  expect(isWordTerm(wordTerm('a'))).toBe(true);
});

test.each([
  ['courses', 'course'],
  ['trained', 'training'],
  ['planning', 'plan'],
  ['studies', 'study'],
  ['hours', 'hour'],
  ['bosses', 'boss'],
])('%s and %s have one stem', (one, other) => {
  expect(stemEnglish(one)).toBe(stemEnglish(other));
});

test.each(['ring', 'need', 'ipas', 'gas', 'thing', 'status'])('%s has no ending to take off', (word) => {
  expect(stemEnglish(word)).toBe(word);
});

test.each([
  ['請問加班費要怎麼計算?', '加班費要 計算?'],
  ['what is the overtime pay', 'overtime pay'],
  ['什麼', '什麼'],
])('stripQuestionWords() leaves of %s what is asked about', (query, expected) => {
  expect(stripQuestionWords(query)).toBe(expected);
});
