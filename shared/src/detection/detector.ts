import type { Explanation, Span } from '../contracts/finding.ts';
import type { DataClass, DataLevel, Evasion, FindingType } from '../contracts/vocabulary.ts';
import type { Budget } from './budget.ts';
import type { Table } from './table.ts';

/**
 * Numbers of fixed lengths. The engine finds them whole (`13800138000`), in groups (`138-0013-8000`), digit
 * by digit (`1 3 8 …`) and in any other grouping, in any script's digits.
 */
export interface DigitWant {
  readonly kind: 'digits';
  /** Digits of the whole number, check letter included, prefix not. */
  readonly lengths: readonly number[];
  /** Usual groupings, in digits: `[3, 4, 4]`. Each sums up to one of `lengths`. */
  readonly shapes: readonly (readonly number[])[];
  /** Digits the number can start with: `'12345678'`. */
  readonly leads: string;
  /** Pairs of digits the number can start with, where that says more: spares nearly all others the closer look. */
  readonly openings?: readonly string[];
  /**
   * A look at the `count` digits from `from` on, as values 0 … 9 and 10 for X: false where `validate` would refuse. Spares
   * the windows of a table of numbers the strings; answers in some nanoseconds.
   */
  readonly mayBe?: (values: Uint8Array, from: number, count: number) => boolean;
  /** Digits that may stand before the number as part of it (`'86'`) and are not part of the value. */
  readonly prefixes?: readonly string[];
  /** True when X may be the last digit. */
  readonly checkLetter?: boolean;
  /** Points (≤ 0) for a grouping nobody uses; the weaker the checks, the more it costs. Default −0.3. */
  readonly irregularPoints?: number;
  /** True = nothing without one of the detector's own names near by, and then not even looked at. */
  readonly needsLabel?: boolean;
  /** Points (≤ 0) for one run without any grouping, where people write the number in groups. Default 0. */
  readonly wholePoints?: number;
  /** True when the number counts only behind one of its prefixes: `571-87654321` behind +86. */
  readonly needsPrefix?: boolean;
  /** Digits of a group that may follow behind the same separator and is no part of it (an extension): no row of numbers. */
  readonly tails?: readonly number[];
}

/**
 * Codes of letters and digits. The engine shows every place where digits stand together and an ASCII letter (any width)
 * stands right before or behind them, at most one separator apart; the detector reads the code itself.
 */
export interface CodeWant {
  readonly kind: 'code';
  /** Digits that stand together at least, separators between them allowed. Not below 7: the scan's step hangs on it. */
  readonly minDigits: number;
  /** As of `DigitWant`. */
  readonly needsLabel?: boolean;
  read(place: CodePlace): Reading | null;
}

export interface CodePlace {
  readonly text: string;
  /** The digits that gave it away, UTF-16 code units, half open; letters may stand before, behind and after gaps. */
  readonly start: number;
  readonly end: number;
}

/** Places that a fixed string gives away: `@`, a secrecy level, a keyword, 密码. */
export interface AnchorWant {
  readonly kind: 'anchor';
  /** Lower case, half width, 1 … 64 units; found whatever case and width they are written in, inside words too. */
  readonly anchors: readonly string[];
  read(place: AnchorPlace): Reading | readonly Reading[] | null;
}

export interface AnchorPlace {
  readonly text: string;
  /** As listed. */
  readonly anchor: string;
  /** Of the anchor in the text, UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
}

/** A detector that walks the whole text itself, in time linear to its length: admin-written patterns. */
export interface WalkWant {
  readonly kind: 'walk';
  walk(text: string, budget: Budget, emit: (reading: Reading) => void): void;
}

/**
 * Soft identifiers (names, addresses), which nothing but their surroundings gives away. Asked last, when tables and all
 * other findings of the text are known.
 */
export interface SoftWant {
  readonly kind: 'soft';
  /** As of `AnchorWant`: the labels, titles and words whose places the detector is shown. */
  readonly anchors: readonly string[];
  read(scene: Scene): readonly Reading[];
}

export interface Scene {
  readonly text: string;
  /** Places of the want's anchors, by `start`; the longest of those that start together comes first. */
  readonly anchors: readonly {
    readonly anchor: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Those with named columns; none where no anchor of any soft identifier stands in the text. */
  readonly tables: readonly Table[];
  /** Findings of the other detectors with their confidence, by `start`. */
  readonly findings: readonly (Span & {
    readonly type: FindingType;
    readonly confidence: number;
  })[];
}

/** What a detector has read; the engine adds the words near by, unless the detector has weighed them itself. */
export interface Reading extends Span {
  /** Normalised: equal values are the same thing. */
  readonly value: string;
  readonly validation: Validation;
  /** Evidence the detector has seen itself (its label, a table column); summed up with the rest. */
  readonly score?: readonly ScorePart[];
  /** `none` = the detector has weighed the words near by itself. Default `words`. */
  readonly context?: 'words' | 'none';
  readonly evasions?: readonly Evasion[];
}

export type ScorePart = Explanation['score'][number];

/** What a detector wants to be shown. */
export type CandidateWant = DigitWant | CodeWant | AnchorWant | WalkWant | SoftWant;

/** `undefined` = the check could not tell. */
export type Outcome = boolean | undefined;

export interface Check {
  readonly name: string;
  readonly outcome: Outcome;
}

export interface Validation {
  /** One `false` and the candidate is nothing. `undefined` only lowers: the detector says by how much in `base`. */
  readonly checks: readonly Check[];
  /** Confidence of the value alone, 0 … 1, when nothing stands near by. */
  readonly base: number;
  /**
   * 0 … 1: how seldom a random number of the length passes. Scales down what speaks against, and decides
   * between detectors that claim the same digits. 0.1 = one in ten or so, 0.7 = one in 10,000 or more.
   */
  readonly specificity: number;
}

/** Dictionary words; ASCII ones match whole words in any case (`userPhone`, `phone_no` count), Chinese ones anywhere. */
export interface ContextWords {
  /** Names of the identifier: 手机号, phone. */
  readonly for: readonly string[];
  /** Words that make it likelier, no more: 联系, customer. */
  readonly weaklyFor?: readonly string[];
  /** Names of look-alikes that only this detector meets. Common ones (订单号, tracking) are known to the engine. */
  readonly against?: readonly string[];
}

/** One kind of identifier. Stateless: the same input gives the same answer. */
export interface Detector {
  readonly id: FindingType;
  /** Grows when the verdicts change. */
  readonly version: number;
  readonly dataClass: DataClass;
  readonly dataLevel: DataLevel;
  readonly wants: readonly CandidateWant[];
  readonly context: ContextWords;
  /** Judges the normalised value of a `DigitWant`: ASCII digits, no separators, upper-case X. Others judge in `read`. */
  validate(value: string): Validation;
  /** The value as people may see it; at most 128 characters. */
  mask(value: string): string;
  /** As `dataLevel`, where it depends on the value (a secrecy mark's level, a dictionary's). */
  levelOf?(value: string): DataLevel;
}

export function isRefused({ checks }: Validation): boolean {
  return checks.some(({ outcome }) => outcome === false);
}

/** The verdict of a validator that is sure the value is something else. */
export function refuse(name: string): Validation {
  return { checks: [{ name, outcome: false }], base: 0, specificity: 0 };
}
