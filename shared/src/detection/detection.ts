import type { Explanation, Span, Unscanned } from '../contracts/finding.ts';
import type { DataClass, DataLevel, Evasion, FindingType } from '../contracts/vocabulary.ts';
import type { RawValue } from '../redaction/raw-value.ts';

/** A recognised identifier inside this process; becomes a `Finding` (masked, digested) before it leaves. */
export interface Detection {
  readonly type: FindingType;
  readonly detectorVersion: number;
  /** UTF-16 code units in the original text, half open. */
  readonly span: Span;
  /** The normalised value: ASCII digits, no separators, upper-case check letter. */
  readonly value: RawValue;
  readonly masked: string;
  /** 0 … 1 */
  readonly confidence: number;
  readonly dataClass: DataClass;
  readonly dataLevel: DataLevel;
  /** Detections of one customer's record share the number. */
  readonly record: number;
  /** How it was disguised, at most 8. */
  readonly evasions: readonly Evasion[];
  readonly explanation: Explanation;
}

export interface ScanResult {
  /** In order of `span.start`, without overlaps. */
  readonly detections: readonly Detection[];
  readonly unscanned: readonly Unscanned[];
}

/** One engine for page, agent and server. Synchronous and pure: no I/O, no clock but the budget's. */
export interface Engine {
  scan(text: string): ScanResult;
}
