import type { Span } from '../contracts/finding.ts';
import { FINDING_TYPES, type FindingType } from '../contracts/vocabulary.ts';
import type { ContextTerms } from './context-score.ts';
import type { TableFinder } from './find-tables.ts';
import { createLineReader, type LineReader } from './form-lines.ts';
import { createRecordGap, readRecordGap, type RecordGap } from './record-gap.ts';
import type { Table } from './table.ts';

/** A finding as far as it tells whose it is. */
export interface RecordMember extends Span {
  readonly type: FindingType;
  /** Normalised: equal values of a type are the same customer wherever they stand. */
  readonly value: string;
}

export interface RecordDeps {
  readonly terms: ContextTerms;
  readonly text: string;
  readonly tables: TableFinder;
}

/** About no customer: they go with whatever record is open and open one only when there is no other. */
const NEUTRAL: ReadonlySet<FindingType> = new Set<FindingType>([
  'secrecy-mark',
  'keyword',
  'custom-pattern',
  'credential',
]);
/** Nothing but their neighbours says whose they are. */
const SOFT: ReadonlySet<FindingType> = new Set<FindingType>(['person-name', 'postal-address']);
/** A customer has several of these without becoming two. */
const PLURAL: ReadonlySet<FindingType> = new Set<FindingType>(['postal-address']);
/** Members of a group that are remembered. */
const MAX_MEMBERS = 32;
/** Lines of a form may lie so far apart (name, address, notes between). */
const FORM_LINES = 6;
/** A name joins a number this near, even over a blank line. */
const SOFT_DISTANCE = 48;
const SOFT_LINES = 2;

/** Findings that stand together. */
interface Group {
  /** Without neutral ones. */
  readonly members: RecordMember[];
  /** Index of its first finding; those of a group follow each other. */
  from: number;
  table: Table | null;
  row: number;
  /** The line of its last member is one of a form. */
  isForm: boolean;
  /** Objects open at the last member, counted from the first; and the level of the object that is the record. */
  depth: number;
  level: number;
}

/**
 * Numbers the records of findings in order of `start`, one for each customer, counted from 0 without gaps. A row of a
 * table, an object, the lines of a form, else a line or the sentence that goes on in the next is a record. A value that
 * was seen before brings its record along, unless its new neighbours say that it is shared (a manager's phone in each row).
 */
export function assignRecords(deps: RecordDeps, findings: readonly RecordMember[]): number[] {
  const numberOf = createNumbering();
  const numbers = Array.from<number>({ length: findings.length });
  const { text, tables } = deps;
  const gap = createRecordGap();
  const lines = createLineReader(deps.terms, text);
  const group = createGroup();
  let lastEnd = -1;
  let isForm = false;
  for (let index = 0; index < findings.length; index++) {
    const member = findings[index];
    if (!member) break;
    const found = tables.tableAt(member.start);
    const row = found?.rowAt(member.start) ?? -1;
    const table = row < 0 ? null : found;
    const isOutside = !table || !group.table;
    if (isOutside) readRecordGap(text, Math.max(0, lastEnd), member.start, gap);
    if (isOutside && (lastEnd < 0 || gap.lines > 0 || gap.isFar))
      isForm = !table && lines.opensWithLabel(member.start);
    const scene = { lines, gap, isForm, lastEnd, next: findings[index + 1] };
    if (index > 0 && !joins(group, member, table, row, scene)) {
      numbers.fill(numberOf(group.members), group.from, index);
      openGroup(group, index, table, row);
    } else if (group.members.length === 0) {
      openGroup(group, group.from, table, row);
    } else {
      group.level = Math.min(group.level, group.depth + gap.lowest);
      group.depth += gap.depth;
    }
    group.isForm = isForm;
    if (group.members.length < MAX_MEMBERS && !NEUTRAL.has(member.type)) group.members.push(member);
    lastEnd = member.end;
  }
  return numbers.fill(numberOf(group.members), group.from);
}

