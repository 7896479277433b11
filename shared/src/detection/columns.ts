import { CHAR_CLASS, type CharTable, DIGIT_LIMIT } from './char-table.ts';
import type { Candidate } from './candidate.ts';
import {
  type ContextPart,
  type ContextTerms,
  relationOf,
  type WordMeaning,
} from './context-score.ts';
import type { LineTracker } from './lines.ts';
import { normalizeText } from './normalize.ts';
import type { Term, TermHit } from './term-index.ts';

/** Tells what the header of its column says about a candidate. */
export interface ColumnReader {
  /** True when the position is in a row of the table under the header. `lines` must be at it. */
  inTable(lines: LineTracker): boolean;
  /** Null when there is no table here, or the header says nothing to the detector. */
  score(
    lines: LineTracker,
    place: Pick<Candidate, 'detector' | 'start' | 'end'>,
  ): ContextPart | null;
}

interface Header {
  readonly line: number;
  readonly delimiter: string;
  /** The words of each column's name. */
  readonly columns: readonly (readonly Term<WordMeaning>[])[];
}

const DELIMITERS = ['\t', '|', ',', ';', '，'] as const;
/** A header is looked for in the first lines (a title may precede it). */
const HEADER_LINES = 5;
const MAX_LINE_LENGTH = 4096;
const MAX_HEADER_CELL = 24;
const MAX_HEADER_DIGITS = 4;
const POINTS = { for: 0.3, 'weakly-for': 0.1, against: -0.35, 'names-another': -0.25 } as const;

/** Positions of the delimiters of a line outside double quotes (RFC 4180, section 2). */
function delimitersIn(line: string, delimiter: string): number[] {
  const found: number[] = [];
  let quote = line.indexOf('"');
  let index = line.indexOf(delimiter);
  while (index >= 0) {
    if (quote < 0 || index < quote) {
      found.push(index);
      index = line.indexOf(delimiter, index + 1);
      continue;
    }
    const closing = line.indexOf('"', quote + 1);
    if (closing < 0) return found;
    quote = line.indexOf('"', closing + 1);
    if (index < closing) index = line.indexOf(delimiter, closing + 1);
  }
  return found;
}

function hasLongNumber(table: CharTable, cell: string): boolean {
  let run = 0;
  for (let index = 0; index < cell.length; index++) {
    run = (table.classes[cell.charCodeAt(index)] ?? CHAR_CLASS.OTHER) < DIGIT_LIMIT ? run + 1 : 0;
    if (run > MAX_HEADER_DIGITS) return true;
  }
  return false;
}

/** True when the words are the better half of the cell: a name of a column, not a clause that mentions one. */
function isNamedBy(cell: string, hits: readonly TermHit<WordMeaning>[]): boolean {
  let covered = 0;
  for (const { start, end, term } of hits)
    if (term.owner.for.length > 0 || term.owner.common) covered += end - start;
  return covered > 0 && covered * 2 >= cell.trim().length;
}

function readHeader(
  table: CharTable,
  terms: ContextTerms,
  line: string,
  index: number,
): Header | null {
  for (const delimiter of DELIMITERS) {
    const breaks = delimitersIn(line, delimiter);
    if (breaks.length === 0) continue;
    const edges = [-1, ...breaks, line.length];
    const cells = edges
      .slice(1)
      .map((edge, at) => normalizeText(table, line.slice((edges[at] ?? -1) + 1, edge)).text);
    if (cells.some((cell) => cell.length > MAX_HEADER_CELL || hasLongNumber(table, cell))) continue;
    const hits = cells.map((cell) => terms.find(cell, 0, cell.length));
    if (!cells.some((cell, at) => isNamedBy(cell, hits[at] ?? []))) continue;
    return { line: index, delimiter, columns: hits.map((found) => found.map(({ term }) => term)) };
  }
  return null;
}

function findHeader(table: CharTable, terms: ContextTerms, text: string): Header | null {
  let start = 0;
  for (let index = 0; index < HEADER_LINES && start < text.length; index++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE_LENGTH) return null;
    const header = readHeader(table, terms, text.slice(start, end), index);
    if (header) return header;
    start = end + 1;
  }
  return null;
}

/** Reads CSV, TSV and Markdown tables whose header is among the first lines of the text. Lazy: no candidate, no work. */
export function createColumnReader(
  table: CharTable,
  terms: ContextTerms,
  text: string,
): ColumnReader {
  let header: Header | null | undefined;
  let rowLine = -1;
  let rowBreaks: number[] = [];

  /** Delimiters of the row, when it has as many columns as the header. */
  function breaksOf(lines: LineTracker): readonly number[] | null {
    if (header === undefined) header = findHeader(table, terms, text);
    if (!header || lines.index <= header.line) return null;
    if (lines.end - lines.start > MAX_LINE_LENGTH) return null;
    if (rowLine !== lines.index) {
      rowLine = lines.index;
      rowBreaks = delimitersIn(text.slice(lines.start, lines.end), header.delimiter);
    }
    return rowBreaks.length === header.columns.length - 1 ? rowBreaks : null;
  }

  return {
    inTable: (lines) => breaksOf(lines) !== null,
    score(lines, { start, end, detector }) {
      const breaks = breaksOf(lines);
      if (!breaks) return null;
      let column = 0;
      while ((breaks[column] ?? Infinity) < start - lines.start) column++;
      if ((breaks[column] ?? Infinity) < end - lines.start) return null;
      const words = header?.columns[column] ?? [];
      let hint: ContextPart | null = null;
      for (const term of words.toReversed()) {
        const relation = relationOf(term, detector.id);
        if (relation === 'none') continue;
        const part = toColumnPart(relation, term.word);
        if (relation !== 'weakly-for') return part;
        hint ??= part;
      }
      return hint;
    },
  };
}

function toColumnPart(relation: keyof typeof POINTS, term: string): ContextPart {
  return { part: 'column', points: POINTS[relation], term, opensLine: false };
}
