import {
  CHAR_CLASS,
  type CharTable,
  DIGIT_LIMIT,
  digitOfClass,
  foldUnit,
} from '../../detection/char-table.ts';

/** A match as it reads without its disguise. */
export interface PatternValue {
  /** Upper case, half width, ASCII digits, without separators. Null when a half character read as a digit is none. */
  readonly value: string;
  /** Separators stand inside. */
  readonly separated: boolean;
  readonly fullWidth: boolean;
  readonly otherDigits: boolean;
  readonly hanDigits: boolean;
  readonly invisible: boolean;
}

/**
 * Reads a match of a pattern. Null when it only looked like digits: half of an astral character that is none. `hanDigits`:
 * Chinese numerals are digits too.
 */
export function readPatternValue(
  table: CharTable,
  match: string,
  hanDigits: boolean,
): PatternValue | null {
  let value = '';
  let separated = false;
  let fullWidth = false;
  let otherDigits = false;
  let sawHan = false;
  let invisible = false;
  for (let index = 0; index < match.length; index++) {
    const unit = match.charCodeAt(index);
    let kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
    const isPair = kind === CHAR_CLASS.SURROGATE;
    if (isPair) {
      kind = table.classOfPair(match, index++);
      if (kind >= DIGIT_LIMIT && kind !== CHAR_CLASS.SKIP) {
        const isWhole = unit < 0xdc00 && index < match.length;
        if (!isWhole || unit === 0xd835) return null;
        value += match.slice(index - 1, index + 1);
        continue;
      }
    }
    const isHan = kind >= CHAR_CLASS.HAN && kind < DIGIT_LIMIT;
    if (kind < DIGIT_LIMIT && (hanDigits || !isHan)) {
      sawHan ||= isHan;
      value += String(digitOfClass(kind));
      fullWidth ||= unit >= 0xff10 && unit <= 0xff19;
      otherDigits ||= unit > 0x39 && !isHan && !(unit >= 0xff10 && unit <= 0xff19);
    } else if (kind === CHAR_CLASS.SKIP) invisible = true;
    else if (kind === CHAR_CLASS.SPACE || kind === CHAR_CLASS.DASH || kind === CHAR_CLASS.DOT)
      separated = true;
    else {
      value += String.fromCharCode(foldUnit(unit)).toUpperCase();
      fullWidth ||= unit >= 0xff01 && unit <= 0xff5e;
    }
  }
  return { value, separated, fullWidth, otherDigits, hanDigits: sawHan, invisible };
}
