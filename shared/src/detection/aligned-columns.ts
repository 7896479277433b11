import type { RowCells } from './row-cells.ts';

/** Columns of a terminal that a cell takes up, counted from 0, half open. */
export interface ColumnPlace {
  readonly from: number;
  readonly to: number;
}

/** CJK, Hangul, full-width forms and astral signs take two columns (Unicode annex 11, wide). */
function widthOf(unit: number): number {
  if (unit < 0x1100) return 1;
  const isWide =
    unit <= 0x115f ||
    (unit >= 0x2e80 && unit <= 0xa4cf) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe6f) ||
    (unit >= 0xff00 && unit <= 0xff60) ||
    (unit >= 0xffe0 && unit <= 0xffe6);
  return isWide ? 2 : 1;
}

/** Where the cells of the row that starts at `from` stand. */
export function placesOf(text: string, from: number, cells: RowCells): ColumnPlace[] {
  const places: ColumnPlace[] = [];
  let width = 0;
  let at = from;
  for (let index = 0; index < cells.count; index++) {
    const { [index]: start = at } = cells.starts;
    const { [index]: end = at } = cells.ends;
    for (; at < start; at++) width += widthOf(text.charCodeAt(at));
    const first = width;
    for (; at < end; at++) width += widthOf(text.charCodeAt(at));
    places.push({ from: first, to: width });
  }
  return places;
}

/**
 * Puts each cell of a row with empty cells under the header it stands below; the gaps become empty cells. False when a cell
 * stands below none, below two, or out of order.
 */
export function alignCells(
  text: string,
  from: number,
  headers: readonly ColumnPlace[],
  cells: RowCells,
): boolean {
  if (cells.count > headers.length || cells.count < 2) return false;
  const places = placesOf(text, from, cells);
  const starts = cells.starts.slice(0, cells.count);
  const ends = cells.ends.slice(0, cells.count);
  let next = 0;
  for (let column = 0; column < headers.length; column++) {
    const header = headers[column];
    const place = places[next];
    const isBelow = header && place && place.from < header.to && place.to > header.from;
    // Below the next header too: it is not known which of the two it belongs to.
    const following = headers[column + 1];
    if (isBelow && following && place.to > following.from) return false;
    cells.starts[column] = isBelow ? (starts[next] ?? from) : from;
    cells.ends[column] = isBelow ? (ends[next] ?? from) : from;
    if (isBelow) next++;
  }
  cells.count = headers.length;
  return next === places.length;
}
