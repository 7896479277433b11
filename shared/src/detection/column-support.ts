import type { Span } from '../contracts/finding.ts';
import type { FindingType } from '../contracts/vocabulary.ts';
import type { ScorePart } from './detector.ts';
import type { TableFinder } from './find-tables.ts';
import type { Cell, RowTable, Table } from './table.ts';

/** A candidate whose checks have passed, wherever it stands and whatever its confidence. */
export interface ColumnMember extends Span {
  readonly type: FindingType;
}

/** Rows from which on a column speaks. */
const MIN_ROWS = 5;
/** Rows across which a number goes, from which on they speak: `6222 0212 …` in a table of numbers. */
const MIN_CROSSED_ROWS = 3;
/** Rows of a table that are counted: its top speaks for all of it. */
const MAX_ROWS = 256;
/** Most cells pass: the column holds what it seems to hold. */
const SUPPORT_SHARE = 0.8;
/** As chance has it: one run of digits in ten passes Luhn, one of eleven digits in eighteen is a mobile number. */
const DOUBT_SHARE = 0.35;
/** Units of a cell that may stand beside its value. */
const MAX_BESIDE = 6;

const SUPPORT: ScorePart = { part: 'column-support', points: 0.15 };
/** To be scaled by the specificity of the checks, like all that speaks against. */
const DOUBT: ScorePart = { part: 'column-doubt', points: -0.35 };
const CROSSING_DOUBT: ScorePart = { part: 'row-doubt', points: -0.5 };

/** What the rows of one column, or the whole rows (`CROSSING`), say of one type. */
interface Tally {
  /** Last row counted: a row counts once. */
  lastRow: number;
  passed: number;
  /** The same by length of the cell. */
  readonly passedOfLength: Map<number, number>;
}

/** Filled cells of a column, and the same by length of the cell. */
interface Filling {
  cells: number;
  readonly ofLength: Map<number, number>;
}

interface Place {
  readonly table: RowTable;
  readonly column: number;
  readonly length: number;
  readonly tally: Tally;
}

const CROSSING = -1;

/**
 * What the other rows of its column say about each member: `column-support` when most cells pass the same checks,
 * `column-doubt` when few of those that look alike (cells of its length) do. A member that goes across cells (one digit
 * a cell, groups in a table of numbers) stands or falls with the rows that do so too. Null = nothing: no table, too few
 * rows, a share between. Members by `start`; parts of the same index. Points below 0 are for the caller to scale.
 */
export function columnSupport(
  tables: TableFinder,
  members: readonly ColumnMember[],
): (ScorePart | null)[] {
  const tallies = new Map<RowTable, Map<FindingType, Tally[]>>();
  const places = members.map((member) => placeOf(tables, member, tallies));
  const fillings = new Map<RowTable, readonly Filling[]>();
  return places.map((place) => {
    if (!place) return null;
    let filling = fillings.get(place.table);
    if (!filling) fillings.set(place.table, (filling = readFilling(place.table)));
    return verdictOf(place, filling);
  });
}

function placeOf(
  tables: TableFinder,
  member: ColumnMember,
  tallies: Map<RowTable, Map<FindingType, Tally[]>>,
): Place | null {
  const table = tables.tableAt(member.start);
  const cell = table?.cellAt(member.start);
  if (!table || !cell) return null;
  const column = columnOf(cell, member);
  if (column === null || (column === CROSSING && isWhole(table, member))) return null;
  let ofTable = tallies.get(table);
  if (!ofTable) tallies.set(table, (ofTable = new Map<FindingType, Tally[]>()));
  let ofType = ofTable.get(member.type);
  if (!ofType) ofTable.set(member.type, (ofType = []));
  const tally = (ofType[column + 1] ??= { lastRow: -1, passed: 0, passedOfLength: new Map() });
  const length = cell.end - cell.start;
  if (cell.row < MAX_ROWS && cell.row > tally.lastRow) {
    tally.lastRow = cell.row;
    tally.passed++;
    tally.passedOfLength.set(length, (tally.passedOfLength.get(length) ?? 0) + 1);
  }
  return { table, column, length, tally };
}

/** One digit a line and nothing else: the number is the table, there are no other rows to compare with. */
function isWhole(table: Table, { start, end }: ColumnMember): boolean {
  return start - table.start <= MAX_BESIDE && table.end - end <= MAX_BESIDE;
}

/** The column that the member fills; `CROSSING` when it goes into the next cell; null when it is part of a text. */
function columnOf(cell: Cell, { start, end }: ColumnMember): number | null {
  if (start - cell.start > MAX_BESIDE) return null;
  if (end > cell.end) return CROSSING;
  return cell.end - end > MAX_BESIDE ? null : cell.column;
}

/** Of the top of the table; index 0 is `CROSSING`: the rows. */
function readFilling(table: RowTable): readonly Filling[] {
  const crossing: Filling = { cells: 0, ofLength: new Map() };
  const fillings: Filling[] = [crossing];
  table.visitCells(MAX_ROWS, (row, column, start, end) => {
    crossing.cells = row + 1;
    if (end === start) return;
    const filling = (fillings[column + 1] ??= { cells: 0, ofLength: new Map() });
    filling.cells++;
    filling.ofLength.set(end - start, (filling.ofLength.get(end - start) ?? 0) + 1);
  });
  return fillings;
}

function verdictOf(
  { column, length, tally }: Place,
  fillings: readonly Filling[],
): ScorePart | null {
  const filling = fillings[column + 1];
  if (!filling) return null;
  const share = tally.passed / filling.cells;
  if (column === CROSSING) {
    if (filling.cells < MIN_CROSSED_ROWS) return null;
    if (share >= SUPPORT_SHARE) return SUPPORT;
    return share < SUPPORT_SHARE / 2 ? CROSSING_DOUBT : null;
  }
  if (filling.cells >= MIN_ROWS && share >= SUPPORT_SHARE) return SUPPORT;
  const alike = filling.ofLength.get(length) ?? 0;
  if (alike < MIN_ROWS) return null;
  return (tally.passedOfLength.get(length) ?? 0) / alike <= DOUBT_SHARE ? DOUBT : null;
}
