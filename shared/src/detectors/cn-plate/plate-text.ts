import { codeUnitOf, isInvisible, isSeparator } from '../read-code.ts';

/** What stands behind the province of a plate. */
export interface PlateText {
  /** The letter of the office. */
  readonly head: string;
  /** Letters and digits behind it, upper case. */
  readonly serial: string;
  /** 挂 学 警 港 澳 领 应急; '' = none. */
  readonly sign: string;
  /** UTF-16 code units, behind the last character. */
  readonly end: number;
}

const SIGNS = ['应急', '挂', '学', '警', '港', '澳', '领'];
const BRACKETS = '\u00b7\u2022\u2219\u22c5\u30fb';
/** Longest serial there is, and the one more character that tells it goes on. */
const MAX_UNITS = 8;

function mayStandBetween(text: string, index: number): boolean {
  return isSeparator(text, index) || BRACKETS.includes(text.charAt(index) || 'none');
}

/** How far a separator may stand: `京 A·12345`, `京A-12345`, `京A 123 45` is none. */
function isGapAllowed(count: number): boolean {
  return count === 0 || count === 1;
}

/**
 * Reads the letter and the serial behind a province: any width and case, one separator before the letter and one behind.
 * Null when what stands there cannot be a plate or goes on as a longer word. The first unit decides in nearly all cases.
 */
export function readPlateText(text: string, from: number): PlateText | null {
  let units = '';
  let end = from;
  let gap = false;
  for (let index = from; index < text.length;) {
    const point = text.codePointAt(index) ?? 0;
    const unit = codeUnitOf(point);
    const next = index + (point > 0xffff ? 2 : 1);
    if (unit !== 0) {
      units += String.fromCharCode(unit);
      if (units.length > MAX_UNITS) return null;
      end = next;
      gap = false;
    } else if (!isInvisible(point)) {
      if (gap || !isGapAllowed(units.length) || !mayStandBetween(text, index)) break;
      gap = true;
    }
    index = next;
  }
  if (units.length < 5) return null;
  const sign = SIGNS.find((each) => text.startsWith(each, end)) ?? '';
  const isSign = sign !== '' && units.length === 5;
  return {
    head: units.charAt(0),
    serial: units.slice(1),
    sign: isSign ? sign : '',
    end: isSign ? end + sign.length : end,
  };
}
