import { foldUnit, formsOf } from './char-table.ts';
import { readUnits, type UnitReader } from './unit-reader.ts';

/** Takes one place of one word, by its index. Return false to stop the walk. */
export type MatchHandler = (word: number, start: number, end: number) => boolean;

/** A search for many words at once, in any case and width. Not re-entrant: `handle` only takes notes. */
export interface Automaton {
  /**
   * Walks the first `length` units of `text` and tells every place of every word in order of `end`; of words that end
   * together the longest first. Linear in the text and the places told.
   */
  walk(text: string, length: number, handle: MatchHandler): void;
}

/** Units walked at a time; small enough to stay in the first cache, with the filters. */
const CHUNK = 8192;

/** Slots of the filter: few enough to stay in the cache. */
const SLOTS = 0x10000;
/** Units behind the chunk that the filter looks at. */
const LOOK_AHEAD = 3;

/** Slot of a pair of symbols. */
function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x2f1b) + second) & (SLOTS - 1);
}

/**
 * Aho and Corasick, "Efficient string matching" (CACM 18, 1975), with one addition: at the root, where ordinary text
 * spends nearly all its time, pairs of units are looked up in a filter before the automaton moves.
 * `words` are folded (lower case, half width), distinct, not empty.
 */
export function createAutomaton(words: readonly string[], read: UnitReader = readUnits): Automaton {
  const trie = buildTrie(words);
  const { symbols, failure, word: wordOf, outputs } = trie;
  const filter = buildFilter(words, symbols);

  function tell(state: number, end: number, handle: MatchHandler): boolean {
    for (let at = outputs[state] ?? 0; at !== 0; at = outputs[failure[at] ?? 0] ?? 0) {
      const index = wordOf[at] ?? 0;
      if (!handle(index, end - (words[index] ?? '').length, end)) return false;
    }
    return true;
  }

  const units = new Uint16Array(CHUNK + LOOK_AHEAD);

  /** Where from `from` on a word may start; `count` when nowhere. */
  function skip(from: number, count: number): number {
    // Locals: the compiler keeps them in registers, what a closure holds it loads again and again.
    const chunk = units;
    const alphabet = symbols;
    const pairs = filter;
    let symbol = alphabet[chunk[from] ?? 0] ?? 0;
    let before = 0;
    let beforeThat = 0;
    for (let index = from; index < count + 2; index++) {
      const following = alphabet[chunk[index + 1] ?? 0] ?? 0;
      const pair = pairs[slotOf(symbol, following)] ?? 0;
      const four = beforeThat & (pair >> 8) & FOUR_BITS;
      // One branch that is seldom taken; two that are taken now and then cost three times as much.
      const short = (before & (pair >> 7) & THREE_BITS) | (pair >> 30) | (symbol >> 15);
      // The longer words that start one unit before are not decided yet.
      if ((four | short) !== 0)
        return Math.min(count, Math.max(from, four === 0 ? index - 1 : index - 2));
      beforeThat = before;
      before = pair;
      symbol = following;
    }
    return count;
  }

  /** Walks one chunk from `state`; returns the state at its end, −1 when told to stop. */
  function walkChunk(from: number, count: number, offset: number, handle: MatchHandler): number {
    let state = from;
    for (let index = 0; index < count;) {
      if (state === 0) index = skip(index, count);
      if (index === count) break;
      const target = trie.target(state, symbols[units[index] ?? 0] ?? 0);
      if (target === 0) {
        // At the root the next look is the filter's.
        if (state === 0) index++;
        else state = failure[state] ?? 0;
        continue;
      }
      state = target;
      index++;
      if (outputs[state] !== 0 && !tell(state, offset + index, handle)) return -1;
    }
    return state;
  }

  return {
    walk(text, length, handle) {
      let state = 0;
      for (let offset = 0; offset < length && state >= 0; offset += CHUNK) {
        const left = length - offset;
        // A few units more than are walked: the filter looks ahead.
        if (left < units.length) units.fill(0, left, left + LOOK_AHEAD);
        read(text, offset, units);
        state = walkChunk(state, Math.min(CHUNK, left), offset, handle);
      }
    },
  };
}

/**
 * Bits of a slot: 0 to 7 and 8 to 15 = first and second pair of a word of four and more units, one bit for each of eight
 * sets of words; 16 to 22 and 23 to 29 = the two pairs of a word of three, seven sets; 30 = a word of two.
 */
const FOUR_SETS = 8;
const THREE_SETS = 7;
const FOUR_BITS = 0xff;
const THREE_BITS = 0x7f_0000;
const PAIR_BIT = 1 << 30;

