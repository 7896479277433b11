import {
  addCell,
  isBlank,
  isPipe,
  lineEndAt,
  MAX_ROW_LENGTH,
  type RowCells,
  type RowKind,
  skipBlanks,
} from './row-cells.ts';
import { splitTuple } from './sql-tuple.ts';

/** Doubled quotes of one cell that are read. */
const MAX_QUOTE_PAIRS = 128;
const QUOTE = 0x22;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;

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