function createGroup(): Group {
  return { members: [], from: 0, table: null, row: -1, isForm: false, depth: 0, level: 0 };
}

function openGroup(group: Group, from: number, table: Table | null, row: number): void {
  group.members.length = 0;
  group.from = from;
  group.table = table;
  group.row = row;
  group.depth = 0;
  group.level = 0;
}

interface Scene {
  readonly lines: LineReader;
  readonly gap: RecordGap;
  readonly isForm: boolean;
  readonly lastEnd: number;
  readonly next: RecordMember | undefined;
}

function joins(
  group: Group,
  member: RecordMember,
  table: Table | null,
  row: number,
  { lines, gap, isForm, lastEnd, next }: Scene,
): boolean {
  if (group.members.length === 0 || NEUTRAL.has(member.type)) return true;
  if (table || group.table) return table === group.table && row === group.row;
  if (gap.isFar || isRepeated(group.members, member)) return false;
  if (gap.startsSibling && group.depth + gap.lowest < group.level) return false;
  if (gap.lines === 0) return true;
  if (!gap.hasBlankLine) {
    if (isForm && group.isForm && gap.lines <= FORM_LINES) return true;
    if (gap.lines === 1 && !gap.hasSentenceEnd && lines.isWrapped(lastEnd)) return true;
  }
  return joinsSoftly(group, member, gap, member.start - lastEnd, next);
}

/** A second number of a kind starts the next customer of a list. */
function isRepeated(members: readonly RecordMember[], { type, value }: RecordMember): boolean {
  if (PLURAL.has(type)) return false;
  return members.some((known) => known.type === type && known.value !== value);
}

/** A name that stands apart from its number joins it, unless the next number is nearer. */
function joinsSoftly(
  { members }: Group,
  member: RecordMember,
  gap: RecordGap,
  distance: number,
  next: RecordMember | undefined,
): boolean {
  if (gap.lines > SOFT_LINES || distance > SOFT_DISTANCE) return false;
  if (!SOFT.has(member.type)) return members.every(({ type }) => SOFT.has(type));
  const isNextNearer =
    next !== undefined && !SOFT.has(next.type) && next.start - member.end <= distance;
  return !isNextNearer;
}

/** Gives a group its number: that of the record it shares a value with, or the next one. */
function createNumbering(): (members: readonly RecordMember[]) => number {
  const byType = new Map<FindingType, Map<string, number>>();
  /** Bits of the types that a record has. */
  const typesOf: number[] = [];
  /** What each member is known as; undefined = not yet. */
  const known: (number | undefined)[] = [];

  /** Another number of a kind the record has already: the value is shared by two customers. */
  function isShared(number: number, members: readonly RecordMember[]): boolean {
    const types = typesOf[number] ?? 0;
    return members.some(
      ({ type }, index) =>
        known[index] === undefined && !SOFT.has(type) && (types & bitOf(type)) !== 0,
    );
  }

  function numberOf(members: readonly RecordMember[]): number {
    const hasHard = members.some(({ type }) => !SOFT.has(type));
    for (let index = 0; index < members.length; index++) {
      const number = known[index];
      const member = members[index];
      if (number === undefined || !member) continue;
      // Two people may have one name: it says whose group this is only when nothing else does.
      if (hasHard && SOFT.has(member.type)) continue;
      if (!isShared(number, members)) return number;
    }
    return typesOf.push(0) - 1;
  }

  return (members) => {
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      if (member) known[index] = byType.get(member.type)?.get(member.value);
    }
    const number = numberOf(members);
    let types = typesOf[number] ?? 0;
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      if (!member) continue;
      types |= bitOf(member.type);
      if (known[index] !== undefined) continue;
      let byValue = byType.get(member.type);
      if (!byValue) byType.set(member.type, (byValue = new Map()));
      byValue.set(member.value, number);
    }
    typesOf[number] = types;
    return number;
  };
}

function bitOf(type: FindingType): number {
  return 1 << FINDING_TYPES.indexOf(type);
}
