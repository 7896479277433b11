import type { Span } from '@kedun/shared/contracts/finding';
import type { FindingType } from '@kedun/shared/contracts/vocabulary';

/** What stands at a place of a text, known because the generator put it there. UTF-16 code units, half open. */
export interface Label extends Span {
  readonly type: FindingType;
  /** The value in its canonical form: ASCII, no separators. */
  readonly value: string;
  /** A second span that is just as right: with the country code, the extension, the whole key block. */
  readonly wide?: Span;
  /** True = two people could differ whether this is a finding: neither a miss nor a false alarm. */
  readonly optional?: boolean;
}

/** A text under construction, with what is known about it. */
export interface Piece {
  readonly text: string;
  readonly labels: readonly Label[];
  /** Look-alikes put in on purpose; the number that hard negatives are counted by. */
  readonly decoys: number;
}

export type Part = string | number | Piece;

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function moved(label: Label, by: number): Label {
  const { wide } = label;
  return { ...label, ...shifted(label, by), ...(wide ? { wide: shifted(wide, by) } : {}) };
}

function isPiece(part: Part): part is Piece {
  return typeof part === 'object';
}

/** Puts parts one behind the other and moves their labels along. */
export function concat(parts: readonly Part[]): Piece {
  let text = '';
  let decoys = 0;
  const labels: Label[] = [];
  for (const part of parts) {
    if (isPiece(part)) {
      for (const label of part.labels) labels.push(moved(label, text.length));
      decoys += part.decoys;
      text += part.text;
    } else text += part;
  }
  return { text, labels, decoys };
}

/** Template tag: `` t`电话 ${mobile}` ``. */
export function t(strings: TemplateStringsArray, ...parts: readonly Part[]): Piece {
  return concat(strings.flatMap((text, at) => [text, parts[at] ?? '']));
}

export function join(parts: readonly Part[], separator: string): Piece {
  return concat(parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part])));
}

export interface LabelOptions {
  /** Text that may or may not be counted to the finding. */
  readonly before?: string;
  readonly after?: string;
  readonly optional?: boolean;
}

/** A finding as it is written, with what may or may not belong to it around. */
export function labelled(
  type: FindingType,
  written: string,
  value: string,
  options: LabelOptions = {},
): Piece {
  const { before = '', after = '', optional = false } = options;
  const text = before + written + after;
  const label: Label = {
    type,
    value,
    start: before.length,
    end: before.length + written.length,
    ...(text === written ? {} : { wide: { start: 0, end: text.length } }),
    ...(optional ? { optional } : {}),
  };
  return { text, labels: [label], decoys: 0 };
}

/** The same text, its findings no longer asked for. */
export function asOptional(piece: Piece): Piece {
  return { ...piece, labels: piece.labels.map((label) => ({ ...label, optional: true })) };
}

/** A look-alike: nothing in it is a finding. */
export function decoy(text: string): Piece {
  return { text, labels: [], decoys: 1 };
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '\uFF0C',
  ':': '\uFF1A',
  ';': '\uFF1B',
  '?': '\uFF1F',
  '!': '\uFF01',
  '(': '\uFF08',
  ')': '\uFF09',
};
const isChinese = (unit: string | undefined): boolean =>
  unit !== undefined && /[\u3007\u4E00-\u9FFF]/.test(unit);

/** Sets the punctuation that touches Chinese full width, as input methods do. Offsets stay; findings are left alone. */
export function punctuate(piece: Piece): Piece {
  const { text, labels } = piece;
  const taken = new Uint8Array(text.length);
  for (const label of labels) taken.fill(1, label.start, label.end);
  const open: boolean[] = [];
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const wide = FULL_WIDTH[unit];
    if (wide === undefined || taken[at] === 1) {
      written += unit;
      continue;
    }
    const touches = isChinese(text[at - 1]) || isChinese(text[at + 1]);
    const widen = unit === ')' ? (open.pop() ?? touches) : touches;
    if (unit === '(') open.push(widen);
    written += widen ? wide : unit;
  }
  return { ...piece, text: written };
}
