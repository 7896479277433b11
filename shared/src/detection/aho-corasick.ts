import { foldUnit, formsOf } from './char-table.ts';

/** Takes one place of one word, by its index. Return false to stop the walk. */
export type MatchHandler = (word: number, start: number, end: number) => boolean;

/**
 * Copies UTF-16 units of `text` from `start` on into `units`, as many as fit. Walking a typed array is three times as
 * fast as `charCodeAt`; a host that copies faster than unit by unit (Node's Buffer) brings its own.
 */
export type UnitReader = (text: string, start: number, units: Uint16Array) => void;

export const readUnits: UnitReader = (text, start, units) => {
  const count = Math.min(units.length, text.length - start);
  for (let index = 0; index < count; index++) units[index] = text.charCodeAt(start + index);
};

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

/** Slots of each filter: few enough to stay in the cache. */
const SLOTS = 0x10000;
/** Symbols of a word that its filter looks at. */
const MAX_PREFIX = 4;

/** Hash of a prefix of symbols, grown symbol by symbol. */
function mix(hash: number, symbol: number): number {
  return (Math.imul(hash, 0x2f1b) + symbol) & (SLOTS - 1);
}

/**
 * Aho and Corasick, "Efficient string matching" (CACM 18, 1975), with one addition: at the root, where ordinary text
 * spends nearly all its time, a unit and its neighbour are looked up in a filter before the automaton moves.
 * `words` are folded (lower case, half width), distinct, not empty.
 */
export function createAutomaton(words: readonly string[], read: UnitReader = readUnits): Automaton {
  const trie = buildTrie(words);
  const { symbols, failure, word: wordOf, outputs } = trie;
  const [singles, pairs, triples, prefixes] = buildRootFilters(words, symbols);

  function next(from: number, symbol: number): number {
    let state = from;
    for (;;) {
      const target = trie.target(state, symbol);
      if (target !== 0 || state === 0) return target;
      state = failure[state] ?? 0;
    }
  }

  function tell(state: number, end: number, handle: MatchHandler): boolean {
    for (let at = outputs[state] ?? 0; at !== 0; at = outputs[failure[at] ?? 0] ?? 0) {
      const index = wordOf[at] ?? 0;
      if (!handle(index, end - (words[index] ?? '').length, end)) return false;
    }
    return true;
  }

  const units = new Uint16Array(CHUNK + MAX_PREFIX - 1);

  /** First unit from `from` on that may start a word; `count` when there is none. */
  function skip(from: number, count: number): number {
    // Locals: the compiler keeps them in registers, what a closure holds it loads again and again.
    const [chunk, alphabet, ones, twos, threes, fours] = [
      units,
      symbols,
      singles,
      pairs,
      triples,
      prefixes,
    ];
    let a = alphabet[chunk[from] ?? 0] ?? 0;
    let b = alphabet[chunk[from + 1] ?? 0] ?? 0;
    let c = alphabet[chunk[from + 2] ?? 0] ?? 0;
    for (let index = from; index < count; index++) {
      const d = alphabet[chunk[index + 3] ?? 0] ?? 0;
      const two = mix(a, b);
      const three = mix(two, c);
      const four = mix(three, d);
      // One branch that is seldom taken; two that are taken now and then cost three times as much.
      const hit = (ones[a] ?? 0) | (twos[two] ?? 0) | (threes[three] ?? 0) | (fours[four] ?? 0);
      if (hit !== 0) return index;
      a = b;
      b = c;
      c = d;
    }
    return count;
  }

  /** Walks one chunk from `state`; returns the state at its end, −1 when told to stop. */
  function walkChunk(from: number, count: number, offset: number, handle: MatchHandler): number {
    let state = from;
    for (let index = 0; index < count; index++) {
      if (state === 0) index = skip(index, count);
      if (index === count) break;
      const symbol = symbols[units[index] ?? 0] ?? 0;
      state = symbol === 0 ? 0 : next(state, symbol);
      if (outputs[state] !== 0 && !tell(state, offset + index + 1, handle)) return -1;
    }
    return state;
  }

  return {
    walk(text, length, handle) {
      let state = 0;
      for (let offset = 0; offset < length && state >= 0; offset += CHUNK) {
        const left = length - offset;
        // A few units more than are walked: the filters look ahead.
        if (left < units.length) units.fill(0, left);
        read(text, offset, units);
        state = walkChunk(state, Math.min(CHUNK, left), offset, handle);
      }
    },
  };
}

type RootFilters = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/**
 * For words of one, two, three, and four and more units: 1 = a word may start with the symbols of this hash. Most pairs
 * of Latin letters start some word, hardly any four do.
 */
function buildRootFilters(words: readonly string[], symbols: Uint16Array): RootFilters {
  const filters: RootFilters = [
    new Uint8Array(0x10000),
    new Uint8Array(SLOTS),
    new Uint8Array(SLOTS),
    new Uint8Array(SLOTS),
  ];
  for (const word of words) {
    const length = Math.min(word.length, MAX_PREFIX);
    let hash = symbols[word.charCodeAt(0)] ?? 0;
    for (let at = 1; at < length; at++) hash = mix(hash, symbols[word.charCodeAt(at)] ?? 0);
    const filter = filters[length - 1];
    if (filter) filter[hash] = 1;
  }
  return filters;
}

/** States are numbered from 0, the root. */
interface Trie {
  /** Of every unit: its number in the alphabet of the words, 0 = in none of them. */
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

function buildAlphabet(words: readonly string[]): Uint16Array {
  const symbols = new Uint16Array(0x10000);
  let count = 0;
  for (const word of words)
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      if (unit !== foldUnit(unit)) throw new Error('words of an automaton are folded');
      if (symbols[unit] !== 0) continue;
      count++;
      for (const form of formsOf(unit)) symbols[form] = count;
    }
  return symbols;
}

interface EdgeTable {
  get: (state: number, symbol: number) => number;
  set: (state: number, symbol: number, target: number) => void;
}

/** Open addressing in three arrays: a map with objects for keys costs several times the time and memory. */
function createEdgeTable(edges: number): EdgeTable {
  let size = 64;
  while (size < edges * 2) size *= 2;
  const mask = size - 1;
  const states = new Int32Array(size);
  const symbols = new Uint16Array(size);
  const targets = new Int32Array(size);
  const slotOf = (state: number, symbol: number): number => {
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
    for (slot &= mask; targets[slot] !== 0; slot = (slot + 1) & mask)
      if (states[slot] === state && symbols[slot] === symbol) return slot;
    return slot;
  };
  return {
    get: (state, symbol) => targets[slotOf(state, symbol)] ?? 0,
    set(state, symbol, target) {
      const slot = slotOf(state, symbol);
      states[slot] = state;
      symbols[slot] = symbol;
      targets[slot] = target;
    },
  };
}
