import {
  CHAR_CLASS,
  type CharTable,
  CLUSTER_LIMIT,
  digitOfClass,
  DIGIT_LIMIT,
} from './char-table.ts';
import type { Span } from '../contracts/finding.ts';

export interface NormalizedText {
  readonly text: string;
  /**
   * The span of the original that the half-open range of `text` came from. Invisible characters at its
   * edges are left out. An empty range gives an empty span.
   */
  originalSpan(start: number, end: number): Span;
}

/** What one class of separators is written as; spaces, cells and lines keep their difference. */
const PLAIN_SEPARATOR: Readonly<Record<number, string>> = {
  [CHAR_CLASS.SPACE]: ' ',
  [CHAR_CLASS.NEWLINE]: '\n',
  [CHAR_CLASS.DASH]: '-',
};

/** Dashes and spaces between digits, but signs of their own in text: `_`, `~` and quotes. */
const WORD_SIGNS: ReadonlySet<number> = new Set(
  Array.from('_~"\'`\u2018\u2019\u201c\u201d\u300c\u300d', (sign) => sign.charCodeAt(0)),
);

function plainUnit(unit: number, kind: number): string {
  if (kind < CHAR_CLASS.HAN) return String(digitOfClass(kind));
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  const isWordSign = WORD_SIGNS.has(narrow);
  const separator = isWordSign ? undefined : PLAIN_SEPARATOR[kind];
  return separator ?? String.fromCharCode(narrow);
}

/**
 * The text as it is meant: digits of any script and circled digits as ASCII, full-width letters and signs
 * as ASCII, all dashes `-`, all spaces one kind, all line breaks `\n`, invisible characters gone. Case is kept.
 * Idempotent. A lone surrogate becomes U+FFFD, so that taking out an invisible character never joins two.
 */
export function normalizeText(table: CharTable, text: string): NormalizedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let result = '';
  for (let index = 0; index < text.length;) {
    const unit = text.charCodeAt(index);
    let kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
    let width = 1;
    let plain: string;
    if (kind === CHAR_CLASS.SURROGATE) {
      kind = table.classOfPair(text, index);
      const isPair = (text.codePointAt(index) ?? 0) > 0xffff;
      width = isPair ? 2 : 1;
      plain = isPair ? text.slice(index, index + 2) : '\ufffd';
      if (kind < DIGIT_LIMIT) plain = String(digitOfClass(kind));
    } else {
      plain = kind < CLUSTER_LIMIT || unit > 0x7f ? plainUnit(unit, kind) : text.charAt(index);
    }
    if (kind !== CHAR_CLASS.SKIP) {
      result += plain;
      for (let copy = 0; copy < plain.length; copy++) {
        starts.push(index);
        ends.push(index + width);
      }
    }
    index += width;
  }
  return {
    text: result,
    originalSpan(start, end) {
      const first = starts[start] ?? text.length;
      return { start: first, end: end > start ? (ends[end - 1] ?? text.length) : first };
    },
  };
}
