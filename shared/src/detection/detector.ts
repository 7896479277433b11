import type { DataClass, DataLevel, FindingType } from '../contracts/vocabulary.ts';

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
  /** Digits that may stand before the number as part of it (`'86'`) and are not part of the value. */
  readonly prefixes?: readonly string[];
  /** True when X may be the last digit. */
  readonly checkLetter?: boolean;
  /** Points (≤ 0) for a grouping nobody uses; the weaker the checks, the more it costs. Default −0.3. */
  readonly irregularPoints?: number;
}

/**
 * What a detector wants to be shown. The union grows with the engine's candidate sources (anchors such as `@`,
 * keywords, secrecy marks): a source hands its candidates to the same validate, score and overlap steps.
 */
export type CandidateWant = DigitWant;

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
  /** Judges the normalised value: ASCII digits, no separators, upper-case X. */
  validate(value: string): Validation;
  /** The value as people may see it; at most 128 characters. */
  mask(value: string): string;
}

/** The verdict of a validator that is sure the value is something else. */
export function refuse(name: string): Validation {
  return { checks: [{ name, outcome: false }], base: 0, specificity: 0 };
}
