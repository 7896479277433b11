import { type Detector, refuse, type Validation } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';

/**
 * Ranges for things instead of people (MIIT numbering plan, 物联网 numbers; allotment between the operators from general
 * knowledge): 13 digits 140 … 144 (1400 and 1410 … 1441) and 1064x; 11 digits in older contracts of 1064x, and the data
 * ranges 146, 148 and 149 that share their length with mobile phones.
 */
const LONG_RANGE = /^(?:14[0-4]|1064[0-9]|146|148|149)/;
const SHORT_RANGE = /^(?:1064[5-9]|146|148|149)/;

/**
 * Confidence of a number alone: below the reporting line on purpose. Milliseconds of 2014-05 to 2015-12 start with 140 to
 * 144, and no digit checks anything.
 */
const BASE = { data: 0.5, long: 0.4, short: 0.35 } as const;

function judge(value: string): Validation {
  const isLong = value.length === 13;
  if (!(isLong ? LONG_RANGE : SHORT_RANGE).test(value)) return refuse('range');
  const isData = value.startsWith('1064');
  return {
    checks: [{ name: 'range', outcome: true }],
    base: isData ? BASE.data : isLong ? BASE.long : BASE.short,
    specificity: 0.1,
  };
}

/**
 * Number of an IoT card (M2M): what a customer's meters, cars and terminals are reached by. YD/T 2781-2014: number of a user;
 * JR/T 0171-2020: C1.
 */
export function createIotNumberDetector(): Detector {
  return {
    id: 'iot-number',
    version: 1,
    dataClass: 'device',
    dataLevel: 2,
    wants: [
      {
        kind: 'digits',
        needsLabel: true,
        lengths: [11, 13],
        shapes: [
          [5, 4, 4],
          [3, 5, 5],
          [5, 8],
          [3, 4, 4],
          [3, 4, 6],
          [4, 4, 5],
          [3, 3, 3, 4],
        ],
        leads: '1',
        openings: ['10', '14'],
        prefixes: ['86', '0086'],
        irregularPoints: -0.3,
      },
    ],
    context: {
      for: expandWords(
        '物联网~,物联卡~,流量卡~,iot~,wlw^,物联网卡~,wlwk^,接入+,access+,物联号码,数据卡号,设备卡号,机器卡,行业卡,行业应用卡,m2m,m2m卡,m2m号码,' +
          'iot card,iot sim,msisdn,nb-iot,nb iot,jrh,jrhm',
      ),
      weaklyFor: expandWords(
        '卡号,号码,终端,设备,水表,电表,燃气表,车载,定位器,sim,device,terminal,meter,iccid',
      ),
      against: expandWords(
        '毫秒,timestamp,时间,创建时间,更新时间,date,created,updated,imei,银行卡',
      ),
    },
    validate: judge,
    mask: (value) => `${value.slice(0, 5)}${'*'.repeat(value.length - 9)}${value.slice(-4)}`,
  };
}
