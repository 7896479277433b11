import type { Cell, Table } from '../../detection/table.ts';
import type { LatinName, LatinNameReader } from './latin-name.ts';
import type { BoundName, NameBounds } from './name-bounds.ts';
import type { NameLabel, NameLabels } from './name-labels.ts';
import { type NameFound, weighName } from './weigh-name.ts';

/** Under a header that names other things too (`name`), so many of the cells must be names. */
const WEAK_SHARE = 0.5;
const CLOSERS = ' (\uff08\u3001,\uff0c/;\uff1b';

interface Column {
  readonly label: NameLabel;
  readonly names: (BoundName | LatinName)[];
  cells: number;
}

function readCell(
  text: string,
  { start, end }: Cell,
  { label }: Column,
  bounds: NameBounds,
  readLatin: LatinNameReader,
): BoundName | LatinName | null {
  const han = bounds.forward(text, start, end);
  if (han) return han.exact || CLOSERS.includes(text.charAt(han.end)) ? han : null;
  const latin = readLatin(text, start, label.takesForeign);
  return latin?.end === end ? latin : null;
}

/** Every cell that reads as a name under a header that names persons. */
export function readColumns(
  tables: readonly Table[],
  text: string,
  labels: NameLabels,
  bounds: NameBounds,
  readLatin: LatinNameReader,
  emit: (found: NameFound) => void,
): void {
  for (const table of tables) {
    const columns = new Map<number, Column>();
    for (const [index, header] of table.headers.entries()) {
      const label = labels.column(header);
      if (label) columns.set(index, { label, names: [], cells: 0 });
    }
    if (columns.size === 0) continue;
    for (const row of table.rows())
      for (const cell of row) {
        const column = columns.get(cell.column);
        if (!column || cell.end === cell.start) continue;
        column.cells++;
        const name = readCell(text, cell, column, bounds, readLatin);
        if (name) column.names.push(name);
      }
    for (const { label, names, cells } of columns.values()) {
      if (label.kind === 'weak' && names.length < cells * WEAK_SHARE) continue;
      for (const name of names) emit(weighName(name, 'column', {}, label.term));
    }
  }
}
