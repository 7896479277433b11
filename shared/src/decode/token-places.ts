import { TOKEN_UNIT, UNIT } from './unit-classes.ts';

/** Spans of the text in ascending order, one behind the other: start, end, start, end. */
export type Spans = number[];

/** Where disguises without a sign of their own may be. A place may hold none; no disguise is outside of all. */
export interface TokenPlaces {
  readonly base64: Spans;
  readonly hex: Spans;
  readonly hexPairs: Spans;
  readonly lookAlikes: Spans;
  readonly fillers: Spans;
  readonly reversed: Spans;
  /** True for nearly all texts. */
  readonly isEmpty: boolean;
}

/** Signs of the shortest base64 worth a look: seven digits are ten, and two of padding. */
export const MIN_BASE64 = 12;
/** Seven digits. */
export const MIN_HEX_BYTES = 7;
/** Digits and letters for digits of the shortest number, its separators included. */
export const MIN_LOOK_ALIKE = 11;
/** Digits of a resident ID without its check letter. */
export const MIN_REVERSED = 17;
/** Digits, and digits and fillers of the shortest number. */
const MIN_DIGITS = 11;
const MIN_FILLED = 13;
/** Digits among the letters of any of them. */
export const MIN_REAL_DIGITS = 4;

/**
 * Units that are looked at, of every eleven. Whatever stands in between: a number meets one of them with one of its digits,
 * fillers of up to four units included (but for some groupings that nobody writes), base64 of a mobile or an address with a
 * capital, digit or rare letter.
 */
const STRIDE = 11;
const LOOKS = [0, 4, 6, 8] as const;

/** Brings `UNIT.LETTER` to `UNIT.DIGIT`. */
const LIKE_SHIFT = 8;

const BLANK = 0x20;
const DASH = 0x2d;

function isPairGap(unit: number): boolean {
  return unit === BLANK || unit === 0x3a || unit === 0x2c;
}

/** The first stride from `from` on whose looks meet a mark, and that may hold a disguise; `limit` or more when none does. */
function nextStride(text: string, classes: Uint16Array, from: number, limit: number): number {
  for (let at = from; at < limit; at += STRIDE) {
    const first = classes[text.charCodeAt(at)] ?? 0;
    const second = classes[text.charCodeAt(at + LOOKS[1])] ?? 0;
    const third = classes[text.charCodeAt(at + LOOKS[2])] ?? 0;
    const fourth = classes[text.charCodeAt(at + LOOKS[3])] ?? 0;
    if (((first | second | third | fourth) & UNIT.MARK) === 0) continue;
    const mayBeLong = (first & second & third & UNIT.DIGIT) !== 0;
    if ((mayBeLong && isLong(text, classes, at)) || isTurn(text, classes, at) || isPaired(text, at))
      return at;
  }
  return limit;
}

/** True where digits stand from the first look to the third; any run of `MIN_REVERSED` covers those of some stride. */
function isLong(text: string, classes: Uint16Array, start: number): boolean {
  let all: number = UNIT.DIGIT;
  for (let at = start; at < start + LOOKS[2]; at++) all &= classes[text.charCodeAt(at)] ?? 0;
  return all !== 0;
}

/** True where the gaps of pairs stand three units apart: `31 33 38`. */
function isPaired(text: string, start: number): boolean {
  for (let at = start; at < start + 3; at++) {
    const gap = text.charCodeAt(at);
    if (isPairGap(gap) || gap === DASH)
      return text.charCodeAt(at + 3) === gap && text.charCodeAt(at + 6) === gap;
  }
  return false;
}

/**
 * True where digits stand before and behind something that is no separator, beside a letter like a digit, or a capital
 * behind a small letter: all disguises but long numbers do so, tables and prose hardly ever. Without a branch, for what
 * stands in tables cannot be foreseen.
 */
function isTurn(text: string, classes: Uint16Array, start: number): boolean {
  let into = 0;
  let out = 0;
  let likes = 0;
  let before = classes[text.charCodeAt(start)] ?? 0;
  for (let at = start + 1; at <= start + STRIDE; at++) {
    const bits = classes[text.charCodeAt(at)] ?? 0;
    into |= before & (bits >> 1);
    out |= bits & (before >> 1);
    likes |= (before & (bits >> LIKE_SHIFT)) | (bits & (before >> LIKE_SHIFT));
    before = bits;
  }
  return ((into & out & UNIT.DIGIT) | (likes & UNIT.DIGIT) | (into & UNIT.LOWER)) !== 0;
}

/**
 * Finds the places of one text in one walk: words of letters and digits that are long, or hold digits beside something
 * that is no separator. Prose and tables of numbers cost four looks in eleven units and the words that these meet.
 */
export class TokenFinder implements TokenPlaces {
  readonly base64: Spans = [];
  readonly hex: Spans = [];
  readonly hexPairs: Spans = [];
  readonly lookAlikes: Spans = [];
  readonly fillers: Spans = [];
  readonly reversed: Spans = [];
  readonly #classes: Uint16Array;
  readonly #text: string;
  /** Up to where the separated groups of numbers have been walked over. */
  #groupsEnd = 0;

  constructor(classes: Uint16Array, text: string) {
    this.#classes = classes;
    this.#text = text;
  }

  get isEmpty(): boolean {
    const { base64, hex, hexPairs, lookAlikes, fillers, reversed } = this;
    return [base64, hex, hexPairs, lookAlikes, fillers, reversed].every(
      ({ length }) => length === 0,
    );
  }

