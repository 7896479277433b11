import { createCharTable, DIGIT_LIMIT, SEPARATOR_LIMIT } from '../detection/char-table.ts';

/** Bits of a UTF-16 unit: the runs it may be part of. */
export const UNIT = {
  /** ASCII or full-width digit. */
  DIGIT: 1,
  /** Both alphabets of RFC 4648, sections 4 and 5. */
  BASE64: 2,
  HEX: 4,
  /** Digits, letters that look like digits, blank and dash. */
  LOOK_ALIKE: 8,
  /** The engine reads across it by itself: a separator, something invisible, or a digit of any script. */
  NATIVE: 16,
  /** A letter for a digit. */
  LETTER: 32,
} as const;

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

/** Builds the table (64 KB, about 0.2 ms). */
export function createUnitClasses(): Uint8Array {
  const bits = new Uint8Array(0x10000);
  const { classes } = createCharTable();
  for (let unit = 0; unit < 0x10000; unit++) {
    const kind = classes[unit] ?? 0xff;
    if (kind < DIGIT_LIMIT || kind <= SEPARATOR_LIMIT) bits[unit] = UNIT.NATIVE;
  }
  const set = (characters: string, bit: number): void => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      bits[unit] = (bits[unit] ?? 0) | bit;
    }
  };
  // No separator of the engine, but times and addresses of networks are full of it.
  set(':\uff1a', UNIT.NATIVE);
  const digits = '0123456789';
  const wideDigits = '\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19';
  set(digits + wideDigits, UNIT.DIGIT | UNIT.LOOK_ALIKE);
  set(`${digits}abcdefABCDEF`, UNIT.HEX);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  set(`${digits}${letters}${letters.toUpperCase()}+/-_`, UNIT.BASE64);
  set(' -', UNIT.LOOK_ALIKE);
  for (const [, likes] of LOOK_ALIKES) set(likes, UNIT.LOOK_ALIKE | UNIT.LETTER);
  return bits;
}

/** Finds runs of at least `min` units with a bit, reading backwards from where such a run would have to reach. */
export class RunFinder {
  readonly #classes: Uint8Array;
  readonly #bit: number;
  readonly #min: number;
  start = 0;
  end = 0;
  /** All bits of the units of the run. */
  seen = 0;

  constructor(classes: Uint8Array, bit: number, min: number) {
    this.#classes = classes;
    this.#bit = bit;
    this.#min = min;
  }

  /** The next run at or behind `from`; false when there is none. Linear, and far below a look at each unit in prose. */
  next(text: string, from: number): boolean {
    const classes = this.#classes;
    const bit = this.#bit;
    const min = this.#min;
    const { length } = text;
    let floor = from;
    for (let probe = from + min - 1; probe < length; probe = floor + min - 1) {
      let at = probe;
      let seen = 0;
      for (; at >= floor; at--) {
        const bits = classes[text.charCodeAt(at)] ?? 0;
        if ((bits & bit) === 0) break;
        seen |= bits;
      }
      if (at < floor) {
        let end = probe + 1;
        for (; end < length; end++) {
          const bits = classes[text.charCodeAt(end)] ?? 0;
          if ((bits & bit) === 0) break;
          seen |= bits;
        }
        this.seen = seen;
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
