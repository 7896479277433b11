import type { Span } from '../contracts/finding.ts';
import type { FindingType } from '../contracts/vocabulary.ts';
import {
  type ContextPart,
  type ContextTerms,
  relationOf,
  type WordMeaning,
} from './context-score.ts';
import type { TableFinder } from './find-tables.ts';
import type { Cell, Table } from './table.ts';
import type { Term } from './term-index.ts';

/** Tells what the header of its column says about a candidate. */
export interface ColumnReader {
  /** Null when the span lies in no cell of a table, or the header says nothing to the type. */
  score(type: FindingType, span: Span): ContextPart | null;
  /**
   * Where words that speak for a value at the position start to count: its row, when it is in a table. What stands above
   * (the header line, another customer) is about something else. 0 outside of tables. Looks back at most 64 units.
   */
  wordsFrom(position: number): number;
}

const POINTS = { for: 0.3, 'weakly-for': 0.1, against: -0.35, 'names-another': -0.25 } as const;
/** Units of a cell that may stand beside its value: a country code, brackets. */
const MAX_BESIDE = 6;
const MAX_LOOK_BACK = 64;

type Words = readonly Term<WordMeaning>[];

/** Reads the headers of the tables that `tables` finds. Lazy: no candidate, no work. */
export function createColumnReader(
  text: string,
  terms: ContextTerms,
  tables: TableFinder,
): ColumnReader {
  const wordsByTable = new Map<Table, (Words | undefined)[]>();
  const partsByWords = new Map<Words, Map<FindingType, Opinion>>();

  /** The cell asked for last: the header is asked first, the words near by next. */
  let position = -1;
  let table: Table | null = null;
  let cell: Cell | null = null;

  function find(at: number): void {
    if (at === position) return;
    position = at;
    table = tables.tableAt(at);
    cell = table?.cellAt(at) ?? null;
  }

  function wordsOf(of: Table, column: number): Words {
    let columns = wordsByTable.get(of);
    if (!columns) wordsByTable.set(of, (columns = []));
    const name = of.headers[column] ?? '';
    return (columns[column] ??= terms.find(name, 0, name.length).map(({ term }) => term));
  }

  function opinionOf(words: Words, type: FindingType): Opinion {
    let byType = partsByWords.get(words);
    if (!byType) partsByWords.set(words, (byType = new Map()));
    let opinion = byType.get(type);
    if (!opinion) byType.set(type, (opinion = formOpinion(words, type)));
    return opinion;
  }

  return {
    score(type, { start, end }) {
      find(start);
      if (!table || !cell || end > cell.end) return null;
      const words = wordsOf(table, cell.column);
      if (words.length === 0) return null;
      const { part, isOfOther } = opinionOf(words, type);
      // A remark may hold anything; what is all of its cell is what the header says.
      return isOfOther && !fills(cell, start, end) ? null : part;
    },
    wordsFrom(start) {
      find(start);
      if (!table || !cell) return 0;
      const stop = Math.max(table.start, cell.start - MAX_LOOK_BACK);
      for (let at = cell.start; at > stop; at--) if (text.charCodeAt(at - 1) === 0x0a) return at;
      return stop;
    },
  };
}

function fills(cell: Cell, start: number, end: number): boolean {
  return start - cell.start + (cell.end - end) <= MAX_BESIDE;
}

interface Opinion {
  readonly part: ContextPart | null;
  /** The header names another identifier, no look-alike. */
  readonly isOfOther: boolean;
}

/** The last word of a name is its head (手机订单号 is an order number); 身份证/手机号 names both. */
function formOpinion(words: Words, type: FindingType): Opinion {
  let hint: Opinion | null = null;
  let other: Opinion | null = null;
  for (const term of words.toReversed()) {
    const relation = relationOf(term, type);
    if (relation === 'none') continue;
    const opinion = {
      part: { part: 'column', points: POINTS[relation], term: term.word },
      isOfOther: relation === 'names-another',
    } as const;
    if (relation === 'for') return opinion;
    if (relation === 'against') return other ?? opinion;
    if (relation === 'weakly-for') hint ??= opinion;
    else other ??= opinion;
  }
  return other ?? hint ?? { part: null, isOfOther: false };
}