  find(): TokenPlaces {
    const { length } = this.#text;
    const safe = length - STRIDE;
    let floor = 0;
    let at = 0;
    for (; at < safe; at += STRIDE) {
      at = nextStride(this.#text, this.#classes, at, safe);
      if (at < safe) floor = this.#walkTokens(at, floor);
    }
    for (at = Math.max(0, Math.min(at, length) - STRIDE); at < length; at++)
      if (at >= floor && (this.#bits(at) & UNIT.MARK) !== 0) floor = this.#walkToken(at, floor);
    return this;
  }

  /** 0 outside of the text: a look-up of NaN would make all later ones slow. */
  #bits(at: number): number {
    return at >= 0 && at < this.#text.length ? (this.#classes[this.#text.charCodeAt(at)] ?? 0) : 0;
  }

  /** Walks the tokens that the looks of one stride meet. */
  #walkTokens(start: number, from: number): number {
    let floor = from;
    for (const look of LOOKS) {
      const at = start + look;
      if (at >= floor && (this.#bits(at) & UNIT.MARK) !== 0) floor = this.#walkToken(at, floor);
    }
    return floor;
  }

  /** Looks at the token around the unit; returns its end. */
  #walkToken(at: number, floor: number): number {
    const text = this.#text;
    const classes = this.#classes;
    const { length } = text;
    let start = at;
    let any = 0;
    let all = 0xffff;
    let digits = 0;
    let bits = 0;
    for (; start > floor; start--) {
      bits = classes[text.charCodeAt(start - 1)] ?? 0;
      if ((bits & TOKEN_UNIT) === 0) break;
      any |= bits;
      all &= bits;
      digits += bits & UNIT.DIGIT;
    }
    const before = start > floor ? bits : UNIT.NATIVE;
    let end = at;
    for (; end < length; end++) {
      bits = classes[text.charCodeAt(end)] ?? 0;
      if ((bits & TOKEN_UNIT) === 0) break;
      any |= bits;
      all &= bits;
      digits += bits & UNIT.DIGIT;
    }
    const behind = end < length ? bits : UNIT.NATIVE;
    const isApart = (before & behind & UNIT.NATIVE) !== 0 && ((before | behind) & UNIT.OPEN) === 0;
    this.#sort(start, end, any, all, digits, isApart);
    return end;
  }

  /** What the token may hold, by the bits that any and all of its units have, and its digits. */
  #sort(
    start: number,
    end: number,
    any: number,
    all: number,
    digits: number,
    isApart: boolean,
  ): void {
    const size = end - start;
    if (size >= MIN_LOOK_ALIKE) this.#sortLong(start, end, any, all, digits);
    else if (size === 2 && (all & UNIT.HEX) !== 0) this.#sortPair(start, end);
    if (digits === 0) return;
    if ((all & UNIT.LOOK_ALIKE) !== 0) this.#walkGroups(start, end);
    // A separator is nobody's filler: the engine reads across it.
    const isOpen = (any & UNIT.OPEN) !== 0 && size >= MIN_FILLED && digits >= MIN_DIGITS;
    if (isOpen || !isApart) this.fillers.push(start, end);
  }

  #sortLong(start: number, end: number, any: number, all: number, digits: number): void {
    const size = end - start;
    // Both cases of letters, or capitals and digits: not a number, a plain word, a hash.
    const isMixed = (any & UNIT.UPPER) !== 0 && (digits > 0 || (any & UNIT.LOWER) !== 0);
    if (size >= MIN_BASE64 && isMixed) this.base64.push(start, end);
    if (digits < MIN_REAL_DIGITS) return;
    if ((all & UNIT.LOOK_ALIKE) === 0 && (any & UNIT.LETTER) !== 0)
      this.lookAlikes.push(start, end);
    if (size >= MIN_HEX_BYTES * 2 && digits >= MIN_HEX_BYTES) this.hex.push(start, end);
    if (digits >= MIN_REVERSED) this.reversed.push(start, end);
    if (size >= MIN_HEX_BYTES * 3 - 1 && (all & UNIT.PAIR) !== 0) this.hexPairs.push(start, end);
  }

  #sortPair(start: number, end: number): void {
    const text = this.#text;
    const gap = text.charCodeAt(end);
    if (!isPairGap(gap)) return;
    const before = text.charCodeAt(start - 1) === gap && text.charCodeAt(start - 4) === gap;
    if (before || text.charCodeAt(end + 3) === gap) this.hexPairs.push(start, end);
  }

  /** The groups of digits and letters like them around the token, one separator apart. */
  #walkGroups(start: number, end: number): void {
    if (start < this.#groupsEnd) return;
    let from = start;
    let to = end;
    let any = 0;
    while (from > this.#groupsEnd && this.#isGroupUnit(from - 1, from - 2)) from--;
    while (to < this.#text.length && this.#isGroupUnit(to, to + 1)) to++;
    if (to - from < MIN_LOOK_ALIKE) return;
    this.#groupsEnd = to;
    for (let at = from; at < to; at++) any |= this.#bits(at);
    if ((any & UNIT.LETTER) !== 0) this.lookAlikes.push(from, to);
  }

  #isGroupUnit(at: number, beyond: number): boolean {
    if ((this.#bits(at) & UNIT.LOOK_ALIKE) === 0) return false;
    const unit = this.#text.charCodeAt(at);
    if (unit !== BLANK && unit !== DASH) return true;
    const next = this.#text.charCodeAt(beyond);
    return next !== unit && (this.#bits(beyond) & UNIT.LOOK_ALIKE) !== 0;
  }
}
