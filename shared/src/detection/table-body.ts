import type { HeaderReader } from './header-line.ts';
import {
  createRowCells,
  isBlankLine,
  isRuleLine,
  lineEndAt,
  type RowKind,
  skipBlanks,
} from './row-cells.ts';
import { createTable, readRow, type RowForm, type RowTable } from './table.ts';

/** What a header line says. */
export interface Header {
  readonly form: RowForm;
  readonly bodyStart: number;
  readonly names: readonly string[];
  /** The line as it stands, to know it again on the next page. */
  readonly first: string;
  readonly line: string;
}

/** Delimiters that prose does not have. */
export const STRONG: ReadonlySet<RowKind> = new Set<RowKind>(['tab', 'pipe', 'aligned']);
/** Lines in a row that do not fit, before the table is over: notes, page breaks. */
const MAX_MISFITS = 2;
export const MAX_BLANK_LINES = 2;
/** Cells of a weak row that comes after a break are as short. */
const MAX_CELL_AFTER_BREAK = 40;

/** ASCII digits with what stands inside numbers; at least one digit. */
export function isNumber(text: string, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits++;
    else if (!(unit >= 0x2b && unit <= 0x2e) && unit !== 0x20 && unit !== 0x58 && unit !== 0x78)
      return false;
  }
  return digits > 0;
}

/** Reads the rows of a table from `from` on, until what follows no longer fits. */
export function createBodyReader(
  text: string,
  reader: HeaderReader,
  isInsertLine: (from: number, end: number) => boolean,
): (header: Header) => RowTable {
  const cells = createRowCells();

  function isRepeated({ first, line }: Header, at: number): boolean {
    if (first === '' || !text.startsWith(first, cells.starts[0])) return false;
    const from = skipBlanks(text, at, cells.end);
    const end = from + line.length;
    return text.startsWith(line, from) && isBlankLine(text, end, cells.end);
  }

  /** After a break a line of prose with as many commas must not pass for a row, nor the header of the next table. */
  function mayFollowBreak({ form }: Header, isStrong: boolean): boolean {
    let known = 0;
    for (let index = 0; index < form.columns; index++) {
      const start = cells.starts[index] ?? 0;
      const end = cells.ends[index] ?? 0;
      if (!isStrong && end - start > MAX_CELL_AFTER_BREAK) return false;
      if (end > start && reader.isKnown(reader.nameOf(text, start, end), !isStrong)) known++;
    }
    return known === 0 || !reader.namesThings(text, cells);
  }

  function isSingleRow(): boolean {
    return isNumber(text, cells.starts[0] ?? 0, cells.ends[0] ?? 0);
  }

  return (header) => {
    const { form, bodyStart: from } = header;
    const isStrong = STRONG.has(form.kind);
    const needsNumber = form.kind === 'single' || (form.kind === 'spaced' && header.first === '');
    const rowStarts: number[] = [];
    const rowEnds: number[] = [];
    let end = from;
    let misfits = 0;
    let blanks = 0;
    for (let at = from; at < text.length;) {
      const fits = readRow(text, at, form, cells) && (!needsNumber || isSingleRow());
      if (fits && isRepeated(header, at)) {
        end = cells.end;
        at = end + 1;
        continue;
      }
      const stop = fits ? cells.end : lineEndAt(text, at);
      const isBlank = isBlankLine(text, at, stop);
      if (fits && !isBlank) {
        if (misfits + blanks > 0 && rowStarts.length > 0 && !mayFollowBreak(header, isStrong))
          break;
        if (!isRuleLine(text, at, stop)) {
          rowStarts.push(at);
          rowEnds.push(stop);
        }
        end = stop;
        misfits = 0;
        blanks = 0;
      } else if (isBlank) {
        if (++blanks > MAX_BLANK_LINES) break;
      } else if (!isRuleLine(text, at, stop)) {
        if (needsNumber || isInsertLine(at, stop) || ++misfits > MAX_MISFITS) break;
      }
      at = stop + 1;
    }
    return createTable(text, { form, headers: header.names, rowStarts, rowEnds, end });
  };
}
