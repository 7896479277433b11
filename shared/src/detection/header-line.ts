import { CHAR_CLASS, type CharTable, DIGIT_LIMIT } from './char-table.ts';
import type { ContextTerms } from './context-score.ts';
import { normalizeText } from './normalize.ts';
import type { RowCells } from './row-cells.ts';

/** Judges whether a line names the columns below it. */
export interface HeaderReader {
  /** True when every cell could be a name: short, no long number, no sentence, no `label: value`. */
  namesThings(text: string, cells: RowCells): boolean;
  /** The name as it is meant: `手机号(必填)` and `"手机号*"` are `手机号`. At most 64 units. */
  nameOf(text: string, start: number, end: number): string;
  /** True when the dictionary knows the name. `isStrict` = commas of prose make cells too: the whole cell has to be the name. */
  isKnown(name: string, isStrict: boolean): boolean;
  /** True when the name, all of it, is that of an identifier: 手机, no 合计 and no 订单号. */
  isIdentifier(name: string): boolean;
}

const MAX_CELL = 32;
const MAX_NAME = 64;
/** Years and numbers of columns may stand in a name; identifiers may not. */
const MAX_DIGITS = 4;
/** Signs no name of a column holds: ends of sentences, markup, mail addresses. */
const FOREIGN_SIGNS = new Set(Array.from('。！？!?；<>{}@', (sign) => sign.charCodeAt(0)));
const TIES = new Set(Array.from(':：=', (sign) => sign.charCodeAt(0)));
/** A name in prose is a clause when it is longer. */
const MAX_STRICT_NAME = 10;

function mayBeName(table: CharTable, text: string, start: number, end: number): boolean {
  if (end - start > MAX_CELL) return false;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    digits = (table.classes[unit] ?? CHAR_CLASS.OTHER) < DIGIT_LIMIT ? digits + 1 : 0;
    if (digits > MAX_DIGITS || FOREIGN_SIGNS.has(unit)) return false;
    if (TIES.has(unit) && at < end - 1) return false;
  }
  return true;
}

function isLetterOrIdeograph(table: CharTable, unit: number): boolean {
  const kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
  return kind === CHAR_CLASS.LETTER || unit >= 0x2e80;
}

/** True when the name stands as it is meant: no full-width, invisible or astral units. Most do. */
function isPlain(table: CharTable, text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
    if (kind === CHAR_CLASS.SKIP || kind === CHAR_CLASS.SURROGATE || unit >= 0xff01) return false;
  }
  return true;
}

const BRACKETS = new Set(Array.from('([【〔', (sign) => sign.charCodeAt(0)));
/** Quotes, stars of required fields, colons and points at the edges of a name. */
const EDGES = new Set(Array.from(' \t"\'`*#:.', (sign) => sign.charCodeAt(0)));

/** Without the note in brackets, the star of a required field, the colon. */
function withoutNotes(name: string): string {
  let end = name.length;
  for (let at = 1; at < end; at++) if (BRACKETS.has(name.charCodeAt(at))) end = at;
  let start = 0;
  while (start < end && EDGES.has(name.charCodeAt(start))) start++;
  while (end > start && EDGES.has(name.charCodeAt(end - 1))) end--;
  return name.slice(start, end);
}

export function createHeaderReader(table: CharTable, terms: ContextTerms): HeaderReader {
  return {
    namesThings(text, cells) {
      let named = 0;
      for (let index = 0; index < cells.count; index++) {
        const start = cells.starts[index] ?? 0;
        const end = cells.ends[index] ?? 0;
        if (start === end) continue;
        if (!mayBeName(table, text, start, end)) return false;
        for (let at = start; at < end; at++)
          if (isLetterOrIdeograph(table, text.charCodeAt(at))) {
            named++;
            break;
          }
      }
      return named * 2 >= cells.count && named > 0;
    },
    nameOf(text, start, end) {
      const stop = Math.min(end, start + MAX_NAME);
      const cut = text.slice(start, stop);
      return withoutNotes(isPlain(table, text, start, stop) ? cut : normalizeText(table, cut).text);
    },
    isIdentifier(name) {
      if (name === '' || name.length > 2 * MAX_STRICT_NAME) return false;
      let covered = 0;
      for (const { start, end, term } of terms.find(name, 0, name.length))
        if (term.owner.for.length > 0) covered += end - start;
      return covered * 2 >= name.length;
    },
    isKnown(name, isStrict) {
      if (name === '') return false;
      let covered = 0;
      let lastEnd = 0;
      for (const { start, end, term } of terms.find(name, 0, name.length)) {
        if (term.owner.for.length === 0 && !term.owner.common) continue;
        covered += end - start;
        lastEnd = end;
      }
      if (covered === 0) return false;
      if (covered * 2 >= name.length) return true;
      // The last word of a name is its head: 紧急联系人手机号, customer_mobile, phone_1, 任务编号列表.
      const isHead = /^(?:列表|清单|明细|汇总|一览|名单)?[\d_\s:\uff1a]{0,4}$/.test(
        name.slice(lastEnd),
      );
      return isHead && (!isStrict || name.length <= MAX_STRICT_NAME || /^[a-z\d_]+$/i.test(name));
    },
  };
}
