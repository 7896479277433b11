import type { Decoder } from '../detection/view.ts';
import { foldSlice, hexOf, isDigit, isWordUnit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Names of HTML 5, section 13.5, that stand for signs of numbers and addresses, or for nothing that is seen. */
const NAMED = new Map(
  Object.entries({
    nbsp: '\u00a0',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    shy: '',
    num: '#',
    period: '.',
    comma: ',',
    colon: ':',
    commat: '@',
    lowbar: '_',
    hyphen: '-',
    dash: '-',
    ndash: '-',
    minus: '-',
    plus: '+',
    lpar: '(',
    rpar: ')',
    sol: '/',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  }),
);
const MAX_NAME = 6;
/** Signs of one reference, at most: `&#x0000031;` */
const MAX_DIGITS = 12;

interface Reference {
  readonly end: number;
  readonly plain: string;
  /** Written as a number: nobody writes a digit so without a reason. */
  readonly isNumeric: boolean;
}

function numericAt(text: string, at: number): Reference | null {
  const isHex = (narrowAt(text, at) | 0x20) === 0x78;
  const base = isHex ? 16 : 10;
  let index = isHex ? at + 1 : at;
  const first = index;
  let point = 0;
  for (; index < first + MAX_DIGITS; index++) {
    const value = hexOf(narrowAt(text, index));
    if (value < 0 || value >= base) break;
    point = point * base + value;
  }
  const isSign = point >= 0x20 || point === 9 || point === 10 || point === 13;
  if (index === first || !isSign || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return null;
  const end = narrowAt(text, index) === 0x3b ? index + 1 : index;
  return { end, plain: String.fromCodePoint(point), isNumeric: true };
}

/** The reference at the `&`; null when there is none. */
export function referenceAt(text: string, start: number): Reference | null {
  let at = start + 1;
  // `&amp;#49;` was encoded twice, or more often.
  while (at < start + MAX_DIGITS && foldSlice(text, at, at + 4) === 'amp;') at += 4;
  if (narrowAt(text, at) === 0x23) return numericAt(text, at + 1);
  at = start + 1;
  let end = at;
  while (end <= at + MAX_NAME && isWordUnit(narrowAt(text, end))) end++;
  const plain = NAMED.get(foldSlice(text, at, end));
  if (plain === undefined) return null;
  return { end: narrowAt(text, end) === 0x3b ? end + 1 : end, plain, isNumeric: false };
}

/** `&#49;`, `&#x31`, `&commat;`. Named references count inside words and numbers only: HTML is full of them. */
export function createEntityDecoder(): Decoder {
  return {
    evasion: 'entities',
    triggers: ['&#', ...[...NAMED.keys()].map((name) => `&${name}`)],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'entities', budget);
      for (const hit of hits) {
        if (hit < writer.done && writer.done > 0) continue;
        const reference = referenceAt(text, hit);
        if (!reference) continue;
        const { end, plain, isNumeric } = reference;
        if (isNumeric || isJoint(text, hit, end, plain)) writer.replace(hit, end, plain);
      }
      return writer.finish();
    },
  };
}

function isJoint(text: string, start: number, end: number, plain: string): boolean {
  const before = narrowAt(text, start - 1);
  const after = narrowAt(text, end);
  // A neighbour reference counts as what it stands for; markup inside references waits for the next round.
  const opens = plain === '<' || plain === '&';
  const isBefore = isWordUnit(before) || before === 0x3b;
  const isAfter = isWordUnit(after) || after === 0x26;
  if (opens) return isAfter || after === 0x2f;
  if (plain === '>') return isBefore || before === 0x2f;
  if (plain === '@' || plain === '.' || plain === '_' || plain === '-') return isBefore && isAfter;
  const isNumber = isDigit(before) || isDigit(after);
  return isBefore && isAfter && isNumber;
}
