import type { FindingType } from '../contracts/vocabulary.ts';
import { CHAR_CLASS, type CharTable, DIGIT_LIMIT, SEPARATOR_LIMIT } from './char-table.ts';
import type { Candidate } from './candidate.ts';
import type { Detector } from './detector.ts';
import { LOOK_ALIKE_WORDS } from './look-alike-words.ts';
import { createTermIndex, type Term, type TermHit, type TermIndex } from './term-index.ts';

/** What a word says: for whom, weakly for whom, against whom. `common` = a look-alike for all others. */
export interface WordMeaning {
  readonly for: readonly FindingType[];
  readonly weaklyFor: readonly FindingType[];
  readonly against: readonly FindingType[];
  readonly common: boolean;
}

export type ContextTerms = TermIndex<WordMeaning>;

export type Relation = 'for' | 'weakly-for' | 'against' | 'names-another' | 'none';

export interface ContextPart {
  readonly part: 'label' | 'hint' | 'look-alike-label' | 'other-label' | 'column';
  /** Full weight, before the scaling by specificity. */
  readonly points: number;
  readonly term: string;
}

const POINTS = { for: 0.3, 'weakly-for': 0.1, against: -0.35, 'names-another': -0.2 } as const;
const PART_NAMES = {
  for: 'label',
  'weakly-for': 'hint',
  against: 'look-alike-label',
  'names-another': 'other-label',
} as const;

/** UTF-16 units before and behind a candidate in which words count: all the context there ever is. */
const WINDOW_BEFORE = 48;
const WINDOW_BEHIND = 16;
/** A word this near has its full weight. */
const NEAR = 14;
/** Shorter runs of digits between a word and the candidate are dates or counts, not the number it names. */
const CLAIMING_DIGITS = 4;

interface GrowingMeaning {
  readonly for: FindingType[];
  readonly weaklyFor: FindingType[];
  readonly against: FindingType[];
  common: boolean;
}

/** One index over the words of all detectors and the common look-alikes. */
export function createContextTerms(table: CharTable, detectors: readonly Detector[]): ContextTerms {
  const meanings = new Map<string, GrowingMeaning>();
  const meaningOf = (word: string): GrowingMeaning => {
    const meaning = meanings.get(word) ?? { for: [], weaklyFor: [], against: [], common: false };
    meanings.set(word, meaning);
    return meaning;
  };
  for (const { id, context } of detectors) {
    for (const word of context.for) meaningOf(word).for.push(id);
    for (const word of context.weaklyFor ?? []) meaningOf(word).weaklyFor.push(id);
    for (const word of context.against ?? []) meaningOf(word).against.push(id);
  }
  for (const word of LOOK_ALIKE_WORDS) meaningOf(word).common = true;
  const terms = [...meanings].map(([word, owner]): Term<WordMeaning> => ({ word, owner }));
  return createTermIndex(table, terms);
}

const PHONES: ReadonlySet<FindingType> = new Set(['cn-mobile', 'cn-landline']);

export function relationOf({ owner }: Term<WordMeaning>, type: FindingType): Relation {
  if (owner.for.includes(type)) return 'for';
  if (owner.weaklyFor.includes(type)) return 'weakly-for';
  if (owner.against.includes(type) || owner.common) return 'against';
  if (owner.for.length === 0) return 'none';
  // People write either number behind either word.
  const isPhone = PHONES.has(type) && owner.for.some((other) => PHONES.has(other));
  return isPhone ? 'weakly-for' : 'names-another';
}

interface Between {
  /** Digits between claim the word for themselves. */
  readonly claimed: boolean;
  readonly sentenceEnd: boolean;
  /** A comma, or the end of a sentence: what was said before is not said of the number. */
  readonly clauseEnd: boolean;
}

const SENTENCE_ENDS = new Set(Array.from('。;；!！?？\n\r', (sign) => sign.charCodeAt(0)));
const COMMAS = new Set(Array.from('\uff0c,', (sign) => sign.charCodeAt(0)));
/** Signs that tie a label to its value and values to each other. */
const TIES = new Set(Array.from(':：="\'“”', (sign) => sign.charCodeAt(0)));

/** What stands between a word and the candidate; walks at most one window. */
function lookBetween(
  table: CharTable,
  text: string,
  start: number,
  end: number,
  isBehind = false,
): Between {
  let run = 0;
  let sawNumber = false;
  let isList = true;
  let sentenceEnd = false;
  let comma = false;
  let onlySpaceSinceWord = true;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    const kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
    run = kind < DIGIT_LIMIT ? run + 1 : 0;
    sawNumber ||= run >= CLAIMING_DIGITS;
    const isTie = TIES.has(unit);
    if (kind > SEPARATOR_LIMIT && !isTie) isList = false;
    // A label on a line of its own, its value on the next; not the other way round.
    const isBreak = kind === CHAR_CLASS.NEWLINE && onlySpaceSinceWord && !isBehind;
    if (SENTENCE_ENDS.has(unit) && !isBreak) sentenceEnd = true;
    // `Tel. 138…` is an abbreviation.
    if (unit === 0x2e && index > start && text.charCodeAt(index + 1) === 0x20) sentenceEnd = true;
    comma ||= COMMAS.has(unit);
    if (kind !== CHAR_CLASS.SPACE && kind !== CHAR_CLASS.NEWLINE && !isTie)
      onlySpaceSinceWord = false;
  }
  return {
    claimed: sawNumber && !isList,
    sentenceEnd: sentenceEnd && !sawNumber,
    clauseEnd: sentenceEnd || comma,
  };
}