/** Most pairs of Latin letters start some word, hardly any two pairs in a row do. */
function buildFilter(words: readonly string[], symbols: Uint16Array): Int32Array {
  const filter = new Int32Array(SLOTS);
  const mark = (word: string, at: number, bits: number): void => {
    const slot = slotOf(symbols[word.charCodeAt(at)] ?? 0, symbols[word.charCodeAt(at + 1)] ?? 0);
    filter[slot] = (filter[slot] ?? 0) | bits;
  };
  for (const word of words) {
    const set = slotOf(word.charCodeAt(0), word.charCodeAt(1));
    if (word.length > 3) {
      mark(word, 0, 1 << (set % FOUR_SETS));
      mark(word, 2, 1 << (8 + (set % FOUR_SETS)));
    } else if (word.length === 3) {
      mark(word, 0, 1 << (16 + (set % THREE_SETS)));
      mark(word, 1, 1 << (23 + (set % THREE_SETS)));
    } else if (word.length === 2) mark(word, 0, PAIR_BIT);
  }
  return filter;
}

/** States are numbered from 0, the root. */
interface Trie {
  /** Of every unit: its number in the alphabet of the words, 0 = in none of them, `ALWAYS` and more = a word by itself. */
  readonly symbols: Uint16Array;
  /** Where `symbol` leads from `state`; 0 = nowhere. */
  target(state: number, symbol: number): number;
  /** The state of the longest proper suffix. */
  readonly failure: Int32Array;
  /** Index of the word that ends in the state; only where one does. */
  readonly word: Int32Array;
  /** The state itself where a word ends, or the next one along the failures; 0 = none. */
  readonly outputs: Int32Array;
}

function buildTrie(words: readonly string[]): Trie {
  const symbols = buildAlphabet(words);
  const capacity = words.reduce((sum, { length }) => sum + length, 1);
  const edges = createEdgeTable(capacity);
  const parents = new Int32Array(capacity);
  const labels = new Uint16Array(capacity);
  const depths = new Uint8Array(capacity);
  const word = new Int32Array(capacity).fill(-1);
  let count = 1;
  for (const [index, text] of words.entries()) {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      let target = edges.get(state, symbol);
      if (target === 0) {
        target = count++;
        edges.set(state, symbol, target);
        parents[target] = state;
        labels[target] = symbol;
        depths[target] = at + 1;
      }
      state = target;
    }
    word[state] = index;
  }
  const failure = new Int32Array(count);
  const outputs = new Int32Array(count);
  // By depth: the failure of a state is nearer to the root.
  const order = Array.from({ length: count - 1 }, (_, at) => at + 1).sort(
    (a, b) => (depths[a] ?? 0) - (depths[b] ?? 0),
  );
  for (const state of order) {
    const symbol = labels[state] ?? 0;
    let at = parents[state] ?? 0;
    if (at !== 0) {
      do {
        at = failure[at] ?? 0;
        failure[state] = edges.get(at, symbol);
      } while (at !== 0 && failure[state] === 0);
    }
    outputs[state] = word[state] === -1 ? (outputs[failure[state] ?? 0] ?? 0) : state;
  }
  return { symbols, target: edges.get, failure, word, outputs };
}

/** Symbols from here on are looked at wherever they stand: the words of one unit. */
const ALWAYS = 0x8000;

function buildAlphabet(words: readonly string[]): Uint16Array {
  const symbols = new Uint16Array(0x10000);
  let always = ALWAYS;
  let others = 1;
  const add = (unit: number, symbol: number): void => {
    for (const form of formsOf(unit)) symbols[form] = symbol;
  };
  for (const word of words) if (word.length === 1) add(word.charCodeAt(0), always++);
  for (const word of words)
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      if (unit !== foldUnit(unit)) throw new Error('words of an automaton are folded');
      // More than half of all units in words: slower, as right as before.
      if (symbols[unit] === 0) add(unit, others < ALWAYS ? others++ : always++);
    }
  return symbols;
}

interface EdgeTable {
  get: (state: number, symbol: number) => number;
  set: (state: number, symbol: number, target: number) => void;
}

/** Open addressing, state, symbol and target side by side: a map with objects for keys costs several times the time. */
function createEdgeTable(edges: number): EdgeTable {
  let size = 64;
  while (size < edges * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size * 3);
  const placeOf = (state: number, symbol: number): number => {
    let slot = ((Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7) & mask;
    for (; table[slot * 3 + 2] !== 0; slot = (slot + 1) & mask)
      if (table[slot * 3] === state && table[slot * 3 + 1] === symbol) break;
    return slot * 3;
  };
  return {
    get: (state, symbol) => table[placeOf(state, symbol) + 2] ?? 0,
    set(state, symbol, target) {
      const place = placeOf(state, symbol);
      table[place] = state;
      table[place + 1] = symbol;
      table[place + 2] = target;
    },
  };
}
