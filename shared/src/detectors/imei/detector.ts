import {
  type CodePlace,
  type Detector,
  type Reading,
  refuse,
  type Validation,
} from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { passesLuhn, valuesPassLuhn } from '../luhn.ts';
import { codesAt, formScore } from '../read-code.ts';

/**
 * First two digits of a type allocation code: the body that reports to the GSMA (TS.06), general knowledge. The first
 * four are what phones sold in China carry.
 */
const USUAL_BODIES = new Set(['35', '86', '01', '99']);
const OTHER_BODIES = new Set('10 30 31 33 44 45 49 50 51 52 53 54 91 98'.split(' '));

/** Confidence of a number alone: one random run of 15 digits in ten passes Luhn, so a label must speak for it. */
const BASE = { usual: 0.5, other: 0.42, unknown: 0.32, meid: 0.36 } as const;

/** MEID (3GPP2 S.R0048): 14 hexadecimal digits, a region code from A0 or, worldwide, 99. */
function readMeid(place: CodePlace): Reading | null {
  const code = codesAt(place, [14]).find(({ value }) =>
    /^(?:[A-F][0-9A-F]|99)[0-9A-F]{12}$/.test(value),
  );
  if (!code || !/[A-F]/.test(code.value)) return null;
  return {
    start: code.start,
    end: code.end,
    value: code.value,
    validation: {
      checks: [{ name: 'region-code', outcome: undefined }],
      base: BASE.meid,
      specificity: 0.2,
    },
    score: formScore(code),
    evasions: code.evasions,
  };
}

/**
 * Identity of a mobile device: IMEI, 3GPP TS 23.003 clause 6 (8 digits type allocation, 6 serial, Luhn), and MEID.
 * YD/T 2781-2014: device data of a user; JR/T 0171-2020: C1.
 */
export function createImeiDetector(): Detector {
  function validate(value: string): Validation {
    if (!passesLuhn(value)) return refuse('luhn');
    if (/^(.)\1+$/.test(value)) return refuse('serial');
    const body = value.slice(0, 2);
    const usual = USUAL_BODIES.has(body);
    const known = usual || OTHER_BODIES.has(body);
    return {
      checks: [
        { name: 'luhn', outcome: true },
        { name: 'reporting-body', outcome: known ? true : undefined },
      ],
      base: usual ? BASE.usual : known ? BASE.other : BASE.unknown,
      specificity: 0.15,
    };
  }

  return {
    id: 'imei',
    version: 1,
    dataClass: 'device',
    dataLevel: 2,
    wants: [
      {
        kind: 'digits',
        needsLabel: true,
        lengths: [15],
        shapes: [
          [6, 2, 6, 1],
          [8, 6, 1],
          [2, 6, 6, 1],
          [14, 1],
          [4, 4, 4, 3],
        ],
        leads: '0123456789',
        irregularPoints: -0.3,
        mayBe: valuesPassLuhn,
      },
      { kind: 'code', minDigits: 7, needsLabel: true, read: readMeid },
    ],
    context: {
      for: expandWords(
        'imei~,imei1,imei2,imei code,meid,device imei,串号,设备号,设备识别码,设备标识,终端号,手机识别码,机身码,串码,device id,device no,' +
          'equipment identity,terminal id,sjch,sbch',
      ),
      weaklyFor: expandWords('设备,终端,手机,型号,机型,device,handset,terminal,phone,mobile'),
      against: expandWords('imsi,iccid,卡号,账号,身份证'),
    },
    validate,
    // The type allocation names a model, not a person; the serial number does.
    mask: (value) => value.slice(0, 4) + '*'.repeat(value.length - 6) + value.slice(-2),
  };
}
