import type { CharTable } from './char-table.ts';
import type { ContextTerms } from './context-score.ts';
import { createHeaderReader } from './header-line.ts';
import { createLineShape, readLineShape } from './line-shape.ts';
import { createInsertReader } from './sql-insert.ts';
import { createTableReader } from './table-reader.ts';
import type { RowTable, Table } from './table.ts';

/** The tables of one text. Nothing is read before the first question, and then only as far as asked. */
export interface TableFinder {
  /** The table whose body holds the position. Asking in ascending order is cheap. */
  tableAt(position: number): RowTable | null;
  /** All tables of the text, from top to bottom; reads it to its end. */
  all(): readonly Table[];
}

export function createTableFinder(
  table: CharTable,
  terms: ContextTerms,
  text: string,
): TableFinder {
  let built: TableFinder | null = null;
  const finder = (): TableFinder => (built ??= buildTableFinder(table, terms, text));
  return {
    tableAt: (position) => finder().tableAt(position),
    all: () => finder().all(),
  };
}

function buildTableFinder(table: CharTable, terms: ContextTerms, text: string): TableFinder {
  const reader = createHeaderReader(table, terms);
  const inserts = createInsertReader(text, (start, end) => reader.nameOf(text, start, end));
  const read = createTableReader(text, reader, (from, end) => inserts.startsBefore(from, end));
  let shape = createLineShape();
  /** Of the line behind: most lines are no header and no row because it has another shape. */
  let below = createLineShape();
  let belowStart = -1;
  const tables: RowTable[] = [];
  let frontier = 0;
  let last = -1;

  /** Reads the line at the frontier, with the whole table when one starts there. */
  function advance(): void {
    if (frontier === belowStart) [shape, below] = [below, shape];
    else readLineShape(text, frontier, shape);
    belowStart = shape.end + 1;
    readLineShape(text, Math.min(belowStart, text.length), below);
    const isInsert = inserts.startsBefore(frontier, shape.end);
    let found: RowTable | null = null;
    if (isInsert) found = inserts.read();
    else if (shape.kinds !== 0) found = read(frontier, shape, below);
    if (found && found.start < found.end) tables.push(found);
    // Another statement may stand in the line behind the first.
    frontier = found ? Math.max(found.end, frontier + 1) : shape.end + 1;
  }

  return {
    tableAt(position) {
      while (frontier <= position && frontier < text.length) advance();
      if (tables.length === 0) return null;
      const near = last < 0 ? undefined : tables[last];
      if (near && position >= near.start && position < near.end) return near;
      let low = 0;
      let high = tables.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((tables[middle]?.start ?? 0) <= position) low = middle + 1;
        else high = middle;
      }
      last = low - 1;
      const found = last < 0 ? undefined : tables[last];
      return found && position < found.end ? found : null;
    },
    all() {
      while (frontier < text.length) advance();
      return tables;
    },
  };
}
