import { type Detector, refuse } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { createAreaCodes } from './area-codes.ts';
import { readLocalNumbers } from './local-number.ts';
import { LANDLINE_WORDS, LOCAL_NUMBER_WORDS } from './words.ts';

/** Confidence of a number alone, written in groups. */
const BASE = 0.66;

/** Extensions have one to five digits: `010-88886666-8001`. */
const EXTENSIONS = [1, 2, 3, 4, 5];

/**
 * Fixed line of mainland China: area code and 7 or 8 digits that start with 2 to 8 (MIIT numbering plan). Subscribers'
 * numbers start nowhere else, so service numbers (400, 800, 95xxx, 96xxx, 10xxx, 12xxx, 11x) never get here. The
 * span is the number without country code and extension. Without area code a number counts only behind its label.
 * YD/T 2781-2014: contact data of a user; JR/T 0171-2020: C2.
 */
export function createCnLandlineDetector(
  areaCodes: ReadonlySet<string> = createAreaCodes(),
): Detector {
  /** Index = value of three digits; 1 = they start with an area code. Built at the first question. */
  let areas: Uint8Array | null = null;

  function mayBeFixedLine(values: Uint8Array, from: number): boolean {
    areas ??= Uint8Array.from({ length: 1000 }, (_, three) => {
      const digits = String(three).padStart(3, '0');
      return areaCodes.has(digits.slice(0, 2)) || areaCodes.has(digits) ? 1 : 0;
    });
    const at = values[from] === 0 ? from + 1 : from;
    const area = (values[at] ?? 0) * 100 + (values[at + 1] ?? 0) * 10 + (values[at + 2] ?? 0);
    return areas[area] === 1;
  }

  /** Splits `[0]<area><number>`; the area code of the biggest cities has two digits. */
  function isFixedLine(value: string): boolean {
    const national = value.startsWith('0') ? value.slice(1) : value;
    const isMetro = areaCodes.has(national.slice(0, 2));
    if (!isMetro && !areaCodes.has(national.slice(0, 3))) return false;
    const local = national.slice(isMetro ? 2 : 3);
    const lead = local.charAt(0);
    if (lead < '2' || lead > '8') return false;
    return local.length === 8 || (!isMetro && local.length === 7);
  }

  return {
    id: 'cn-landline',
    version: 1,
    dataClass: 'contact',
    dataLevel: 3,
    wants: [
      {
        kind: 'digits',
        lengths: [11, 12],
        shapes: [
          [3, 8],
          [4, 7],
          [4, 8],
          [3, 4, 4],
          [4, 4, 4],
          [4, 3, 4],
          [4, 4, 3],
        ],
        leads: '0',
        prefixes: ['86', '0086'],
        irregularPoints: -0.3,
        wholePoints: -0.11,
        tails: EXTENSIONS,
        mayBe: mayBeFixedLine,
      },
      {
        kind: 'digits',
        lengths: [10, 11],
        shapes: [
          [2, 8],
          [3, 7],
          [3, 8],
          [2, 4, 4],
          [3, 4, 4],
          [3, 3, 4],
          [3, 4, 3],
        ],
        leads: '123456789',
        prefixes: ['86', '0086'],
        needsPrefix: true,
        irregularPoints: -0.3,
        // `865718765432` may be any number; a label, or groups, tell.
        wholePoints: -0.25,
        tails: EXTENSIONS,
        mayBe: mayBeFixedLine,
      },
      { kind: 'soft', anchors: LOCAL_NUMBER_WORDS, read: readLocalNumbers },
    ],
    context: {
      for: LANDLINE_WORDS,
      weaklyFor: expandWords(
        '手机~,联系,联系人,客户,用户,号码,地址,单位,移动电话,短信,contact,customer,address,mobile,company',
      ),
      against: expandWords('qq,qq号,邮政编码,区号,时间,日期,起止时间'),
    },
    validate(value) {
      if (!isFixedLine(value)) return refuse('area-code');
      return { checks: [{ name: 'area-code', outcome: true }], base: BASE, specificity: 0.1 };
    },
    // The area code and the last four digits: JR/T 0171-2020, annex A keeps no more of a phone number.
    mask(value) {
      if (value.length < 10) return `${'*'.repeat(value.length - 4)}${value.slice(-4)}`;
      const national = value.startsWith('0') ? 1 : 0;
      const area = national + (areaCodes.has(value.slice(national, national + 2)) ? 2 : 3);
      return `${value.slice(0, area)}${'*'.repeat(value.length - area - 4)}${value.slice(-4)}`;
    },
  };
}
