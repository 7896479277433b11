/** What stands between the cells of a row. `single` = a list with one cell a line, `tuple` = `(…, …)` of SQL. */
export type RowKind =
  | 'tab'
  | 'pipe'
  | 'comma'
  | 'semicolon'
  | 'wide-comma'
  | 'aligned'
  | 'spaced'
  | 'single'
  | 'tuple';

/** The cells of one row, made once and filled again for each row: no allocation on the way through a table. */
export interface RowCells {
  count: number;
  /** UTF-16 code units, half open; quotes and padding are left out. Only the first `count` are of this row. */
  readonly starts: number[];
  readonly ends: number[];
  /** The line break that ends the row, or the end of the text; behind the parenthesis of a tuple. */
  end: number;
}

/** Longer rows are no rows: bounds what a hostile line costs. */
export const MAX_ROW_LENGTH = 8192;
export const MAX_COLUMNS = 256;

export function createRowCells(): RowCells {
  return { count: 0, starts: [], ends: [], end: 0 };
}

/** Spaces of any width, carriage returns, byte order marks; no tabs. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0d || unit === 0x3000 || unit === 0xa0 || unit === 0xfeff;
}

export function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function lineEndAt(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

export function isSpace(unit: number): boolean {
  return isBlank(unit) || unit === 0x0a || unit === 0x09;
}

/** The first unit from `from` on that is no blank, tab or line break. */
export function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Adds a cell without the blanks at its end; false when the row has as many columns as a row may have. */
export function addCell(cells: RowCells, text: string, start: number, end: number): boolean {
  let stop = end;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  cells.starts[cells.count] = start;
  cells.ends[cells.count] = stop;
  cells.count++;
  return cells.count < MAX_COLUMNS;
}

/** `|`, full-width and drawn ones. */
export function isPipe(unit: number): boolean {
  return unit === 0x7c || unit === 0x2502 || unit === 0xff5c || unit === 0x2503 || unit === 0x2551;
}

/** True for a line that only draws: `|---|:-:|`, `+----+`, `====`, `----  ----`. */
export function isRuleLine(text: string, from: number, end: number): boolean {
  let strokes = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    const isStroke = unit === 0x2d || unit === 0x3d || (unit >= 0x2500 && unit <= 0x257f);
    if (isStroke) strokes++;
    else if (unit !== 0x2b && unit !== 0x3a && unit !== 0x09 && !isBlank(unit) && !isPipe(unit))
      return false;
  }
  return strokes >= 2;
}

export function isBlankLine(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x09 && !isBlank(unit)) return false;
  }
  return true;
}
