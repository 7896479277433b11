import { CHAR_CLASS, type CharTable, foldUnit, formsOf } from './char-table.ts';

/** A dictionary word. `owner` is whatever the dictionary's maker wants to know again. */
export interface Term<Owner> {
  /** As listed: lower case. */
  readonly word: string;
  readonly owner: Owner;
}

export interface TermHit<Owner> {
  readonly term: Term<Owner>;
  /** UTF-16 code units in the original text, half open. */
  readonly start: number;
  readonly end: number;
}

/** Finds dictionary words in short windows of the original text, whatever their width and case. */
export interface TermIndex<Owner> {
  /** Words from left to right, the longest at each place, no overlaps, at most 32. */
  find(text: string, start: number, end: number): TermHit<Owner>[];
  /** The same from right to left, one at a time: the nearest first. Null when `start` is reached. */
  findLast(text: string, start: number, end: number): TermHit<Owner> | null;
  /** The longest word that ends exactly at `end`; null when there is none. */
  endingAt(text: string, end: number): TermHit<Owner> | null;
}

const MAX_HITS = 32;
const MAX_PLURAL = 1;

function isAsciiLetter(unit: number): boolean {
  const folded = foldUnit(unit);
  return folded >= 0x61 && folded <= 0x7a;
}

function isUpper(unit: number): boolean {
  return isAsciiLetter(unit) && foldUnit(unit) !== (unit > 0xff ? unit - 0xfee0 : unit);
}

/** A word starts at a non-letter, or at a hump: `userPhone`. */
function startsWord(text: string, index: number): boolean {
  if (index === 0 || !isAsciiLetter(text.charCodeAt(index - 1))) return true;
  return isUpper(text.charCodeAt(index)) && !isUpper(text.charCodeAt(index - 1));
}

/** A word ends before a non-letter, a hump (`phoneNo`) or a plural s. */
function endsWord(text: string, index: number): boolean {
  for (let skip = 0; skip <= MAX_PLURAL; skip++) {
    const at = index + skip;
    if (at >= text.length || !isAsciiLetter(text.charCodeAt(at))) return true;
    const hump = isUpper(text.charCodeAt(at)) && !isUpper(text.charCodeAt(at - 1));
    if (hump) return true;
    if (foldUnit(text.charCodeAt(at)) !== 0x73) return false;
  }
  return false;
}

/** Terms under two of their units, the longest first, with a quick test for a unit as it stands. */
interface TermTable<Owner> {
  readonly terms: ReadonlyMap<number, readonly Term<Owner>[]>;
  /** 1 for every unit that folds to the outer one of some pair: keeps the walk over a window free of map look-ups. */
  readonly outer: Uint8Array;
}

function pairKey(outer: number, inner: number): number {
  return (foldUnit(inner) << 16) | foldUnit(outer);
}

function createTermTable<Owner>(
  terms: readonly Term<Owner>[],
  outerOf: (word: string) => number,
  innerOf: (word: string) => number,
): TermTable<Owner> {
  // Not by folding all 65,536 units: an engine is built in every frame of every page.
  const byPair = new Map<number, Term<Owner>[]>();
  const outerUnits = new Set<number>();
  for (const term of terms) {
    if (term.word.length < 2) throw new Error('a context word has at least two characters');
    const key = pairKey(outerOf(term.word), innerOf(term.word));
    outerUnits.add(outerOf(term.word));
    const known = byPair.get(key);
    if (known) known.push(term);
    else byPair.set(key, [term]);
  }
  for (const known of byPair.values()) known.sort((a, b) => b.word.length - a.word.length);
  const outer = new Uint8Array(0x10000);
  for (const unit of outerUnits) for (const form of formsOf(unit)) outer[form] = 1;
  return { terms: byPair, outer };
}

