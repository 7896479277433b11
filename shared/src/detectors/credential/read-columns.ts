import type { Reading, Scene } from '../../detection/detector.ts';
import type { Cell } from '../../detection/table.ts';
import { judgeValue } from './judge-value.ts';
import { LABEL_KINDS, readName, type SecretKind } from './labels.ts';
import type { SecretText } from './read-value.ts';

/** A column name that speaks about passwords and does not hold any. */
const ABOUT =
  /长度|时间|日期|强度|错误|状态|类型|策略|有效|提示|次数|修改|过期|是否|规则|级别|说明|问题/;
const MAX_CELL = 128;

/** What a column holds by its name; null when it holds no secrets. */
function kindOfHeader(header: string): SecretKind | null {
  if (header.length > 40 || ABOUT.test(header)) return null;
  // As a label would stand: some names are searched for together with the sign behind them.
  const label = `${header}:`;
  for (const [anchor, kind] of LABEL_KINDS) {
    const start = label.indexOf(anchor);
    if (start < 0) continue;
    const named = readName(label, anchor, start, start + anchor.length, kind);
    // Columns of tokens hold digests and ids of sessions.
    if (kind === 'key' && anchor === 'oken') return null;
    if (named && named.end >= header.trimEnd().length) return kind;
    if (named && anchor.charCodeAt(0) > 0xff) return kind;
  }
  return null;
}

/** Reads the columns of tables that are named after secrets; `toReading` gives the finding its form. */
export function readColumns(
  { text, tables }: Scene,
  toReading: (cell: Cell, base: number) => Reading,
): Reading[] {
  const readings: Reading[] = [];
  for (const table of tables) {
    const kinds = table.headers.map(kindOfHeader);
    if (kinds.every((kind) => kind === null)) continue;
    for (const row of table.rows())
      for (const cell of row) {
        const kind = kinds[cell.column];
        const { start, end } = cell;
        if (!kind || end - start > MAX_CELL) continue;
        const value = text.slice(start, end);
        const found: SecretText = {
          start,
          end,
          value,
          tie: 'sign',
          isQuoted: true,
          isSpaced: false,
          isHan: true,
        };
        const base = judgeValue(kind, found, text, false);
        if (base > 0) readings.push(toReading(cell, base));
      }
  }
  return readings;
}
