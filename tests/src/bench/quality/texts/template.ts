import type { Fill } from '../fill.ts';
import type { Piece } from '../piece.ts';

export type Template = (fill: Fill) => Piece;

/** A kind of business text. */
export interface Kind {
  readonly id: string;
  /** Prose gets the punctuation of an input method, at random; tables and code stay as they are. */
  readonly prose: boolean;
  readonly templates: readonly Template[];
}