/** Builds the index; words are lower case, without duplicates. A space in a word also stands for `_`, `-` or nothing. */
export function createTermIndex<Owner>(
  table: CharTable,
  terms: readonly Term<Owner>[],
): TermIndex<Owner> {
  const byFirst = createTermTable(
    terms,
    (word) => word.charCodeAt(0),
    (word) => word.charCodeAt(1),
  );
  const byLast = createTermTable(
    terms,
    (word) => word.charCodeAt(word.length - 1),
    (word) => word.charCodeAt(word.length - 2),
  );
  const longest = terms.reduce((length, { word }) => Math.max(length, word.length), 0);

  const isSkipped = (unit: number): boolean => table.classes[unit] === CHAR_CLASS.SKIP;
  const isGap = (unit: number): boolean => {
    const kind = table.classes[unit];
    return kind === CHAR_CLASS.SPACE || kind === CHAR_CLASS.DASH;
  };

  /** End of the word that starts at `start`, or −1. */
  function matchEnd(text: string, start: number, end: number, word: string): number {
    let at = start;
    for (let index = 0; index < word.length; index++) {
      while (at < end && isSkipped(text.charCodeAt(at))) at++;
      const wanted = word.charCodeAt(index);
      if (wanted === 0x20) {
        if (at < end && isGap(text.charCodeAt(at))) at++;
        continue;
      }
      if (at >= end || foldUnit(text.charCodeAt(at)) !== wanted) return -1;
      at++;
    }
    return at;
  }

  /** Start of the word that ends at `end`, or −1. */
  function matchStart(text: string, start: number, end: number, word: string): number {
    let at = end;
    for (let index = word.length - 1; index >= 0; index--) {
      while (at > start && isSkipped(text.charCodeAt(at - 1))) at--;
      const wanted = word.charCodeAt(index);
      if (wanted === 0x20) {
        if (at > start && isGap(text.charCodeAt(at - 1))) at--;
        continue;
      }
      if (at <= start || foldUnit(text.charCodeAt(at - 1)) !== wanted) return -1;
      at--;
    }
    return at;
  }

  function wordFrom(text: string, start: number, end: number): TermHit<Owner> | null {
    const unit = text.charCodeAt(start);
    const latin = isAsciiLetter(unit);
    if (latin && !startsWord(text, start)) return null;
    let next = start + 1;
    while (next < end && isSkipped(text.charCodeAt(next))) next++;
    const known = byFirst.terms.get(pairKey(unit, text.charCodeAt(next)));
    if (!known) return null;
    for (const term of known) {
      const stop = matchEnd(text, start, end, term.word);
      if (stop >= 0 && (!latin || endsWord(text, stop))) return { term, start, end: stop };
    }
    return null;
  }

  function wordUpTo(text: string, start: number, end: number): TermHit<Owner> | null {
    const unit = text.charCodeAt(end - 1);
    const latin = isAsciiLetter(unit);
    if (latin && !endsWord(text, end)) return null;
    let previous = end - 2;
    while (previous > start && isSkipped(text.charCodeAt(previous))) previous--;
    const known = byLast.terms.get(pairKey(unit, text.charCodeAt(previous)));
    if (!known) return null;
    for (const term of known) {
      const from = matchStart(text, start, end, term.word);
      if (from >= 0 && (!latin || startsWord(text, from))) return { term, start: from, end };
    }
    return null;
  }

  return {
    find(text, start, end) {
      const hits: TermHit<Owner>[] = [];
      for (let index = start; index < end && hits.length < MAX_HITS; index++) {
        if (byFirst.outer[text.charCodeAt(index)] === 0) continue;
        const hit = wordFrom(text, index, end);
        if (!hit) continue;
        hits.push(hit);
        index = hit.end - 1;
      }
      return hits;
    },
    findLast(text, start, end) {
      for (let index = end; index > start; index--) {
        if (byLast.outer[text.charCodeAt(index - 1)] === 0) continue;
        const hit = wordUpTo(text, start, index);
        if (hit) return hit;
      }
      return null;
    },
    endingAt: (text, end) => wordUpTo(text, Math.max(0, end - 2 * longest), end),
  };
}
