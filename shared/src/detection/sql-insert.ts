import { createRowCells, MAX_ROW_LENGTH, skipSpace } from './row-cells.ts';
import { splitRow } from './split-row.ts';
import { isLiteralQuote, literalEnd } from './sql-tuple.ts';
import { createTable, type RowTable } from './table.ts';

/** Reads `INSERT INTO t (a, b) VALUES (…), (…)` (ISO/IEC 9075-2, 14.11) and MySQL's REPLACE. */
export interface InsertReader {
  /** True when a statement starts in the range; asking in ascending order is cheap. */
  startsBefore(from: number, end: number): boolean;
  /** The statement that `startsBefore` has found, with those like it that follow; null when it has no rows. */
  read(): RowTable | null;
}

const MAX_NAME = 128;
const MAX_COLUMN_LIST = 4096;
/** Units between two statements: line breaks, a comment. */
const MAX_BETWEEN = 64;
/** Units that statements without an end may cost beyond the length of the text. */
const SPARE_UNITS = 65_536;
const COMMANDS = /(?:insert|replace)(?:\s{1,8}(?:ignore|overwrite))?\s{1,8}$/i;
const COMMAND_LENGTH = 32;
const VALUES = /^values?\b/i;

interface Head {
  /** Of the column list, parentheses included; '' = none. */
  readonly columns: string;
  readonly columnsAt: number;
  readonly name: string;
  /** The first tuple. */
  readonly values: number;
}

interface Rows {
  readonly starts: number[];
  readonly ends: number[];
}

export function createInsertReader(
  text: string,
  nameOf: (start: number, end: number) => string,
): InsertReader {
  const cells = createRowCells();
  /** Where the keyword comes next in each case; −1 = not looked for yet, the text's length = nowhere. */
  let upper = -1;
  let lower = -1;
  let found = -1;
  let wasted = 0;

  function nextKeyword(from: number): number {
    if (upper < from) upper = indexOr(text.indexOf('INTO ', from));
    if (lower < from) lower = indexOr(text.indexOf('into ', from));
    return Math.min(upper, lower);
  }

  function indexOr(at: number): number {
    return at < 0 ? text.length : at;
  }

  /** Tuples without an end are paid for: many of them must not make the reading slower than linear. */
  function splitTuple(at: number): boolean {
    if (wasted > text.length + SPARE_UNITS) return false;
    if (splitRow(text, at, 'tuple', cells)) return true;
    wasted += MAX_ROW_LENGTH;
    return false;
  }

  function isCommand(keyword: number): boolean {
    return COMMANDS.test(text.slice(Math.max(0, keyword - COMMAND_LENGTH), keyword));
  }

  /** From behind INTO to the first tuple. */
  function readHead(keyword: number): Head | null {
    const limit = Math.min(text.length, keyword + MAX_NAME + MAX_COLUMN_LIST);
    let at = skipSpace(text, keyword + 5, limit);
    const nameAt = at;
    const nameLimit = Math.min(limit, at + MAX_NAME + 1);
    while (at < nameLimit && isNamePart(text.charCodeAt(at)))
      at = isLiteralQuote(text.charCodeAt(at)) ? literalEnd(text, at, nameLimit) : at + 1;
    const name = text.slice(nameAt, at);
    if (name === '' || name.length > MAX_NAME) return null;
    at = skipSpace(text, at, limit);
    let columns = '';
    const columnsAt = at;
    if (text.charCodeAt(at) === 0x28) {
      if (!splitTuple(at) || cells.end > limit) return null;
      columns = text.slice(at, cells.end);
      at = skipSpace(text, cells.end, limit);
    }
    const word = VALUES.exec(text.slice(at, at + 8))?.[0];
    if (word === undefined) return null;
    at = skipSpace(text, at + word.length, Math.min(text.length, at + MAX_BETWEEN));
    return text.charCodeAt(at) === 0x28 ? { columns, columnsAt, name, values: at } : null;
  }

  /** Adds the tuples from `from` on that have as many cells; returns where the last ends. */
  function readTuples(from: number, columns: number, rows: Rows): number {
    let at = from;
    let end = from;
    while (text.charCodeAt(at) === 0x28 && splitTuple(at)) {
      if (cells.count === columns) {
        rows.starts.push(at);
        rows.ends.push(cells.end);
      }
      end = cells.end;
      at = skipSpace(text, end, Math.min(text.length, end + MAX_BETWEEN));
      if (text.charCodeAt(at) !== 0x2c) break;
      at = skipSpace(text, at + 1, Math.min(text.length, at + MAX_BETWEEN));
    }
    return end;
  }

  function readStatements(head: Head): RowTable | null {
    const names: string[] = [];
    if (!splitTuple(head.columns === '' ? head.values : head.columnsAt)) return null;
    const columns = cells.count;
    for (let index = 0; index < columns; index++)
      names.push(
        head.columns === '' ? '' : nameOf(cells.starts[index] ?? 0, cells.ends[index] ?? 0),
      );
    const rows: Rows = { starts: [], ends: [] };
    let end = readTuples(head.values, columns, rows);
    for (;;) {
      const keyword = nextKeyword(end);
      if (keyword - end > MAX_BETWEEN || !isCommand(keyword)) break;
      const next = readHead(keyword);
      if (next?.columns !== head.columns || next.name !== head.name) break;
      end = readTuples(next.values, columns, rows);
    }
    if (rows.starts.length === 0) return null;
    const form = { kind: 'tuple', columns } as const;
    return createTable(text, {
      form,
      headers: names,
      rowStarts: rows.starts,
      rowEnds: rows.ends,
      end,
    });
  }

  return {
    startsBefore(from, end) {
      let keyword = nextKeyword(from);
      while (keyword < end && !isCommand(keyword)) keyword = nextKeyword(keyword + 1);
      found = keyword;
      return keyword < end;
    },
    read() {
      const head = readHead(found);
      return head ? readStatements(head) : null;
    },
  };
}

/** Letters, digits, `_ $ # . - [ ]`, quotes and ideographs: names of tables, schema in front. */
function isNamePart(unit: number): boolean {
  if (unit >= 0x80) return true;
  if (unit >= 0x30 && unit <= 0x39) return true;
  const letter = unit | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return true;
  return isLiteralQuote(unit) || [0x5f, 0x24, 0x23, 0x2e, 0x2d, 0x5b, 0x5d].includes(unit);
}
