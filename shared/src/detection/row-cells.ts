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
/** Doubled quotes of one cell that are read. */
const MAX_QUOTE_PAIRS = 128;

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;

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

function addCell(cells: RowCells, text: string, start: number, end: number): boolean {
  let stop = end;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  cells.starts[cells.count] = start;
  cells.ends[cells.count] = stop;
  cells.count++;
  return cells.count < MAX_COLUMNS;
}

/** `|`, full-width and drawn ones. */
function isPipe(unit: number): boolean {
  return unit === 0x7c || unit === 0x2502 || unit === 0xff5c || unit === 0x2503 || unit === 0x2551;
}

function isDelimiter(kind: RowKind, unit: number): boolean {
  if (kind === 'tab') return unit === 0x09;
  if (kind === 'comma') return unit === 0x2c;
  if (kind === 'semicolon') return unit === 0x3b || unit === 0xff1b;
  return kind === 'wide-comma' ? unit === 0xff0c : isPipe(unit);
}

/** The quote that closes the cell (RFC 4180, section 2), or −1 when what opens it is only a sign of the text. */
function closingQuote(text: string, open: number, limit: number, kind: RowKind): number {
  let at = open + 1;
  for (let pairs = 0; pairs < MAX_QUOTE_PAIRS; pairs++) {
    const close = text.indexOf('"', at);
    if (close < 0 || close >= limit) return -1;
    if (text.charCodeAt(close + 1) === QUOTE) {
      at = close + 2;
      continue;
    }
    const after = skipBlanks(text, close + 1, limit);
    if (after >= text.length) return close;
    const unit = text.charCodeAt(after);
    return unit === NEWLINE || isDelimiter(kind, unit) ? close : -1;
  }
  return -1;
}

/** The next delimiter or line break from `from` on, at most `limit`. */
function unquotedEnd(text: string, from: number, limit: number, kind: RowKind): number {
  let at = from;
  if (kind === 'pipe') {
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      if (unit === NEWLINE) return at;
      if (isPipe(unit) && text.charCodeAt(at - 1) !== BACKSLASH) return at;
    }
    return limit;
  }
  const first =
    kind === 'tab' ? 0x09 : kind === 'comma' ? 0x2c : kind === 'semicolon' ? 0x3b : 0xff0c;
  const second = kind === 'semicolon' ? 0xff1b : first;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === first || unit === NEWLINE || unit === second) return at;
  }
  return limit;
}

function splitDelimited(text: string, from: number, kind: RowKind, cells: RowCells): boolean {
  const limit = Math.min(text.length, from + MAX_ROW_LENGTH);
  let at = skipBlanks(text, from, limit);
  const isFramed = kind === 'pipe' && isPipe(text.charCodeAt(at));
  if (isFramed) at++;
  for (;;) {
    const start = skipBlanks(text, at, limit);
    const close = text.charCodeAt(start) === QUOTE ? closingQuote(text, start, limit, kind) : -1;
    at = close < 0 ? unquotedEnd(text, start, limit, kind) : skipBlanks(text, close + 1, limit);
    const isRoomLeft =
      close < 0 ? addCell(cells, text, start, at) : addCell(cells, text, start + 1, close);
    if (!isRoomLeft) return false;
    if (at >= limit || text.charCodeAt(at) === NEWLINE) break;
    at++;
  }
  cells.end = at;
  const last = cells.count - 1;
  if (isFramed && last > 0 && cells.starts[last] === cells.ends[last]) cells.count--;
  return at === text.length || at < limit;
}

/** Cells between runs of blanks that are `gap` or more columns wide; a full-width space is two. */
function splitByBlanks(text: string, from: number, gap: number, cells: RowCells): boolean {
  const limit = Math.min(text.length, from + MAX_ROW_LENGTH);
  let at = skipBlanks(text, from, limit);
  let start = at;
  let blanks = 0;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE) break;
    if (isBlank(unit)) {
      blanks += unit === 0x3000 ? 2 : 1;
      continue;
    }
    if (blanks >= gap) {
      if (!addCell(cells, text, start, at)) return false;
      start = at;
    }
    blanks = 0;
  }
  cells.end = at;
  if (start < at && !addCell(cells, text, start, at)) return false;
  return at === text.length || at < limit;
}

function splitSingle(text: string, from: number, cells: RowCells): boolean {
  const end = lineEndAt(text, from);
  addCell(cells, text, skipBlanks(text, from, end), end);
  cells.end = end;
  return end - from <= MAX_ROW_LENGTH;
}

/** Behind the string literal that opens at `open`; doubled quotes and backslashes escape. */
export function literalEnd(text: string, open: number, limit: number): number {
  const quote = text.charCodeAt(open);
  for (let at = open + 1; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return limit;
}

export function isLiteralQuote(unit: number): boolean {
  return unit === 0x27 || unit === QUOTE || unit === 0x60;
}

function addTupleCell(cells: RowCells, text: string, from: number, to: number): boolean {
  let start = skipSpace(text, from, to);
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end - start > 1 && isLiteralQuote(text.charCodeAt(end - 1))) {
    if (!isLiteralQuote(text.charCodeAt(start))) start++;
    if (isLiteralQuote(text.charCodeAt(start))) start++;
    end--;
  }
  return addCell(cells, text, Math.min(start, end), end);
}

function isSpace(unit: number): boolean {
  return isBlank(unit) || unit === NEWLINE || unit === 0x09;
}

/** The first unit from `from` on that is no blank, tab or line break. */
export function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** `(a, 'b', f(c, d))` from its opening parenthesis on. */
function splitTuple(text: string, from: number, cells: RowCells): boolean {
  const limit = Math.min(text.length, from + MAX_ROW_LENGTH);
  let depth = 0;
  let start = from + 1;
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isLiteralQuote(unit)) {
      at = literalEnd(text, at, limit) - 1;
    } else if (unit === 0x28) {
      depth++;
    } else if (unit === 0x29 && --depth === 0) {
      cells.end = at + 1;
      return addTupleCell(cells, text, start, at);
    } else if (unit === 0x2c && depth === 1) {
      if (!addTupleCell(cells, text, start, at)) return false;
      start = at + 1;
    }
  }
  cells.end = limit;
  return false;
}

/**
 * Reads the row that starts at `from` into `cells`. False when it is too long, has too many columns or, for a tuple, does
 * not end; `cells.end` is then of no use.
 */
export function splitRow(text: string, from: number, kind: RowKind, cells: RowCells): boolean {
  cells.count = 0;
  if (kind === 'aligned') return splitByBlanks(text, from, 2, cells);
  if (kind === 'spaced') return splitByBlanks(text, from, 1, cells);
  if (kind === 'single') return splitSingle(text, from, cells);
  if (kind === 'tuple') return splitTuple(text, from, cells);
  return splitDelimited(text, from, kind, cells);
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
