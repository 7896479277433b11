import type { CardRange } from '../../contracts/detection-data.ts';
import { type Detector, refuse } from '../../detection/detector.ts';
import { createCardRanges } from './issuers.ts';

/** Check digit of ISO/IEC 7812-1, annex B (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** Confidence of a number alone. */
const BASE = {
  bank: 0.72,
  unionPay: 0.65,
  /** One random run of 16 digits in sixty passes prefix and check digit. */
  scheme: 0.6,
} as const;

function baseOf(range: CardRange): number {
  if (range.kind === 'bank') return BASE.bank;
  return range.prefix === '62' ? BASE.unionPay : BASE.scheme;
}

/** Usual groupings: in fours, and as embossed on cards of 15 and 19 digits. */
const SHAPES = [
  [4, 4, 4, 4],
  [4, 4, 4, 4, 1],
  [4, 4, 4, 4, 2],
  [4, 4, 4, 4, 3],
  [4, 6, 5],
  [6, 13],
  [6, 6, 7],
  [8, 8],
];

/** Bank card number, ISO/IEC 7812-1: issuer range and check digit. */
export function createBankCardDetector(
  ranges: readonly CardRange[] = createCardRanges(),
): Detector {
  const byPrefix = new Map(ranges.map((range) => [range.prefix, range]));
  const longestPrefix = ranges.reduce((length, { prefix }) => Math.max(length, prefix.length), 0);

  /** The longest prefix that has cards of this length. */
  function rangeOf(value: string): CardRange | undefined {
    for (let length = longestPrefix; length > 0; length--) {
      const range = byPrefix.get(value.slice(0, length));
      if (range?.lengths.includes(value.length)) return range;
    }
    return undefined;
  }

  return {
    id: 'bank-card',
    version: 1,
    dataClass: 'financial',
    dataLevel: 4,
    wants: [
      {
        kind: 'digits',
        lengths: [15, 16, 17, 18, 19],
        shapes: SHAPES,
        leads: '234569',
        irregularPoints: -0.35,
      },
    ],
    context: {
      for: [
        '银行卡',
        '银行卡号',
        '卡号',
        '银行账号',
        '银行账户',
        '银行帐号',
        '账号',
        '帐号',
        '账户',
        '帐户',
        '储蓄卡',
        '信用卡',
        '借记卡',
        '贷记卡',
        '工资卡',
        '收款卡',
        '打款',
        '汇款',
        '转账',
        '收款账号',
        '付款账号',
        '还款卡',
        '扣款',
        '开户行',
        '户名',
        '银联',
        '结算账户',
        '绑卡',
        'card',
        'card no',
        'card number',
        'cardno',
        'bank card',
        'credit card',
        'debit card',
        'bank account',
        'account no',
        'account number',
        'acct',
        'acct no',
        'pan',
        'unionpay',
        'visa',
        'mastercard',
        'cvv',
        'cvv2',
      ],
      weaklyFor: [
        '银行',
        '支行',
        '客户',
        '姓名',
        '持卡人',
        '有效期',
        '工行',
        '农行',
        '中行',
        '建行',
        '交行',
        '招行',
        'bank',
        'account',
        'customer',
        'name',
        'expiry',
        'exp',
      ],
      against: [
        '身份证',
        '身份证号',
        '身份证号码',
        '证件号码',
        '证件号',
        'imei',
        'imsi',
        'iccid',
        '串号',
        'meid',
      ],
    },
    validate(value) {
      const range = rangeOf(value);
      if (!range) return refuse('issuer');
      if (!passesLuhn(value)) return refuse('luhn');
      return {
        checks: [
          { name: 'luhn', outcome: true },
          { name: 'issuer', outcome: range.kind === 'bank' ? true : undefined },
        ],
        base: baseOf(range),
        specificity: range.kind === 'bank' ? 0.4 : 0.3,
      };
    },
    mask: (value) => value.slice(0, 4) + '*'.repeat(value.length - 8) + value.slice(-4),
  };
}
