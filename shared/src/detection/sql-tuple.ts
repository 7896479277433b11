import { addCell, isSpace, MAX_ROW_LENGTH, type RowCells, skipSpace } from './row-cells.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

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

/** `(a, 'b', f(c, d))` from its opening parenthesis on. */
export function splitTuple(text: string, from: number, cells: RowCells): boolean {
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
