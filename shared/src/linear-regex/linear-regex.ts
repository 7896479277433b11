import { withGaps } from './gaps.ts';
import { classOf, createLazyDfa, DEAD, type LazyDfa } from './lazy-dfa.ts';
import { buildNfa, type Nfa } from './nfa.ts';
import { parsePattern } from './parse.ts';
import { isNullable, type Node, PatternError, type Refusal } from './syntax.ts';
import { classifyUnits, SKIPPED, TRAIT, type UnitClasses } from './unit-classes.ts';
import { type Alias, has, type UnitSet, withAliases, withForms } from './unit-set.ts';

export interface RegexOptions {
  /** Letters written out in the pattern match in either case; classes as they are written. */
  readonly foldLiterals?: boolean;
  /** A match begins and ends at the edge of a run of A-Z, a-z, 0-9. */
  readonly codeEdges?: boolean;
  /** Units that may stand, any number of them, between two letters or digits of a match. */
  readonly gaps?: UnitSet;
  /** Units that read as others. */
  readonly aliases?: readonly Alias[];
  /** As `aliases`, inside a match only: they are no part of a code at its edges. Chinese numerals begin words. */
  readonly innerAliases?: readonly Alias[];
  /** Units that are as good as not there. */
  readonly skipped?: UnitSet;
}

export interface RegexMatch {
  /** UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
}

/** Counts steps; false when there are none left and the search must end. */
export type Spend = (steps: number) => boolean;

/**
 * A regular expression that is searched for in time linear to the text: leftmost, longest, without overlaps. It never
 * backtracks; of a pattern that looks far ahead again and again the longest match gives way to the shortest.
 */
export interface LinearRegex {
  /** Sets `bit` in `wakes`, indexed by unit, for every unit that a match may begin with. */
  markStarts(wakes: Uint32Array, bit: number): void;
  /** True when no match begins between two of A-Z, a-z, 0-9. */
  readonly codeEdges: boolean;
  /**
   * Searches from `from`, where a match may start, as long as something could still become one. Returns where to go on:
   * behind the unit that ended the last hope. `search` is of `startSearch`.
   */
  run(text: string, from: number, search: RegexSearch, emit: (match: RegexMatch) => void): number;
}

/** The account of one search through one text. */
export interface RegexSearch {
  readonly spend: Spend;
  /** Steps left for looking at units twice. */
  spare: number;
}

/** Units read twice, for the longest match and the leftmost start, per unit of the text. */
const SPARE_PER_UNIT = 4;
const SPARE_AT_LEAST = 4096;
/** Zero-width units looked over to find the neighbour of a match. */
const MAX_SKIPPED = 16;

export function startSearch(text: string, spend: Spend): RegexSearch {
  return { spend, spare: SPARE_AT_LEAST + SPARE_PER_UNIT * text.length };
}

export type CompiledRegex = { readonly ok: true; readonly regex: LinearRegex } | Refusal;

/** Compiles a pattern of the subset that `parsePattern` reads, or says why not. */
export function compileRegex(pattern: string, options: RegexOptions = {}): CompiledRegex {
  try {
    return { ok: true, regex: new Regex(pattern, options) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { ok: false, reason: error.reason, at: error.at };
  }
}

function mapUnits(node: Node, change: (set: UnitSet) => UnitSet): Node {
  switch (node.kind) {
    case 'units':
      return { kind: 'units', set: change(node.set) };
    case 'assert':
      return node;
    case 'repeat':
      return { ...node, item: mapUnits(node.item, change) };
    case 'choice':
    case 'sequence':
      break;
  }
  return { kind: node.kind, items: node.items.map((item) => mapUnits(item, change)) };
}

function setsOf({ states }: Nfa): UnitSet[] {
  return [...new Set(states.flatMap((state) => (state.kind === 'units' ? [state.set] : [])))];
}

/** Classes a match may begin with. */
function firstClasses({ states, start }: Nfa, classes: UnitClasses): Uint8Array {
  const first = new Uint8Array(classes.count);
  const seen = new Set<number>([start]);
  for (const at of seen) {
    const state = states[at];
    if (state?.kind === 'split') for (const way of state.ways) seen.add(way);
    else if (state?.kind === 'assert') seen.add(state.next);
    else if (state?.kind === 'units')
      for (let index = 1; index < classes.count; index++)
        if (has(state.set, classes.samples[index] ?? 0)) first[index] = 1;
  }
  return first;
}

function hasFirst(start: number, isFirst: (index: number) => boolean): boolean {
  for (let low = 0; low < 256; low++) if (isFirst(start | low)) return true;
  return false;
}

function toNode(pattern: string, options: RegexOptions): Node {
  const parsed = parsePattern(pattern, { foldLiterals: options.foldLiterals ?? false });
  if (isNullable(parsed)) throw new PatternError('matches-empty', 0);
  const aliased = mapUnits(parsed, (set) => withAliases(set, options.aliases ?? []));
  const gapped = options.gaps ? withGaps(aliased, options.gaps) : aliased;
  const inner = options.innerAliases ?? [];
  const node = inner.length > 0 ? mapUnits(gapped, (set) => withForms(set, inner)) : gapped;
  if (!options.codeEdges) return node;
  const edge: Node = { kind: 'assert', test: 'code-edge' };
  return { kind: 'sequence', items: [edge, node, edge] };
}

class Regex implements LinearRegex {
  readonly codeEdges: boolean;
  readonly #classes: UnitClasses;
  readonly #first: Uint8Array;
  readonly #gaps: UnitSet;
  readonly #scanner: LazyDfa;
  readonly #forward: LazyDfa;
  readonly #backward: LazyDfa;
  #spend: Spend = () => true;

  constructor(pattern: string, options: RegexOptions) {
    const node = toNode(pattern, options);
    const nfa = buildNfa(node, false);
    const classes = classifyUnits(setsOf(nfa), options.aliases ?? [], options.skipped ?? []);
    if (!classes) throw new PatternError('too-large', 0);
    const spend = (steps: number): void => {
      this.#spend(steps);
    };
    const common = { classes, spend, reversed: false };
    this.codeEdges = options.codeEdges ?? false;
    this.#classes = classes;
    this.#first = firstClasses(nfa, classes);
    this.#gaps = options.gaps ?? [];
    this.#scanner = createLazyDfa({ ...common, nfa, unanchored: true });
    this.#forward = createLazyDfa({ ...common, nfa, unanchored: false });
    const reversed = buildNfa(node, true);
    this.#backward = createLazyDfa({
      ...common,
      nfa: reversed,
      unanchored: false,
      reversed: true,
    });
  }

