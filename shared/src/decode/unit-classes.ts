import { createCharTable, DIGIT_LIMIT, SEPARATOR_LIMIT } from '../detection/char-table.ts';

/** Bits of a UTF-16 unit: the runs it may be part of. */
export const UNIT = {
  /** ASCII or full-width digit. */
  DIGIT: 1,
  /** What may be a filler between digits: anything but a digit, a separator or something invisible; joiners of emoji too. */
  OPEN: 2,
  /** ASCII letters. */
  LOWER: 4,
  UPPER: 8,
  /** Both alphabets of RFC 4648, sections 4 and 5. */
  BASE64: 16,
  HEX: 32,
  /** Digits, letters that look like digits, blank and dash. */
  LOOK_ALIKE: 64,
  /** The engine reads across it by itself: a separator, something invisible, or a digit of any script. */
  NATIVE: 128,
  /** A letter for a digit. */
  LETTER: 256,
  /** What gives a token away that is no plain word: a digit, capital or rare letter. */
  MARK: 512,
  /** Hexadecimal digit or dash. */
  PAIR: 1024,
} as const;

/** What tokens are made of: a look tells whether it has met one. */
export const TOKEN_UNIT = UNIT.DIGIT | UNIT.BASE64 | UNIT.LETTER;

/** Letters for the digits 0 … 9 that look like them; the first of each list are the usual ones. */
export const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['0', 'oO\u25cb\u25ef\u3007\u039f\u03bf\u041e\u043e\uff2f\uff4fQD'],
  ['1', 'lI\u0406\u0456\u04c0\uff29\uff4ci|!'],
  ['2', 'Zz'],
  ['5', 'Ss'],
  ['8', 'B'],
  ['6', 'b'],
  ['9', 'gq'],
];

/** Letters that count only when the whole is a number with its check: they are too common in product codes. */
export const RARE_LOOK_ALIKES = 'QDi|!ZzSsBbgq';

/** Builds the table (128 KB, about 0.2 ms). */
export function createUnitClasses(): Uint16Array {
  const bits = new Uint16Array(0x10000);
  const { classes } = createCharTable();
  for (let unit = 0; unit < 0x10000; unit++) {
    const kind = classes[unit] ?? 0xff;
    bits[unit] = kind < DIGIT_LIMIT || kind <= SEPARATOR_LIMIT ? UNIT.NATIVE : UNIT.OPEN;
  }
  const set = (characters: string, bit: number): void => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      bits[unit] = (bits[unit] ?? 0) | bit;
    }
  };
  // No separator of the engine, but times and addresses of networks are full of it.
  for (const colon of ':\uff1a') bits[colon.charCodeAt(0)] = UNIT.NATIVE;
  const digits = '0123456789';
  const wideDigits = '\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19';
  set(digits + wideDigits, UNIT.DIGIT | UNIT.LOOK_ALIKE);
  set(`${digits}abcdefABCDEF`, UNIT.HEX);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const capitals = letters.toUpperCase();
  set(`${digits}${letters}${capitals}+/-_`, UNIT.BASE64);
  set(letters, UNIT.LOWER);
  set(`${digits}${wideDigits}${capitals}jqvxz`, UNIT.MARK);
  set(`${digits}abcdefABCDEF-`, UNIT.PAIR);
  set(capitals, UNIT.UPPER);
  set('\ufe0f\u200d', UNIT.OPEN);
  set(' -', UNIT.LOOK_ALIKE);
  for (const [, likes] of LOOK_ALIKES) {
    set(likes, UNIT.LOOK_ALIKE | UNIT.LETTER);
    set(likes.replaceAll(/[!-~]/g, ''), UNIT.MARK);
  }
  return bits;
}

/** Finds runs of at least `min` units with a bit, reading backwards from where such a run would have to reach. */
export class RunFinder {
  readonly #classes: Uint16Array;
  readonly #bit: number;
  readonly #min: number;
  start = 0;
  end = 0;

  constructor(classes: Uint16Array, bit: number, min: number) {
    this.#classes = classes;
    this.#bit = bit;
    this.#min = min;
  }

  /** The next run that begins in `[from … limit − min]`; it may end behind. False when there is none. Linear. */
  next(text: string, from: number, limit: number): boolean {
    const classes = this.#classes;
    const bit = this.#bit;
    const min = this.#min;
    const { length } = text;
    let floor = from;
    for (let probe = from + min - 1; probe < limit; probe = floor + min - 1) {
      let at = probe;
      while (at >= floor && ((classes[text.charCodeAt(at)] ?? 0) & bit) !== 0) at--;
      if (at < floor) {
        let end = probe + 1;
        while (end < length && ((classes[text.charCodeAt(end)] ?? 0) & bit) !== 0) end++;
        this.start = floor;
        this.end = end;
        return true;
      }
      floor = at + 1;
    }
    return false;
  }

  /** End of the run that goes on at `from`, `limit` at most. */
  runEnd(text: string, from: number, limit: number): number {
    const stop = Math.min(limit, text.length);
    let end = from;
    while (end < stop && ((this.#classes[text.charCodeAt(end)] ?? 0) & this.#bit) !== 0) end++;
    return end;
  }
}
