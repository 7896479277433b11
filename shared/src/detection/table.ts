import { alignCells, type ColumnPlace } from './aligned-columns.ts';
import { createRowCells, type RowCells, type RowKind } from './row-cells.ts';
import { splitRow } from './split-row.ts';

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

/** A table as the engine itself uses it. */
export interface RowTable extends Table {
  /** Row that holds the position, −1 outside of rows. Cheaper than `cellAt`: the row is not split. */
  rowAt(position: number): number;
  /** The same as `rows()` for the first `maxRows` rows, without an object for each cell. */
  visitCells(maxRows: number, visit: CellVisitor): void;
}

export type CellVisitor = (row: number, column: number, start: number, end: number) => void;

/** How the rows of a table are read. */
export interface RowForm {
  readonly kind: RowKind;
  readonly columns: number;
  /** Where the headers of aligned text stand, for rows with empty cells; absent = every row has all cells. */
  readonly places?: readonly ColumnPlace[] | undefined;
  /** The header line ends with an empty cell that rows may leave out. */
  readonly hasEmptyLast?: boolean;
}

/** Reads the row at `from` into `cells`; false when it does not fit. `cells.count` is then of no use. */
export function readRow(text: string, from: number, form: RowForm, cells: RowCells): boolean {
  const { kind, columns } = form;
  if (!splitRow(text, from, kind, cells)) return false;
  if (cells.count === columns) return true;
  if (form.places) return alignCells(text, from, form.places, cells);
  if (kind === 'tuple' || kind === 'spaced') return false;
  // `a,b,` under `a,b`: a delimiter too many at the end, as sloppy exports have it.
  const last = cells.count - 1;
  if (cells.count === columns + 1 && cells.starts[last] === cells.ends[last]) {
    cells.count--;
    return true;
  }
  if (cells.count !== columns - 1 || form.hasEmptyLast !== true) return false;
  cells.starts[cells.count] = cells.end;
  cells.ends[cells.count] = cells.end;
  cells.count++;
  return true;
}

export interface TableParts {
  readonly form: RowForm;
  readonly headers: readonly string[];
  /** Where each row starts, ascending; each fits `form`. */
  readonly rowStarts: readonly number[];
  /** Where each row ends, line break excluded. */
  readonly rowEnds: readonly number[];
  readonly end: number;
}

/** A table of known rows; cells are split when they are asked for. Asking in ascending order is cheap. */
export function createTable(text: string, parts: TableParts): RowTable {
  return new TableOfRows(text, parts);
}

/** A text of numbers has thousands of tables: a class makes one object of each. */
class TableOfRows implements RowTable {
  readonly start: number;
  readonly end: number;
  readonly headers: readonly string[];
  readonly #text: string;
  readonly #parts: TableParts;
  #cells: RowCells | null = null;
  /** The row asked for last, and the row whose cells are split. */
  #current = -1;
  #loaded = -1;

  constructor(text: string, parts: TableParts) {
    this.#text = text;
    this.#parts = parts;
    this.start = parts.rowStarts[0] ?? parts.end;
    this.end = parts.end;
    this.headers = parts.headers;
  }

  rowAt(position: number): number {
    this.#current = this.#findRow(position);
    const row = this.#current;
    return row >= 0 && position < (this.#parts.rowEnds[row] ?? 0) ? row : -1;
  }

  cellAt(position: number): Cell | null {
    const row = this.rowAt(position);
    if (row < 0) return null;
    const cells = this.#load(row);
    for (let column = 0; column < cells.count; column++) {
      const stop = cells.ends[column] ?? 0;
      if (position >= stop) continue;
      const start = cells.starts[column] ?? 0;
      if (position >= start) return { row, column, start, end: stop };
    }
    return null;
  }

  visitCells(maxRows: number, visit: CellVisitor): void {
    const { rowStarts, form } = this.#parts;
    const cells = createRowCells();
    const count = Math.min(maxRows, rowStarts.length);
    for (let row = 0; row < count; row++) {
      readRow(this.#text, rowStarts[row] ?? 0, form, cells);
      for (let column = 0; column < cells.count; column++)
        visit(row, column, cells.starts[column] ?? 0, cells.ends[column] ?? 0);
    }
  }

  *rows(): Iterable<readonly Cell[]> {
    const { rowStarts, form } = this.#parts;
    const own = createRowCells();
    for (let row = 0; row < rowStarts.length; row++) {
      readRow(this.#text, rowStarts[row] ?? 0, form, own);
      yield Array.from({ length: own.count }, (_, column): Cell => {
        const { [column]: start = 0 } = own.starts;
        const { [column]: stop = 0 } = own.ends;
        return { row, column, start, end: stop };
      });
    }
  }

  /** The last row that starts at or before `position`; −1 = none. */
  #findRow(position: number): number {
    const { rowStarts } = this.#parts;
    const current = this.#current;
    const next = rowStarts[current + 1];
    if (current >= 0 && position >= (rowStarts[current] ?? 0)) {
      if (next === undefined || position < next) return current;
      const afterNext = rowStarts[current + 2];
      if (afterNext === undefined || position < afterNext) return current + 1;
    }
    let low = 0;
    let high = rowStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rowStarts[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #load(row: number): RowCells {
    const cells = (this.#cells ??= createRowCells());
    if (row !== this.#loaded)
      readRow(this.#text, this.#parts.rowStarts[row] ?? 0, this.#parts.form, cells);
    this.#loaded = row;
    return cells;
  }
}
