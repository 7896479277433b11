import type { AnchorPlace, Detector, Reading, ScorePart } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { readMilitary } from './military.ts';
import { readPlateText } from './plate-text.ts';

/** Short forms of the provinces, as they begin a plate (GA 36-2018, 5.2). */
const PROVINCES = Array.from(
  '\u4eac\u6d25\u6caa\u6e1d\u5180\u8c6b\u4e91\u8fbd\u9ed1\u6e58\u7696\u9c81\u65b0\u82cf\u6d59\u8d63\u9102\u6842\u7518\u664b\u8499\u9655\u5409\u95fd\u8d35\u7ca4\u9752\u85cf\u5ddd\u5b81\u743c',
);

/** Confidence of a plate alone. */
const BASE = {
  plate: 0.74,
  /** Last character 学, 警, 挂, 港, 澳, 领, 应急: nobody writes that by accident. */
  special: 0.85,
  /** More than two letters are not issued, and are written all the same. */
  manyLetters: 0.42,
  military: 0.4,
} as const;

/** Five characters with two letters at most; the last may be the sign of a special use. */
const FIVE = /^[A-HJ-NP-Z0-9]{5}$/;
/** New energy: D or F (or another letter since 2021) first on small cars, last on large ones. */
const SIX = /^(?:[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])$/;

interface Judged {
  readonly kind: string;
  readonly base: number;
}

function judgeSerial(serial: string, sign: string): Judged | null {
  if (sign === '应急') return /^[A-HJ-NP-Z0-9]{4}$/.test(serial) ? special('emergency') : null;
  if (sign !== '') return /^[A-HJ-NP-Z0-9]{4}$/.test(serial) ? special('special-use') : null;
  if (serial.length === 6)
    return SIX.test(serial) ? { kind: 'new-energy', base: BASE.plate } : null;
  if (!FIVE.test(serial)) return null;
  const letters = serial.replaceAll(/[0-9]/g, '').length;
  return { kind: 'ordinary', base: letters <= 2 ? BASE.plate : BASE.manyLetters };
}

function special(kind: string): Judged {
  return { kind, base: BASE.special };
}

function toReading(
  start: number,
  end: number,
  value: string,
  { kind, base }: Judged,
  score: readonly ScorePart[] = [],
): Reading {
  return {
    start,
    end,
    value,
    validation: { checks: [{ name: `form.${kind}`, outcome: true }], base, specificity: 0.45 },
    score,
  };
}

/** `京A12345`, `粤B·D12345`, `WJ京1234X`. */
function readPlate({ text, anchor, start, end }: AnchorPlace): Reading | null {
  const plate = readPlateText(text, end);
  if (!plate) return null;
  const isPolice = /[Ww\uff37\uff57][Jj\uff2a\uff4a][ \u00b7.-]?$/.test(
    text.slice(Math.max(0, start - 3), start),
  );
  if (isPolice) {
    const serial = plate.head + plate.serial;
    if (!/^[0-9]{4}[0-9A-Z]$/.test(serial) || plate.sign !== '') return null;
    const wj = text[start - 1]?.match(/[Jj\uff2a\uff4a]/) ? start - 2 : start - 3;
    return toReading(wj, plate.end, `WJ${anchor}${serial}`, special('armed-police'));
  }
  if (!/^[A-HJ-NP-Z]$/.test(plate.head)) return null;
  const judged = judgeSerial(plate.serial, plate.sign);
  if (!judged) return null;
  const value = `${anchor}${plate.head}${plate.serial}${plate.sign}`;
  return toReading(start, plate.end, value, judged);
}

/** `使014578`, six digits behind the sign of an embassy, the first three its country. */
function readEmbassy({ text, start, end }: AnchorPlace): Reading | null {
  const plate = readPlateText(text, end);
  if (!plate || plate.sign !== '') return null;
  const serial = plate.head + plate.serial;
  if (!/^[0-9]{6}$/.test(serial)) return null;
  // 使 is a word of its own (使100000人受益): alone it stays below the line.
  return toReading(start, plate.end, `使${serial}`, { kind: 'embassy', base: 0.4 });
}

/** `WJ01-12345`, plates of the armed police until 2012. */
function readArmedPolice({ text, start, end }: AnchorPlace): Reading | null {
  const before = text.charAt(start - 1);
  if (start > 0 && /[A-Za-z0-9]/.test(before)) return null;
  const plate = readPlateText(text, end);
  if (!plate || plate.sign !== '') return null;
  const serial = plate.head + plate.serial;
  if (!/^[0-3][0-9][0-9]{4}[0-9A-Z]$/.test(serial)) return null;
  return toReading(start, plate.end, `WJ${serial}`, { kind: 'armed-police', base: 0.5 });
}

function readAnchor(place: AnchorPlace): Reading | null {
  if (place.anchor === 'wj') return readArmedPolice(place);
  return place.anchor === '使' ? readEmbassy(place) : readPlate(place);
}

/**
 * Number plate of a vehicle, GA 36-2018: province, office, five characters (new energy: six); signs of special use at the
 * end; embassies, consulates, armed police, army. JR/T 0171-2020: C2 (property of a person).
 */
export function createCnPlateDetector(): Detector {
  return {
    id: 'cn-plate',
    version: 1,
    dataClass: 'identity',
    dataLevel: 2,
    wants: [
      { kind: 'anchor', anchors: [...PROVINCES, '使', 'wj'], read: readAnchor },
      {
        kind: 'anchor',
        anchors: [
          '车牌号码',
          '车牌号',
          '车牌',
          '号牌号码',
          '号牌',
          '车号',
          'cph',
          'cphm',
          'plate no',
          'license plate',
        ],
        read: (place) => {
          const plate = readMilitary(place);
          if (!plate) return null;
          const label = { part: 'label', points: 0.3, term: place.anchor };
          const judged = { kind: 'army', base: BASE.military };
          return {
            ...toReading(plate.start, plate.end, plate.value, judged, [label]),
            context: 'none',
          };
        },
      },
    ],
    context: {
      for: expandWords(
        '车牌~,牌照~,号牌~,cp^,plate~,license plate~,car+,vehicle+,车号,车辆,licence plate,car plate,hphm,clhm',
      ),
      weaklyFor: expandWords(
        '车主,违章,行驶证,停车,汽车,轿车,货车,司机,驾驶,保险,车险,车型,事故,年检,vehicle,car,truck,driver,parking,insurance',
      ),
      against: expandWords('股票,证券,航班,车次,房号,座位,门牌,料号,零件,flight,seat,part'),
    },
    validate: () => ({ checks: [], base: 0, specificity: 0 }),
    mask: (value) =>
      value.length < 6
        ? '*'.repeat(value.length)
        : `${value.slice(0, 2)}${'*'.repeat(value.length - 4)}${value.slice(-2)}`,
  };
}
