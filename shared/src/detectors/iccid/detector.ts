import {
  type CodePlace,
  type Detector,
  type Reading,
  refuse,
  type Validation,
} from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { passesLuhn } from '../luhn.ts';
import { codesAt, formScore } from '../read-code.ts';

/**
 * Two digits of the operator behind 89 86 (telecom, China): China Mobile 00 02 04 07 08 13, China Unicom 01 06 09, China
 * Telecom 03 05 11, China Broadnet 15; M2M cards 12 14 16 17 19. From general knowledge, so an unknown one only lowers.
 */
const OPERATORS = new Set('00 01 02 03 04 05 06 07 08 09 11 12 13 14 15 16 17 19'.split(' '));

/** Confidence of a number alone. */
const BASE = { checked: 0.78, unchecked: 0.6, letters: 0.62, unknownOperator: 0.5 } as const;
/** Letters stand for the year, the region or the maker of the card; one or two, four at most. */
const MAX_LETTERS = 4;

function judge(value: string): Validation {
  if (!value.startsWith('8986') || /^(.)\1+$/.test(value.slice(4))) return refuse('issuer');
  const known = OPERATORS.has(value.slice(4, 6));
  const hasLetters = /[A-Z]/.test(value);
  // Cards print 19 digits and a check digit, or 19 with the check digit, or 20 without one.
  const checked = !hasLetters && passesLuhn(value);
  const certain = hasLetters ? BASE.letters : BASE.unchecked;
  return {
    checks: [
      { name: 'issuer', outcome: known ? true : undefined },
      { name: 'luhn', outcome: checked ? true : undefined },
    ],
    base: known ? (checked ? BASE.checked : certain) : BASE.unknownOperator,
    specificity: known && checked ? 0.6 : 0.4,
  };
}

function readLettered(place: CodePlace): Reading | null {
  for (const code of codesAt(place, [19, 20])) {
    const letters = code.value.replaceAll(/[0-9]/g, '').length;
    if (!/^8986[0-9]{2}/.test(code.value) || letters === 0 || letters > MAX_LETTERS) continue;
    const { value, start, end, evasions } = code;
    const validation = judge(value);
    if (validation.checks.some(({ outcome }) => outcome === false)) continue;
    return { start, end, value, validation, score: formScore(code, true), evasions };
  }
  return null;
}

/**
 * Number of a SIM card, ITU-T E.118: 89 (telecom), 86 (China), operator, 19 or 20 characters. YD/T 2781-2014: identity of a
 * user in the network; JR/T 0171-2020: C1.
 */
export function createIccidDetector(): Detector {
  return {
    id: 'iccid',
    version: 1,
    dataClass: 'device',
    dataLevel: 2,
    wants: [
      {
        kind: 'digits',
        lengths: [19, 20],
        shapes: [
          [4, 4, 4, 4, 4],
          [4, 4, 4, 4, 3],
          [5, 5, 5, 5],
          [5, 5, 5, 4],
          [6, 4, 4, 6],
          [6, 14],
          [6, 13],
          [10, 10],
        ],
        leads: '8',
        openings: ['89'],
        irregularPoints: -0.2,
      },
      { kind: 'code', minDigits: 7, read: readLettered },
    ],
    context: {
      for: expandWords(
        'sim卡~,uim卡~,物联网卡~,usim卡~,sim card~,iccid+,sim+,iccid号,iccid卡号,icc id,esim,集成电路卡识别码,电话卡号,手机卡号,大卡号,白卡号,' +
          '空白卡,卡串号,卡序列号,物联卡号,card serial,uicc',
      ),
      weaklyFor: expandWords('卡号,换卡,补卡,写卡,sim,uim,usim,card,imsi'),
      against: expandWords('银行卡~,信用卡,imei,meid'),
    },
    validate: judge,
    mask: (value) => value.slice(0, 6) + '*'.repeat(value.length - 10) + value.slice(-4),
  };
}
