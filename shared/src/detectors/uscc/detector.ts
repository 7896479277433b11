import {
  type Check,
  type CodePlace,
  type Detector,
  type Reading,
  refuse,
  type Validation,
} from '../../detection/detector.ts';
import { codesAt, formScore } from '../read-code.ts';
import { creditCheckOf, organisationCheckOf } from './checks.ts';

/** Registering department and kind of body, GB 32100-2015 table 1 and its later additions, then six digits region. */
const STRUCTURE =
  /^(?:1[1-39]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1-39]|Y1)[0-9]{6}/;
/** First two digits of a region; 10 is the state's own registry. */
const PROVINCES = new Set(
  '10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(
    ' ',
  ),
);

/** Confidence of a code alone. */
const BASE = {
  /** Both checks, a department, a region: one random string of the alphabet in 20,000. */
  full: 0.85,
  unknownRegion: 0.65,
  /** Some bodies were given a code whose inner check never held; so does what other generators make. */
  outerOnly: 0.48,
} as const;

function judge(value: string): Validation {
  if (!STRUCTURE.test(value)) return refuse('department');
  if (creditCheckOf(value) !== value.charAt(17)) return refuse('check-character');
  if (/^[0-9]{2}0+.$/.test(value)) return refuse('organisation');
  const inner = organisationCheckOf(value.slice(8, 16)) === value.charAt(16);
  const region = PROVINCES.has(value.slice(2, 4));
  const checks: Check[] = [
    { name: 'check-character', outcome: true },
    { name: 'organisation-check', outcome: inner ? true : undefined },
    { name: 'region', outcome: region ? true : undefined },
  ];
  const base = region ? BASE.full : BASE.unknownRegion;
  return { checks, base: inner ? base : BASE.outerOnly, specificity: inner && region ? 0.6 : 0.3 };
}

function read(place: CodePlace): Reading | null {
  for (const code of codesAt(place, [18])) {
    const { value, start, end, evasions } = code;
    if (!/[A-Z]/.test(value)) continue;
    const validation = judge(value);
    if (validation.checks.some(({ outcome }) => outcome === false)) continue;
    return { start, end, value, validation, score: formScore(code, true), evasions };
  }
  return null;
}

/**
 * Unified social credit code of an organisation, GB 32100-2015: department, kind, region, organisation code with its own
 * check (GB 11714-1997), check character. A company customer's identity; public in the register, telling as part of a
 * list. JR/T 0171-2020: C1.
 */
export function createUsccDetector(): Detector {
  return {
    id: 'uscc',
    version: 1,
    dataClass: 'organisation',
    dataLevel: 2,
    wants: [
      {
        kind: 'digits',
        lengths: [18],
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
        irregularPoints: -0.15,
      },
      { kind: 'code', minDigits: 7, read },
    ],
    context: {
      for: [
        '信用代码', '信用代码证', '信用代码号', '统一代码', '营业执照', '营业执照号码', '执照号', '税号', '税务登记号',
        '税务登记证号', '纳税人识别号', '纳税识别号', '企业代码', '企业证件号码', '单位证件号', '注册号', '机构代码',
        '商户证件号', 'uscc', 'usci', 'uscic', 'unified social credit code', 'social credit code', 'social credit identifier',
        'credit code', 'creditcode', 'tax id', 'tax no', 'tax number', 'taxpayer id', 'taxpayer no',
        'taxpayer identification number', 'business license', 'business license no', 'business licence', 'license no',
        'org code', 'company code', 'tyshxydm', 'shxydm', 'xydm', 'tyxydm', 'nsrsbh', 'yyzz', 'yyzzh', 'zzjgdm',
      ], // prettier-ignore
      weaklyFor: [
        '公司',
        '企业',
        '单位',
        '机构',
        '集团',
        '商户',
        '法人',
        '法定代表人',
        '开票',
        '抬头',
        'company',
        'enterprise',
        'merchant',
        'organization',
        'buyer',
        'seller',
      ],
      against: ['身份证', '身份证号', 'vin', '车架号', '车辆识别代号', '银行卡'],
    },
    validate: judge,
    // Department, kind and region, then the end: the organisation code in between is the company.
    mask: (value) => `${value.slice(0, 4)}**********${value.slice(-4)}`,
  };
}
