import type { CardRange } from '../../contracts/detection-data.ts';
import { type Detector, refuse } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { passesLuhn, valuesPassLuhn } from '../luhn.ts';
import { createCardRanges } from './issuers.ts';

/** Confidence of a number alone. */
const BASE = {
  bank: 0.72,
  unionPay: 0.65,
  /** One random run of 16 digits in sixty passes prefix and check digit. */
  scheme: 0.6,
  /** Lengths that also are timestamps, goods (EAN) and device numbers; no bank in China issues them. */
  short: 0.42,
} as const;
/** Fewer digits than a Chinese card has. */
const SHORT = 14;

function baseOf(range: CardRange, value: string): number {
  if (range.kind === 'bank') return BASE.bank;
  if (value.length <= SHORT) return BASE.short;
  return range.prefix === '62' ? BASE.unionPay : BASE.scheme;
}

/** Finds the range of a number: the longest prefix that has cards of its length. */
function createRangeFinder(
  ranges: readonly CardRange[] | undefined,
): (value: string) => CardRange | undefined {
  // Built at the first question: an engine stands in every frame of every page, most of them never see a card.
  let byPrefix: ReadonlyMap<string, CardRange> | null = null;
  let longest = 0;
  return (value) => {
    if (!byPrefix) {
      const all = ranges ?? createCardRanges();
      byPrefix = new Map(all.map((range) => [range.prefix, range]));
      longest = all.reduce((length, { prefix }) => Math.max(length, prefix.length), 0);
    }
    for (let length = longest; length > 0; length--) {
      const range = byPrefix.get(value.slice(0, length));
      if (range?.lengths.includes(value.length)) return range;
    }
    return undefined;
  };
}

/** Usual groupings: in fours, and as embossed on cards of 15 and 19 digits. */
const SHAPES = [
  [4, 4, 4, 4],
  [4, 4, 4, 4, 1],
  [4, 4, 4, 4, 2],
  [4, 4, 4, 4, 3],
  [4, 6, 4],
  [4, 6, 5],
  [6, 13],
  [6, 6, 7],
  [8, 8],
];

/**
 * Bank card number, ISO/IEC 7812-1: issuer range and check digit. JR/T 0171-2020: C2 (with its code or password C3);
 * GB/T 35273-2020 annex B: sensitive.
 */
export function createBankCardDetector(ranges?: readonly CardRange[]): Detector {
  const rangeOf = createRangeFinder(ranges);

  return {
    id: 'bank-card',
    version: 2,
    dataClass: 'financial',
    dataLevel: 4,
    wants: [
      {
        kind: 'digits',
        lengths: [13, 14, 15, 16, 17, 18, 19],
        shapes: SHAPES,
        leads: '2345689',
        irregularPoints: -0.3,
        mayBe: valuesPassLuhn,
      },
    ],
    context: {
      for: expandWords(
        '银行卡~,yhk^,card~,acct~,bank card~,bank acct~,debit card~,credit card~,bank account~,account+,cc+,卡号,' +
          '银行账号,银行账户,银行帐号,账号,帐号,账户,帐户,储蓄卡,信用卡,借记卡,贷记卡,工资卡,收款卡,打款,汇款,转账,收款账号,付款账号,还款卡,扣款,开户行,户名,银联,绑卡,pan,' +
          'unionpay,visa,cvv,cvv2,提现卡,发薪卡,银联卡,公务卡,医保卡,card id,bank no,bankcard no,acc no,pay account,' +
          'payee account,payer account,payee acct,beneficiary account,settlement account,debit account,' +
          'credit account,card pan,primary account number,master card,amex,american express,jcb,diners,maestro,' +
          'payment card,yhzh,xykh,jjkh,cxkh,skzh,fkzh,khzh,jszh,zhhm,kahao',
      ),
      weaklyFor: expandWords(
        '银行,支行,客户,姓名,持卡人,有效期,工行,农行,中行,建行,交行,招行,bank,account,customer,name,expiry,exp,邮储,邮政储蓄,中信,光大,华夏,民生,广发,' +
          '平安,浦发,兴业,农信,农商,还款,提现,退款,理赔款,报销,工资,icbc,abc bank,ccb,boc,bocom,cmb,psbc,cvn,valid thru',
      ),
      against: expandWords('身份证~,证件+,imei,imsi,iccid,串号,meid'),
    },
    validate(value) {
      // The check digit first: it is cheap and refuses nine of ten.
      if (!passesLuhn(value)) return refuse('luhn');
      if (/^[0-9]{6}0+$/.test(value)) return refuse('account');
      const range = rangeOf(value);
      if (!range) return refuse('issuer');
      return {
        checks: [
          { name: 'luhn', outcome: true },
          { name: 'issuer', outcome: range.kind === 'bank' ? true : undefined },
        ],
        base: baseOf(range, value),
        specificity: range.kind === 'bank' ? 0.4 : 0.3,
      };
    },
    mask: (value) => value.slice(0, 4) + '*'.repeat(value.length - 8) + value.slice(-4),
  };
}
