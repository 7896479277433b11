import type { Nfa } from './nfa.ts';
import type { Test } from './syntax.ts';
import { SKIPPED, TRAIT, TRAITS, type UnitClasses } from './unit-classes.ts';
import { has } from './unit-set.ts';

/** States kept; when they are full they are all forgotten and built again as they come. */
const MAX_STATES = 2048;
/** State that nothing leads out of. */
export const DEAD = 0;
const UNKNOWN = -1;

/**
 * Deterministic states, each made when a text first needs it. A step's answer is `state << 1 | matched`: `matched` says that a
 * match ends *before* the unit taken, because assertions look at the unit behind a match.
 */
export interface LazyDfa {
  /** The state to begin in behind (or, reversed, before) a unit of the given traits. */
  start(traits: number): number;
  /** Takes a unit of the class, which is not `SKIPPED`. */
  step(state: number, unitClass: number): number;
  /** True when a match ends in `state` with a unit of the given traits next. */
  matchesBefore(state: number, traits: number): boolean;
  /** True for the states of an unanchored automaton in which no match has begun. */
  isIdle(state: number): boolean;
}

export interface LazyDfaOptions {
  readonly nfa: Nfa;
  readonly classes: UnitClasses;
  /** Begins a match at every unit. */
  readonly unanchored: boolean;
  /** Reads the text from its end: "before" and "behind" of assertions are swapped. */
  readonly reversed: boolean;
  /** Told of the work for each state made. */
  readonly spend: (steps: number) => void;
}

function holds(test: Test, before: number, behind: number): boolean {
  switch (test) {
    case 'word-edge':
      return ((before ^ behind) & TRAIT.WORD) !== 0;
    case 'no-word-edge':
      return ((before ^ behind) & TRAIT.WORD) === 0;
    case 'line-start':
      return (before & TRAIT.BREAK) !== 0;
    case 'line-end':
      return (behind & TRAIT.BREAK) !== 0;
    case 'code-edge':
      break;
  }
  return (before & behind & TRAIT.CODE) === 0;
}

export function createLazyDfa(options: LazyDfaOptions): LazyDfa {
  const { nfa, classes, unanchored, reversed, spend } = options;
  const { states } = nfa;
  const stride = classes.count;
  const takes = states.map((state) => {
    if (state.kind !== 'units') return null;
    const taken = new Uint8Array(stride);
    for (let index = 1; index < stride; index++)
      taken[index] = has(state.set, classes.samples[index] ?? 0) ? 1 : 0;
    return taken;
  });
  const usesTraits = states.some(({ kind }) => kind === 'assert');

  let table = new Int32Array(16 * stride);
  let kernels: (readonly number[])[] = [];
  let traitsBefore: number[] = [];
  let known = new Map<string, number>();
  /** By traits; a search starts often. */
  const starts = new Int32Array(TRAITS);

  function forget(): void {
    kernels = [];
    traitsBefore = [];
    known = new Map();
    starts.fill(UNKNOWN);
    stateFor([], 0);
  }

  /** The number of the state with these undecided NFA states behind a unit of these traits. */
  function stateFor(kernel: readonly number[], traits: number): number {
    const kept = usesTraits && kernel.length > 0 ? traits : 0;
    const key = `${kept}:${kernel.join()}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    const index = kernels.push(kernel) - 1;
    traitsBefore.push(kept);
    known.set(key, index);
    if ((index + 1) * stride > table.length) {
      const larger = new Int32Array(table.length * 2);
      larger.set(table);
      table = larger;
    }
    table.fill(UNKNOWN, index * stride, (index + 1) * stride);
    spend(states.length);
    return index;
  }

  const marks = new Uint32Array(states.length);
  let mark = 0;

  /** The states reachable without taking a unit; those that take one, and the match, in `reached`. */
  function close(kernel: readonly number[], before: number, behind: number): number[] {
    mark++;
    const reached: number[] = [];
    const pending = [...kernel];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (marks[at] === mark) continue;
      marks[at] = mark;
      const state = states[at];
      if (!state) continue;
      if (state.kind === 'split') pending.push(...state.ways);
      else if (state.kind === 'assert') {
        const isTrue = reversed
          ? holds(state.test, behind, before)
          : holds(state.test, before, behind);
        if (isTrue) pending.push(state.next);
      } else reached.push(at);
    }
    return reached;
  }

  function compute(state: number, unitClass: number): number {
    const traits = classes.traits[unitClass] ?? 0;
    const reached = close(kernels[state] ?? [], traitsBefore[state] ?? 0, traits);
    const next = new Set<number>();
    let matched = 0;
    for (const at of reached) {
      const from = states[at];
      if (from?.kind === 'match') matched = 1;
      else if (from?.kind === 'units' && takes[at]?.[unitClass] === 1) next.add(from.next);
    }
    if (unanchored) next.add(nfa.start);
    const isFull = kernels.length >= MAX_STATES;
    if (isFull) forget();
    const answer =
      (stateFor(
        [...next].sort((a, b) => a - b),
        traits,
      ) <<
        1) |
      matched;
    if (!isFull) table[state * stride + unitClass] = answer;
    return answer;
  }

  forget();
  return {
    start(traits) {
      const old = starts[traits] ?? UNKNOWN;
      if (old !== UNKNOWN) return old;
      const made = stateFor([nfa.start], traits);
      starts[traits] = made;
      return made;
    },
    step(state, unitClass) {
      const answer = table[state * stride + unitClass] ?? UNKNOWN;
      return answer === UNKNOWN ? compute(state, unitClass) : answer;
    },
    matchesBefore(state, traits) {
      return close(kernels[state] ?? [], traitsBefore[state] ?? 0, traits & (TRAITS - 1)).some(
        (at) => states[at]?.kind === 'match',
      );
    },
    isIdle: (state) => kernels[state]?.length === 1,
  };
}

export function classOf({ page, classes }: UnitClasses, unit: number): number {
  return classes[((page[unit >> 8] ?? 0) << 8) | (unit & 255)] ?? SKIPPED;
}
