import { CHAR_CLASS, type CharTable, foldUnit } from './char-table.ts';

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
  /** Longest words first come, no overlaps, at most 32, in order. */
  find(text: string, start: number, end: number): TermHit<Owner>[];
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

/** Builds the index; words are lower case, without duplicates. */
export function createTermIndex<Owner>(
  table: CharTable,
  terms: readonly Term<Owner>[],
): TermIndex<Owner> {
  const byFirst = new Map<number, Term<Owner>[]>();
  // One byte for each unit keeps the walk over a window free of map look-ups.
  const starts = new Uint8Array(0x10000);
  for (const term of terms) {
    const first = term.word.charCodeAt(0);
    const known = byFirst.get(first);
    if (known) known.push(term);
    else byFirst.set(first, [term]);
  }
  for (let unit = 0; unit < 0x10000; unit++) if (byFirst.has(foldUnit(unit))) starts[unit] = 1;
  for (const known of byFirst.values()) known.sort((a, b) => b.word.length - a.word.length);
  const longest = terms.reduce((length, { word }) => Math.max(length, word.length), 0);

  /** End of the word in the text, or −1. A space of the word also matches `_`, `-` or nothing. */
  function matchEnd(text: string, start: number, end: number, word: string): number {
    let at = start;
    for (let index = 0; index < word.length; index++) {
      while (at < end && table.classes[text.charCodeAt(at)] === CHAR_CLASS.SKIP) at++;
      const wanted = word.charCodeAt(index);
      if (wanted === 0x20) {
        const kind = table.classes[text.charCodeAt(at)];
        if (kind === CHAR_CLASS.SPACE || kind === CHAR_CLASS.DASH) at++;
        continue;
      }
      if (at >= end || foldUnit(text.charCodeAt(at)) !== wanted) return -1;
      at++;
    }
    return at;
  }

  function matchAt(text: string, start: number, end: number): TermHit<Owner> | null {
    for (const term of byFirst.get(foldUnit(text.charCodeAt(start))) ?? []) {
      const stop = matchEnd(text, start, end, term.word);
      if (stop < 0) continue;
      const latin = isAsciiLetter(term.word.charCodeAt(0));
      if (latin && !(startsWord(text, start) && endsWord(text, stop))) continue;
      return { term, start, end: stop };
    }
    return null;
  }

  return {
    find(text, start, end) {
      const hits: TermHit<Owner>[] = [];
      for (let index = start; index < end; index++) {
        if (starts[text.charCodeAt(index)] === 0) continue;
        const hit = matchAt(text, index, end);
        if (!hit) continue;
        hits.push(hit);
        if (hits.length === MAX_HITS) break;
        index = hit.end - 1;
      }
      return hits;
    },
    endingAt(text, end) {
      for (let start = Math.max(0, end - longest); start < end; start++) {
        if (starts[text.charCodeAt(start)] === 0) continue;
        const hit = matchAt(text, start, end);
        if (hit && hit.end === end) return hit;
      }
      return null;
    },
  };
}
