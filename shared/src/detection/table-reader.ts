import { placesOf } from './aligned-columns.ts';
import type { HeaderReader } from './header-line.ts';
import { KINDS, type LineShape } from './line-shape.ts';
import { createRowCells, isBlankLine, isRuleLine, lineEndAt, type RowKind } from './row-cells.ts';
import { splitRow } from './split-row.ts';
import { createBodyReader, type Header, isNumber, MAX_BLANK_LINES, STRONG } from './table-body.ts';
import { readRow, type RowForm, type RowTable } from './table.ts';

/** Rows that make a header without a known name believable. */
const ROWS_UNDER_UNKNOWN = { strong: 2, weak: 3 } as const;
/** Lines of one shape that make a table without a header. */
const ROWS_WITHOUT_HEADER = 5;
/** A single column is a list when it is this long; below, a label stands above its value. */
const ROWS_OF_LIST = 3;
/** Rows whose first cells are looked at for names. */
const ROWS_OF_KEYS = 4;
/** Lines tried as header, per unit of text and at least: a text of nothing but headers costs no more. */
const TRIES_PER_UNIT = 1 / 24;
const TRIES_AT_LEAST = 1024;
/** What looking up the name of one column costs, in tries. */
const LOOKUP_TRIES = 0.5;
const QUOTE = 0x22;

type ReadTable = (from: number, shape: LineShape, below: LineShape) => RowTable | null;

/** Tells whether a table starts at a line, and reads it to its end. */
export function createTableReader(
  text: string,
  reader: HeaderReader,
  isInsertLine: (from: number, end: number) => boolean,
): ReadTable {
  const cells = createRowCells();
  const body = createBodyReader(text, reader, isInsertLine);
  let triesLeft = TRIES_AT_LEAST + text.length * TRIES_PER_UNIT;

  /** Rows that fit, from `from` on without a break but a line that draws or is blank; stops at `wanted`. */
  function countRows(from: number, form: RowForm, wanted: number): number {
    let at = from;
    let count = 0;
    let breaks = 0;
    while (count < wanted && at < text.length) {
      if (readRow(text, at, form, cells) && isRow(form.kind)) {
        at = cells.end + 1;
        count++;
        continue;
      }
      const end = lineEndAt(text, at);
      const isBreak = count === 0 && (isRuleLine(text, at, end) || isBlankLine(text, at, end));
      if (!isBreak || ++breaks > MAX_BLANK_LINES) break;
      at = end + 1;
    }
    return count;
  }

  /** A row of a list is a number; other rows have anything in a cell. */
  function isRow(kind: RowKind): boolean {
    if (kind === 'single') return isNumber(text, cells.starts[0] ?? 0, cells.ends[0] ?? 0);
    for (let index = 0; index < cells.count; index++)
      if ((cells.ends[index] ?? 0) > (cells.starts[index] ?? 0)) return true;
    return false;
  }

  /** `姓名 | 张三` above `手机 | 138…`: the names stand in the first column, not in the first line. */
  function isKeyValueList(from: number, form: RowForm): boolean {
    let at = from;
    for (let row = 0; row < ROWS_OF_KEYS && at < text.length; row++) {
      if (isRuleLine(text, at, lineEndAt(text, at))) {
        at = lineEndAt(text, at) + 1;
        continue;
      }
      if (!readRow(text, at, form, cells)) return false;
      const [start = 0] = cells.starts;
      const [end = 0] = cells.ends;
      if (end > start && reader.isIdentifier(reader.nameOf(text, start, end))) return true;
      at = cells.end + 1;
    }
    return false;
  }

  function readHeader(kind: RowKind, from: number): Header | null {
    if (triesLeft-- < 0 || !splitRow(text, from, kind, cells)) return null;
    const columns = cells.count;
    if (kind === 'single' ? columns !== 1 : columns < 2) return null;
    if (!reader.namesThings(text, cells)) return null;
    const bodyStart = cells.end + 1;
    const hasEmptyLast = cells.starts[columns - 1] === cells.ends[columns - 1];
    const places = kind === 'aligned' ? placesOf(text, from, cells) : undefined;
    const form = { kind, columns, places, hasEmptyLast };
    // Most lines end here: what is below has another shape.
    const least = kind === 'single' ? ROWS_OF_LIST : 1;
    if (countRows(bodyStart, form, least) < least) return null;
    triesLeft -= columns * LOOKUP_TRIES;
    splitRow(text, from, kind, cells);
    const names: string[] = [];
    for (let index = 0; index < columns; index++)
      names.push(reader.nameOf(text, cells.starts[index] ?? 0, cells.ends[index] ?? 0));
    const first = text.slice(cells.starts[0], cells.ends[0]);
    const line = text.slice(from, cells.end).trim();
    const isStrict = !STRONG.has(kind);
    const known = names.map((name) => reader.isKnown(name, isStrict));
    const wanted = rowsNeeded(kind, columns, known.filter(Boolean).length);
    if (wanted === Infinity) return null;
    if (wanted > least && countRows(bodyStart, form, wanted) < wanted) return null;
    if (mayBeKeyValueList(known) && isKeyValueList(bodyStart, form)) return null;
    return { form, bodyStart, names, first, line };
  }

  /** Lines of one shape without a header; a grid without delimiters has to be one of numbers. */
  function readGrid(kind: RowKind, from: number): Header | null {
    if (kind === 'aligned' || !splitRow(text, from, kind, cells)) return null;
    const columns = cells.count;
    if (columns < 2 && kind !== 'single') return null;
    const form = { kind, columns };
    const hasNumbers = isPlain(kind);
    // Most lines of a log end here; counting the rows below would cost several times as much.
    if (hasNumbers && !holdsNumbers()) return null;
    if (countRows(from, form, ROWS_WITHOUT_HEADER) < ROWS_WITHOUT_HEADER) return null;
    if (hasNumbers && !startsWithNumbers(from, form)) return null;
    const names = Array.from({ length: columns }, () => '');
    return { form, bodyStart: from, names, first: '', line: '' };
  }

  function startsWithNumbers(from: number, form: RowForm): boolean {
    let at = from;
    for (let row = 0; row < ROWS_WITHOUT_HEADER; row++) {
      if (!readRow(text, at, form, cells) || !holdsNumbers()) return false;
      at = cells.end + 1;
    }
    return true;
  }

  /** Of the row read last. */
  function holdsNumbers(): boolean {
    for (let index = 0; index < cells.count; index++)
      if (!isNumber(text, cells.starts[index] ?? 0, cells.ends[index] ?? 0)) return false;
    return true;
  }

  return (from, shape, below) => {
    const start = text.charCodeAt(shape.end + 1);
    const isBreakBelow = below.isCut || mayBeBreak(start);
    const isNumberBelow = mayBeNumber(start) && start !== QUOTE;
    const headers = shape.mayBeHeader ? shape.kinds & (isBreakBelow ? -1 : below.kinds) : 0;
    const grids = shape.kinds & (below.isCut ? -1 : below.kinds);
    if ((headers | grids) === 0) return null;
    for (let index = 0; headers >> index !== 0; index++) {
      const kind = KINDS[index];
      if (!kind || (headers & (1 << index)) === 0) continue;
      if (kind === 'single' && !isNumberBelow) continue;
      const header = readHeader(kind, from);
      if (header) return body(header);
    }
    const hasNumber = !shape.hasWord && mayBeNumber(text.charCodeAt(from));
    for (let index = 0; grids >> index !== 0; index++) {
      const kind = KINDS[index];
      if (!kind || (grids & (1 << index)) === 0) continue;
      if (isPlain(kind) && !hasNumber) continue;
      const grid = readGrid(kind, from);
      if (grid) return body(grid);
    }
    return null;
  };
}

