import type { Evasion } from '../contracts/vocabulary.ts';
import type { Detector, DigitWant, Validation } from './detector.ts';

/** How the digits stand: in one run, in a usual grouping, one by one, in some other grouping. */
export type CandidateForm = 'whole' | 'grouped' | 'separated' | 'irregular';

/** The group of digits next to a candidate, with the class of the separators between (see `GAP`). */
export interface Neighbour {
  readonly gap: number;
  readonly digits: number;
}

/** A place in the text that may be a number some detector wants. */
export interface Candidate {
  readonly detector: Detector;
  readonly want: DigitWant;
  /** Not refused. */
  readonly validation: Validation;
  /** UTF-16 code units in the original text, half open, without the prefix. */
  readonly start: number;
  readonly end: number;
  /** ASCII digits and X. */
  readonly value: string;
  readonly form: CandidateForm;
  /** Country code that stood before; '' = none. */
  readonly prefix: string;
  /** Where the prefix, or else the number, starts. */
  readonly prefixStart: number;
  /** Class of the separators inside; `GAP.NONE` when there are none. */
  readonly gap: number;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  readonly evasions: readonly Evasion[];
  /** Points (≤ 0) for its form. */
  readonly formPoints: number;
}
