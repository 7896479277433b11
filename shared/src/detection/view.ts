import type { Span } from '../contracts/finding.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import type { Budget } from './budget.ts';

/** A part of a text as it reads once a disguise is taken off. It is scanned like any other text; its findings map back. */
export interface View {
  readonly evasion: Evasion;
  readonly text: string;
  /** The part of the parent text that the view was made from, surroundings included. */
  readonly region: Span;
  /**
   * The span of the parent text that the half-open range came from. A unit that was decoded from several maps to all
   * of them. An empty range gives an empty span.
   */
  originalSpan(start: number, end: number): Span;
  /** True when something in the range stands differently in the parent: what is found there was disguised. */
  isChanged(start: number, end: number): boolean;
  /**
   * True when the view shows the layout better than its parent (markup taken off, cells as TSV): its verdict on an
   * unchanged number counts instead of the parent's.
   */
  readonly supersedes: boolean;
}

/** Takes off one kind of disguise, or several. Stateless. */
export interface Decoder {
  /** What its views tell; absent where they tell different ones. */
  readonly evasion?: Evasion;
  /**
   * Strings that give the disguise away, found by the engine's one pass over the text (lower case, half width; any case and
   * width matches). Without any, `decode` is called for every text and has to search by itself, at some GB/s.
   */
  readonly triggers: readonly string[];
  /**
   * Views of the parts of the text where the disguise is, with `VIEW_CONTEXT` units around them, so that words near by
   * count. Parts whose surroundings meet become one view. `hits` = where the triggers start, ascending. Linear in the size
   * of the parts; a part that decodes to nothing that could hold an identifier gives no view.
   */
  decode(text: string, hits: readonly number[], budget: Budget): readonly View[];
}

/** UTF-16 units around a disguised part that belong to its view. */
export const VIEW_CONTEXT = 64;
/** Disguises inside disguises that are taken off. */
export const MAX_VIEW_DEPTH = 3;