  markStarts(wakes: Uint32Array, bit: number): void {
    const { page, classes } = this.#classes;
    const isFirst = (index: number): boolean => this.#first[classes[index] ?? 0] === 1;
    // Whole pages without a first unit, which are nearly all, are looked at once each.
    const pages = new Set(page);
    const live = new Set([...pages].filter((each) => hasFirst(each << 8, isFirst)));
    for (let high = 0; high < page.length; high++) {
      const start = (page[high] ?? 0) << 8;
      if (!live.has(start >> 8)) continue;
      for (let low = 0; low < 256; low++)
        if (isFirst(start | low)) {
          const unit = (high << 8) | low;
          wakes[unit] = (wakes[unit] ?? 0) | bit;
        }
    }
  }

  run(text: string, from: number, search: RegexSearch, emit: (match: RegexMatch) => void): number {
    this.#spend = search.spend;
    let at = from;
    while (at < text.length) {
      const { position, found } = this.#findEnd(text, at);
      if (!search.spend(position - at + 1) || !found) return position;
      const match = this.#widest(text, at, position, search);
      emit(this.#trimmed(text, match));
      at = match.end;
    }
    return at;
  }

  /** Where the first match to end ends, or where nothing is left that could become a match. */
  #findEnd(text: string, from: number): { position: number; found: boolean } {
    const dfa = this.#scanner;
    const classes = this.#classes;
    let state = dfa.start(this.#traitsBefore(text, from));
    let lastEnd = from;
    for (let index = from; index < text.length; index++) {
      const unitClass = classOf(classes, text.charCodeAt(index));
      if (unitClass === SKIPPED) continue;
      const answer = dfa.step(state, unitClass);
      if ((answer & 1) === 1) return { position: lastEnd, found: true };
      state = answer >> 1;
      lastEnd = index + 1;
      if (dfa.isIdle(state)) return { position: lastEnd, found: false };
    }
    const found = dfa.matchesBefore(state, TRAIT.BREAK);
    return { position: found ? lastEnd : text.length, found };
  }

  /** Of the matches that begin at or behind `floor` the leftmost, and of those the longest; one is known to end at `end`. */
  #widest(text: string, floor: number, end: number, search: RegexSearch): RegexMatch {
    const known = this.#startOf(text, floor, end);
    for (let start = floor; start < known && search.spare > 0; start++) {
      search.spare--;
      if (this.#first[classOf(this.#classes, text.charCodeAt(start))] !== 1) continue;
      const longer = this.#longestEnd(text, start, search);
      if (longer > start) return { start, end: longer };
    }
    return { start: known, end: Math.max(end, this.#longestEnd(text, known, search)) };
  }

  /** The leftmost start of the matches that end at `end`. */
  #startOf(text: string, floor: number, end: number): number {
    const dfa = this.#backward;
    let state = dfa.start(this.#traitsBehind(text, end));
    let taken = end;
    let start = end;
    for (let index = end - 1; index >= floor && state !== DEAD; index--) {
      const unitClass = classOf(this.#classes, text.charCodeAt(index));
      if (unitClass === SKIPPED) continue;
      const answer = dfa.step(state, unitClass);
      if ((answer & 1) === 1) start = taken;
      state = answer >> 1;
      taken = index;
    }
    if (state !== DEAD && dfa.matchesBefore(state, this.#traitsBefore(text, taken))) start = taken;
    return start;
  }

  /** End of the longest match that starts at `start`, or −1; the shortest once there is no time to spare. */
  #longestEnd(text: string, start: number, search: RegexSearch): number {
    const dfa = this.#forward;
    let state = dfa.start(this.#traitsBefore(text, start));
    let taken = start;
    let longest = -1;
    for (let index = start; index < text.length; index++) {
      const unitClass = classOf(this.#classes, text.charCodeAt(index));
      if (unitClass === SKIPPED) continue;
      search.spare--;
      const answer = dfa.step(state, unitClass);
      if ((answer & 1) === 1) longest = taken;
      state = answer >> 1;
      if (state === DEAD || (longest >= 0 && search.spare < 0)) return longest;
      taken = index + 1;
    }
    return dfa.matchesBefore(state, TRAIT.BREAK) ? taken : longest;
  }

  #traitsBefore(text: string, position: number): number {
    for (let index = position - 1; index >= 0 && position - index <= MAX_SKIPPED; index--) {
      const unitClass = classOf(this.#classes, text.charCodeAt(index));
      if (unitClass !== SKIPPED) return this.#classes.traits[unitClass] ?? 0;
    }
    return TRAIT.BREAK;
  }

  #traitsBehind(text: string, position: number): number {
    const limit = Math.min(text.length, position + MAX_SKIPPED);
    for (let index = position; index < limit; index++) {
      const unitClass = classOf(this.#classes, text.charCodeAt(index));
      if (unitClass !== SKIPPED) return this.#classes.traits[unitClass] ?? 0;
    }
    return TRAIT.BREAK;
  }

  /** Without gaps at the edges, where an optional part of the pattern is missing. */
  #trimmed(text: string, { start, end }: RegexMatch): RegexMatch {
    const isGap = (index: number): boolean =>
      this.#gaps.length > 0 && has(this.#gaps, text.charCodeAt(index));
    let [from, to] = [start, end];
    while (from < to - 1 && isGap(from)) from++;
    while (to > from + 1 && isGap(to - 1)) to--;
    return { start: from, end: to };
  }
}