type Place = Pick<Candidate, 'detector' | 'prefixStart' | 'end'>;

/** What the words around a candidate say; null when they say nothing. Bounded by the two windows. */
export function scoreContext(
  table: CharTable,
  terms: ContextTerms,
  text: string,
  candidate: Place,
  /** Words before this position are about something else: another row of the table. */
  wordsFrom = 0,
): ContextPart | null {
  const { prefixStart, end, detector } = candidate;
  const behind = inBracketsBehind(table, terms, text, end, detector.id);
  if (behind) return behind;
  const from = Math.max(wordsFrom, prefixStart - WINDOW_BEFORE);
  const label = decideBefore(table, terms, text, from, candidate);
  if (label) return label;
  for (const hit of terms.find(text, end, Math.min(text.length, end + WINDOW_BEHIND))) {
    const relation = relationOf(hit.term, detector.id);
    if (relation === 'none' || relation === 'names-another') continue;
    const between = lookBetween(table, text, end, hit.start, true);
    // `138… 订单号: 7`: the word belongs to what follows it.
    const namesNext = namesWhatFollows(table, text, hit.end);
    if (namesNext || between.claimed || between.sentenceEnd) return null;
    return toPart(relation, hit, 0.6);
  }
  return nameOfSomeNumber(table, text, from, prefixStart);
}

/** The head of every name of a number: 号. */
const NUMBER_HEAD = 0x53f7;
const UNKNOWN_NUMBER_POINTS = -0.2;

/** `配件号 138…`: the name of a number nobody has listed, so of another kind. Not `5号 138…`, a day or a house. */
function nameOfSomeNumber(
  table: CharTable,
  text: string,
  from: number,
  prefixStart: number,
): ContextPart | null {
  let at = prefixStart - 1;
  while (at > from && (text.charCodeAt(at) === 0x20 || TIES.has(text.charCodeAt(at)))) at--;
  if (at <= from || text.charCodeAt(at) !== NUMBER_HEAD) return null;
  if ((table.classes[text.charCodeAt(at - 1)] ?? 0) !== CHAR_CLASS.OTHER) return null;
  return { part: 'look-alike-label', points: UNKNOWN_NUMBER_POINTS, term: '\u53f7' };
}

const OPENING = '(\uff08[\u3010<\u300a';

/** `138…（联系电话）`: the name of the number in brackets behind it, whatever stands before. */
function inBracketsBehind(
  table: CharTable,
  terms: ContextTerms,
  text: string,
  end: number,
  type: FindingType,
): ContextPart | null {
  const at = table.classes[text.charCodeAt(end)] === CHAR_CLASS.SPACE ? end + 1 : end;
  if (at >= text.length || !OPENING.includes(text.charAt(at))) return null;
  const [hit] = terms.find(text, at + 1, Math.min(text.length, at + 1 + WINDOW_BEHIND));
  if (!hit || hit.start > at + 1) return null;
  const relation = relationOf(hit.term, type);
  return relation === 'for' || relation === 'against' ? toPart(relation, hit, 1) : null;
}

/** `订单号: 7`, `CNY 176` */
function namesWhatFollows(table: CharTable, text: string, wordEnd: number): boolean {
  let index = wordEnd;
  while (
    index < text.length &&
    (TIES.has(text.charCodeAt(index)) || text.charCodeAt(index) === 0x20)
  ) {
    if (TIES.has(text.charCodeAt(index))) return true;
    index++;
  }
  const kind = table.classes[text.charCodeAt(index)] ?? CHAR_CLASS.OTHER;
  // `138… 保单号 PDAA2024`; an English word is followed by words.
  const isHanName = text.charCodeAt(wordEnd - 1) > 0x2fff;
  return kind < CHAR_CLASS.HAN || (isHanName && index > wordEnd && kind === CHAR_CLASS.LETTER);
}

function toPart(
  relation: Exclude<Relation, 'none'>,
  hit: TermHit<WordMeaning>,
  weight: number,
): ContextPart {
  return {
    part: PART_NAMES[relation],
    points: POINTS[relation] * weight,
    term: hit.term.word,
  };
}

/** The nearest word decides; a word that only hints, or names another identifier, gives way to a real name. */
function decideBefore(
  table: CharTable,
  terms: ContextTerms,
  text: string,
  from: number,
  { detector, prefixStart }: Place,
): ContextPart | null {
  let fallback: ContextPart | null = null;
  let hit = terms.findLast(text, from, prefixStart);
  for (; hit; hit = terms.findLast(text, from, hit.start)) {
    const relation = relationOf(hit.term, detector.id);
    if (relation === 'none') continue;
    const between = lookBetween(table, text, hit.end, prefixStart);
    if (between.claimed) break;
    const speaksAgainst = relation === 'against' || relation === 'names-another';
    if (speaksAgainst && between.clauseEnd) break;
    const near = prefixStart - hit.end <= NEAR ? 1 : 0.7;
    const weight = between.sentenceEnd ? near * 0.4 : near;
    const part = toPart(relation, hit, weight);
    if (relation === 'for') return part;
    if (relation === 'against') return fallback ?? part;
    fallback ??= part;
  }
  return fallback;
}
