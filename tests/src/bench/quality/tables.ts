/** The layouts that rows and columns travel in. */
import type { Fill } from './fill.ts';
import { concat, join, type Part, type Piece, t } from './piece.ts';

export interface Column {
  readonly header: string;
  cell(): Part;
}

export const LAYOUTS = ['csv', 'tsv', 'markdown', 'html', 'aligned', 'semicolons'] as const;
export type Layout = (typeof LAYOUTS)[number];

const textOf = (part: Part): string => (typeof part === 'object' ? part.text : String(part));

/** Columns on a screen: Chinese takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (letter > '\u2E7F' ? 2 : 1), 0);
}

function csv(rows: readonly (readonly Part[])[], separator: string, lineEnd: string): Piece {
  const lines = rows.map((row) =>
    join(
      row.map((cell) => (textOf(cell).includes(separator) ? t`"${cell}"` : cell)),
      separator,
    ),
  );
  return t`${join(lines, lineEnd)}${lineEnd}`;
}

function markdown(rows: readonly (readonly Part[])[]): Piece {
  const [head = [], ...body] = rows;
  const line = (row: readonly Part[]): Piece => t`| ${join(row, ' | ')} |`;
  const rule = `|${head.map(() => ' --- ').join('|')}|`;
  return join([line(head), rule, ...body.map(line)], '\n');
}

function html(rows: readonly (readonly Part[])[], indented: boolean): Piece {
  const [head = [], ...body] = rows;
  const gap = indented ? '\n    ' : '';
  const line = (row: readonly Part[], tag: string): Piece =>
    t`<tr>${concat(row.map((cell) => t`${gap}<${tag}>${cell}</${tag}>`))}${indented ? '\n  ' : ''}</tr>`;
  const lines = [line(head, 'th'), ...body.map((row) => line(row, 'td'))];
  return t`<table${indented ? ' class="list" border="1"' : ''}>\n  ${join(lines, '\n  ')}\n</table>`;
}

function aligned(rows: readonly (readonly Part[])[]): Piece {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => widthOf(textOf(row[at] ?? '')))),
  );
  const lines = rows.map((row) =>
    concat(
      row.map((cell, at) =>
        at === row.length - 1
          ? cell
          : t`${cell}${' '.repeat((widths[at] ?? 0) + 2 - widthOf(textOf(cell)))}`,
      ),
    ),
  );
  return join(lines, '\n');
}

/** A table with a header line and `rows` lines below it. */
export function layOut(
  fill: Fill,
  layout: Layout,
  columns: readonly Column[],
  rows: number,
): Piece {
  const lines = [
    columns.map(({ header }) => header),
    ...Array.from({ length: rows }, () => columns.map((column) => column.cell())),
  ];
  const writers: Readonly<Record<Layout, () => Piece>> = {
    csv: () => csv(lines, ',', fill.pick(['\n', '\r\n'])),
    semicolons: () => csv(lines, ';', '\n'),
    tsv: () => csv(lines, '\t', '\n'),
    markdown: () => markdown(lines),
    html: () => html(lines, fill.once(2)),
    aligned: () => aligned(lines),
  };
  return writers[layout]();
}
