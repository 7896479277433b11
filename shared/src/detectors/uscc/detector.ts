import {
  type Check,
  type CodePlace,
  type Detector,
  type Reading,
  refuse,
  type Validation,
} from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { createRegions, type Regions } from '../cn-resident-id/regions.ts';
import { codesAt, formScore } from '../read-code.ts';
import { creditCheckOf, organisationCheckOf } from './checks.ts';

/** Registering department and kind of body, GB 32100-2015 table 1 and its later additions, then six digits region. */
const STRUCTURE =
  /^(?:1[1-39]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1-39]|Y1)[0-9]{6}/;
/** The same of codes without letters. */
const OPENINGS =
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93'.split(
    ' ',
  );
/** Region of the state's own registry. */
const STATE_REGION = '1000';

/** Confidence of a code alone. */
const BASE = {
  /** Both checks, a department, a region: one random string of the alphabet in 20,000. */
  full: 0.85,
  unknownRegion: 0.62,
  /** Digits only, and of no company: 18 digits are anything. Companies start with 91 to 93. */
  digitsOnly: 0.55,
  /** Digits only, of a company. */
  companyDigits: 0.8,
  /** Some bodies were given a code whose inner check never held; so does what other generators make. */
  outerOnly: 0.48,
} as const;

function baseOf(value: string, inner: boolean, region: boolean): number {
  if (!inner) return BASE.outerOnly;
  const isDigits = !/[A-Z]/.test(value);
  if (isDigits && !/^9[1-3]/.test(value)) return BASE.digitsOnly;
  if (!region) return isDigits ? BASE.digitsOnly : BASE.unknownRegion;
  return isDigits ? BASE.companyDigits : BASE.full;
}

/** Bodies are registered with the state, a province, a county, or a zone that has no number of its own. */
function isRegion(regions: Regions, code: string): boolean {
  if (code.startsWith(STATE_REGION)) return true;
  return code.startsWith('00', 2) ? regions.hasProvince(code) : regions.hasPrefecture(code);
}

function judge(regions: Regions, value: string): Validation {
  if (!STRUCTURE.test(value)) return refuse('department');
  if (creditCheckOf(value) !== value.charAt(17)) return refuse('check-character');
  if (/^[0-9]{2}0+.$/.test(value)) return refuse('organisation');
  const inner = organisationCheckOf(value.slice(8, 16)) === value.charAt(16);
  const region = isRegion(regions, value.slice(2, 8));
  const checks: Check[] = [
    { name: 'check-character', outcome: true },
    { name: 'organisation-check', outcome: inner ? true : undefined },
    { name: 'region', outcome: region ? true : undefined },
  ];
  return {
    checks,
    base: baseOf(value, inner, region),
    specificity: inner && region ? 0.6 : 0.3,
  };
}

/** Dots, or small letters between separators: decimals, exponents and the paths of drawings, not a code somebody wrote. */
const LOOSE = /[.a-z]/;
const LOOSE_SCORE = [{ part: 'form.irregular', points: -0.3 }];

function read(regions: Regions, place: CodePlace): Reading | null {
  for (const code of codesAt(place, [18])) {
    const { value, start, end, evasions } = code;
    if (!/[A-Z]/.test(value)) continue;
    const validation = judge(regions, value);
    if (validation.checks.some(({ outcome }) => outcome === false)) continue;
    const isLoose = code.separated && LOOSE.test(place.text.slice(start, end));
    const score = isLoose ? LOOSE_SCORE : formScore(code, true);
    return { start, end, value, validation, score, evasions };
  }
  return null;
}

/**
 * Unified social credit code of an organisation, GB 32100-2015: department, kind, region, organisation code with its own
 * check (GB 11714-1997), check character. A company customer's identity; public in the register, telling as part of a
 * list. JR/T 0171-2020: C1. `table`: as of cn-resident-id.
 */
export function createUsccDetector(table?: Readonly<Record<string, string>>): Detector {
  const regions = createRegions(table);
  return {
    id: 'uscc',
    version: 1,
    dataClass: 'organisation',
    dataLevel: 2,
    wants: [
      {
        kind: 'digits',
        lengths: [18],
        checkLetter: true,
        shapes: [
          [4, 4, 4, 4, 2],
          [2, 6, 9, 1],
          [2, 6, 10],
          [1, 1, 6, 9, 1],
          [8, 10],
          [8, 9, 1],
          [8, 8, 2],
        ],
        leads: '123456789',
        openings: OPENINGS,
        irregularPoints: -0.15,
      },
      { kind: 'code', minDigits: 7, read: (place) => read(regions, place) },
    ],
    context: {
      for: expandWords(
        '信用代码~,营业执照~,yyzz^,business license~,tax+,信用代码证,统一代码,执照号,税号,税务登记号,税务登记证号,纳税人识别号,纳税识别号,企业代码,企业证件号码,' +
          '单位证件号,注册号,机构代码,商户证件号,uscc,usci,uscic,unified social credit code,social credit code,' +
          'social credit identifier,credit code,tax id,taxpayer id,taxpayer no,taxpayer identification number,' +
          'business licence,license no,org code,company code,tyshxydm,shxydm,xydm,tyxydm,nsrsbh,zzjgdm',
      ),
      weaklyFor: expandWords(
        '公司,企业,单位,机构,集团,商户,法人,法定代表人,开票,抬头,company,enterprise,merchant,organization,buyer,seller',
      ),
      against: expandWords('身份证~,vin,车架号,车辆识别代号,银行卡'),
    },
    validate: (value) => judge(regions, value),
    // Department, kind and region, then the end: the organisation code in between is the company.
    mask: (value) => `${value.slice(0, 4)}**********${value.slice(-4)}`,
  };
}
