import { type Detector, refuse } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';

/**
 * Mobile network codes of mainland China behind the country code 460 (ITU-T E.212): China Mobile 00 02 04 07 08 13, China
 * Unicom 01 06 09 10, China Telecom 03 05 11 12, China Broadnet 15, China Tietong 20. From general knowledge.
 */
const NETWORK_CODES = new Set('00 01 02 03 04 05 06 07 08 09 10 11 12 13 15 20'.split(' '));

/** Confidence of a number alone: `460` and a network code, one random run of 15 digits in 6,000. */
const BASE = 0.52;

/**
 * International mobile subscriber identity, 3GPP TS 23.003 clause 2.2: 460, two digits network, ten digits subscriber.
 * YD/T 2781-2014: identity of a user in the network, as grave as the number itself; JR/T 0171-2020: C2.
 */
export function createImsiDetector(): Detector {
  return {
    id: 'imsi',
    version: 1,
    dataClass: 'identity',
    dataLevel: 3,
    wants: [
      {
        kind: 'digits',
        lengths: [15],
        shapes: [
          [3, 2, 10],
          [5, 10],
          [3, 12],
          [3, 2, 4, 6],
          [4, 4, 4, 3],
        ],
        leads: '4',
        openings: ['46'],
        irregularPoints: -0.3,
      },
    ],
    context: {
      for: expandWords(
        'imsi~,imsi码,imsi号,用户识别码,subscriber identity,sim imsi,international mobile subscriber identity',
      ),
      weaklyFor: expandWords('sim,usim,hlr,vlr,hss,用户,号码,subscriber,supi,msisdn,iccid'),
      against: expandWords('imei,meid,串号,身份证,信用卡'),
    },
    validate(value) {
      if (!value.startsWith('460') || !NETWORK_CODES.has(value.slice(3, 5)))
        return refuse('network-code');
      if (/^(.)\1+$/.test(value.slice(5))) return refuse('subscriber');
      return {
        checks: [{ name: 'network-code', outcome: true }],
        base: BASE,
        specificity: 0.3,
      };
    },
    mask: (value) => `${value.slice(0, 5)}******${value.slice(-4)}`,
  };
}
