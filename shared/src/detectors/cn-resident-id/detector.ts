import { type Check, type Detector, refuse, type Validation } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { checkLetterOf, isCalendarDay } from './checks.ts';
import { createForeignReader } from './foreign.ts';
import { createRegions } from './regions.ts';

/**
 * The engine has no clock (equal text, equal findings), so "not born in the future" is a bound in the data. It
 * leaves room for the years a build stays in use.
 */
const BIRTH_YEARS = { earliest: 1880, latest: 2030 } as const;

/** First digit of the ID of a foreign permanent resident (cards since 2023-12; field order unchecked). */
const FOREIGN_LEAD = '9';

/** Provinces of GB/T 2260, for the numbers that nothing else would vouch for. */
const OPENINGS =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  );

/** Confidence of a number alone. */
const BASE = {
  /** County, date and check letter right: one random run in some 60,000. */
  full: 0.87,
  unknownCounty: 0.83,
  unknownPrefecture: 0.8,
  unknownProvince: 0.65,
  /** Numbers of a day start with 001: 000 is in examples and in counters. */
  noSequence: 0.5,
  /** No check letter: needs a label. */
  legacy: 0.38,
  legacyUnknownRegion: 0.3,
} as const;

/** Digits 7 to 14 of a number of 18 may be a date of birth; the rest of the calendar is for `validate`. */
function mayHoldBirthDate(values: Uint8Array, from: number): boolean {
  const century = (values[from + 6] ?? 0) * 10 + (values[from + 7] ?? 0);
  if (century < 18 || century > 20) return false;
  const month = (values[from + 10] ?? 0) * 10 + (values[from + 11] ?? 0);
  return month >= 1 && month <= 12 && (values[from + 12] ?? 0) <= 3;
}

/**
 * Resident ID number of mainland China, GB 11643-1999: 6 digits region (GB/T 2260), 8 date of birth, 3
 * sequence, check letter; residence permits of HK, Macao and Taiwan residents (81, 82, 83) and cards of foreign permanent
 * residents follow the same rule. Numbers of 15 digits (issued up to 1999) have a two-digit year and no check letter. `table`:
 * see `createRegions`. JR/T 0171-2020: C2; GB/T 35273-2020 annex B: sensitive.
 */
export function createCnResidentIdDetector(table?: Readonly<Record<string, string>>): Detector {
  const { earliest, latest } = BIRTH_YEARS;
  const regions = createRegions(table);

  function judgeRegion(value: string): { check: Check; base: number } {
    // A foreigner's card has the province behind the 9, and the country's code instead of the prefecture.
    const isForeign = value.startsWith(FOREIGN_LEAD);
    const province = regions.hasProvince(isForeign ? value.slice(1) : value);
    const known = isForeign ? province : regions.hasCounty(value);
    const check: Check = { name: 'region', outcome: known ? true : undefined };
    if (known) return { check, base: BASE.full };
    if (!isForeign && regions.hasPrefecture(value)) return { check, base: BASE.unknownCounty };
    return { check, base: province ? BASE.unknownPrefecture : BASE.unknownProvince };
  }

  function validateCurrent(value: string): Validation {
    const year = Number(value.slice(6, 10));
    if (year < earliest || year > latest || !isCalendarDay(value.slice(6, 14)))
      return refuse('birth-date');
    if (checkLetterOf(value) !== value.charAt(17)) return refuse('check-letter');
    const { check, base } = judgeRegion(value);
    const sequence = value.startsWith('000', 14) ? undefined : true;
    return {
      checks: [
        { name: 'check-letter', outcome: true },
        { name: 'birth-date', outcome: true },
        check,
        { name: 'sequence', outcome: sequence },
      ],
      base: sequence ? base : Math.min(base, BASE.noSequence),
      specificity: check.outcome && sequence ? 0.7 : 0.5,
    };
  }

  function validateLegacy(value: string): Validation {
    if (!regions.hasProvince(value) || value.endsWith('X')) return refuse('region');
    if (!isCalendarDay(`19${value.slice(6, 12)}`)) return refuse('birth-date');
    const known = regions.hasPrefecture(value);
    return {
      checks: [
        { name: 'birth-date', outcome: true },
        { name: 'region', outcome: regions.hasCounty(value) ? true : undefined },
        { name: 'check-letter', outcome: undefined },
      ],
      base: known ? BASE.legacy : BASE.legacyUnknownRegion,
      specificity: 0.1,
    };
  }

  return {
    id: 'cn-resident-id',
    version: 2,
    dataClass: 'identity',
    dataLevel: 4,
    wants: [
      {
        kind: 'digits',
        lengths: [18],
        shapes: [
          [6, 8, 4],
          [6, 4, 4, 4],
          [6, 4, 2, 2, 4],
          [14, 4],
          [3, 3, 4, 4, 4],
          [3, 3, 8, 4],
          [4, 4, 4, 4, 2],
          [6, 12],
          [17, 1],
        ],
        leads: '123456789',
        checkLetter: true,
        irregularPoints: -0.1,
        mayBe: mayHoldBirthDate,
      },
      {
        kind: 'digits',
        lengths: [15],
        shapes: [[6, 6, 3]],
        leads: '12345678',
        openings: OPENINGS,
        needsLabel: true,
      },
      { kind: 'code', minDigits: 7, read: createForeignReader(regions) },
    ],
    context: {
      for: expandWords(
        '身份证~,居住证~,sfz^,身份证明~,id card~,id number~,national id~,identity card~,证件+,身份+,社会保障+,id+,identity+,' +
          'cert+,certificate+,证照+,identification+,citizen+,身份证件,居民身份证,公民身份证,证件编号,证号,开户证件,身份证后,社保号,医保号,' +
          'resident id,citizen id,zjhm,身份证编号,身份证号为,二代证,身份证信息,永久居留证,永居证,社保卡号,医保卡号,医保编号,参保人证件,个人编号,户口簿,idcard no,' +
          'identity id,chinese id,resident identity,residence permit,permanent residence,national identity,ssn,' +
          'social security no,cert id,cert code,cust cert no,cust id no,person id,personal id,sfzjh,sfzjhm,' +
          'sfzhao,zjh,zjbh,zjhao,gmsfhm,gmsfzh,shbzh,shbzhm,sbh,ybh',
      ),
      weaklyFor: expandWords(
        '证件,姓名,客户,户籍,出生,性别,实名,本人,持证人,customer,name,birth,identity,民族,住址,签发机关,出生日期,年龄,借款人,投保人,被保险人,患者,gender,' +
          'sex,nationality,applicant',
      ),
      against: expandWords('imei,imsi,iccid,串号,银行卡,银行账号,meid'),
    },
    validate: (value) => (value.length === 18 ? validateCurrent(value) : validateLegacy(value)),
    mask: (value) => value.slice(0, 3) + '*'.repeat(value.length - 7) + value.slice(-4),
  };
}
