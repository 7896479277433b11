/** One cell of a table, as half-open range of UTF-16 code units; quotes and padding are left out. */
export interface Cell {
  /** Counted from 0, the header not included. */
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A table in a text: CSV, TSV, Markdown, aligned columns (HTML tables reach the engine as TSV, see decode/). */
export interface Table {
  /** The body, header line excluded; UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
  /** Normalised names of the columns, at most 64 units each; '' = none. */
  readonly headers: readonly string[];
  /** Null outside the body, between cells, or in a row that does not fit the header. */
  cellAt(position: number): Cell | null;
  /** From top to bottom; rows that do not fit the header are left out. Lazy. */
  rows(): Iterable<readonly Cell[]>;
}