/** Kinds without a delimiter of their own. */
function isPlain(kind: RowKind): boolean {
  return kind === 'spaced' || kind === 'single';
}

/** A line that starts so may draw, be blank, or be a quoted cell of several lines. */
function mayBeBreak(unit: number): boolean {
  if (unit >= 0x80) return unit === 0x3000 || (unit >= 0x2500 && unit <= 0x257f);
  if (unit > 0x3d) return unit === 0x7c;
  return !(unit > QUOTE) || unit === 0x2b || unit === 0x2d || unit === 0x3d;
}

/** Digits, signs and blanks. */
function mayBeNumber(unit: number): boolean {
  return unit < 0x3a;
}

/** Rows a header has to have below it; Infinity = it is none. */
function rowsNeeded(kind: RowKind, columns: number, known: number): number {
  if (kind === 'single') return known > 0 ? ROWS_OF_LIST : Infinity;
  // Words between blanks are a sentence, unless most of them are names of columns.
  if (kind === 'spaced') return known >= 2 && known * 2 >= columns ? 1 : Infinity;
  if (known > 0) return 1;
  if (STRONG.has(kind)) return ROWS_UNDER_UNKNOWN.strong;
  return columns > 2 ? ROWS_UNDER_UNKNOWN.weak : Infinity;
}

/** False when the first line holds names where a key-value list (one pair a line, or several) has values. */
function mayBeKeyValueList(known: readonly boolean[]): boolean {
  if (known.length === 1) return false;
  const isPairs = known.length % 2 === 0 && known.every((isKnown, at) => !isKnown || at % 2 === 0);
  return isPairs || known.filter(Boolean).length < 2;
}
