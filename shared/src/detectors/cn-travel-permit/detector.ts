import type { Detector, Reading, Scene, ScorePart } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { codeUnitOf } from '../read-code.ts';
import { type CodeForm, createFormReader } from '../read-form.ts';

/** Kinds of numbers with the confidence of one alone; no check digit in any. From general knowledge. */
const KINDS: readonly CodeForm[] = [
  // 港澳居民来往内地通行证: eight digits for life, two that count the renewals; newer cards print only the first.
  { form: /^[HM][0-9]{10}$/, kind: 'home-return', base: 0.46 },
  { form: /^[HM][0-9]{8}$/, kind: 'home-return', base: 0.42 },
  // 往来港澳通行证: C and eight digits, since 2019 C and a letter without I and O; W until 2014.
  { form: /^C[A-HJ-NP-Z0-9][0-9]{7}$/, kind: 'hong-kong-macao', base: 0.42 },
  { form: /^W[0-9]{8}$/, kind: 'hong-kong-macao-old', base: 0.38 },
  // 大陆居民往来台湾通行证: L since 2017, T before.
  { form: /^[LT][0-9]{8}$/, kind: 'taiwan', base: 0.4 },
];

const TAIWAN_WORDS: readonly string[] = [
  '台胞证', '台胞证号', '台胞证号码', '台湾居民来往大陆通行证', '台湾通行证', '台湾居民通行证', '台胞證', '臺胞證', 'mtp', 'tbz', 'tbzh', 'tbzhm',
  'taiwan compatriot permit', 'taiwan compatriot',
]; // prettier-ignore
const BETWEEN = ' \t:：="\'“”号码是为编()（）[]|,#';
/** UTF-16 units between a label and the number. */
const MAX_DISTANCE = 12;
const LABEL_POINTS = 0.3;
const TAIWAN_BASE = 0.42;

/** Eight digits and nothing else, from `start`; null otherwise. */
function readEight(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  let end = start;
  for (let index = start; index < text.length && value.length <= 10;) {
    const point = text.codePointAt(index) ?? 0;
    const unit = codeUnitOf(point);
    if (unit === 0) break;
    value += String.fromCharCode(unit);
    index += point > 0xffff ? 2 : 1;
    end = index;
  }
  // Cards until 2015 print two more digits that count the renewals.
  return /^[0-9]{8}(?:[0-9]{2})?$/.test(value) ? { value, end } : null;
}

function taiwanReading(start: number, end: number, value: string, label: ScorePart): Reading {
  return {
    start,
    end,
    value,
    validation: {
      checks: [{ name: 'form.taiwan-compatriot', outcome: undefined }],
      base: TAIWAN_BASE,
      specificity: 0.05,
    },
    score: [label],
    context: 'none',
  };
}

/** 台胞证: eight digits say nothing by themselves, so only behind the label or in its column. Linear. */
function readTaiwanPermits({ text, anchors, tables }: Scene): readonly Reading[] {
  const found: Reading[] = [];
  for (const { anchor, start, end } of anchors) {
    const isLatin = anchor.charCodeAt(0) < 0x80;
    if (isLatin && start > 0 && codeUnitOf(text.charCodeAt(start - 1)) >= 0x41) continue;
    let at = end;
    while (at < end + MAX_DISTANCE && at < text.length && BETWEEN.includes(text.charAt(at))) at++;
    const number = readEight(text, at);
    if (number)
      found.push(
        taiwanReading(at, number.end, number.value, {
          part: 'label',
          points: LABEL_POINTS,
          term: anchor,
        }),
      );
  }
  for (const table of tables) {
    const terms = table.headers.map((header) =>
      TAIWAN_WORDS.find((word) => header.toLowerCase().includes(word)),
    );
    if (terms.every((term) => term === undefined)) continue;
    for (const row of table.rows())
      for (const { column, start, end } of row) {
        const term = terms[column];
        const number = term ? readEight(text, start) : null;
        if (term && number?.end === end)
          found.push(
            taiwanReading(start, end, number.value, { part: 'column', points: LABEL_POINTS, term }),
          );
      }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Permits to travel between the mainland, Hong Kong, Macao and Taiwan (National Immigration Administration; forms from
 * general knowledge). JR/T 0171-2020: C2; GB/T 35273-2020 annex B: sensitive.
 */
export function createCnTravelPermitDetector(): Detector {
  return {
    id: 'cn-travel-permit',
    version: 1,
    dataClass: 'identity',
    dataLevel: 4,
    wants: [
      { kind: 'code', minDigits: 7, needsLabel: true, read: createFormReader([9, 11], KINDS) },
      { kind: 'soft', anchors: TAIWAN_WORDS, read: readTaiwanPermits },
    ],
    context: {
      for: expandWords(
        '通行证~,回乡证~,txz^,hxz^,permit~,证件+,document+,id+,回乡卡,台胞证,港澳证件,证照号码,出入境证件,travel permit,' +
          'home return permit,home visit permit,hk macau permit,mainland travel permit,cert no,gatxz,zjhm,zjh',
      ),
      weaklyFor: expandWords(
        '签注,港澳,香港,澳门,台湾,出境,入境,证件,姓名,同行人,hong kong,macau,macao,taiwan,passenger,name',
      ),
      against: expandWords('车牌,零件,料号,图号,货柜,箱号,护照,part,flight,passport'),
    },
    validate: () => ({ checks: [], base: 0, specificity: 0 }),
    mask: (value) => value.slice(0, 2) + '*'.repeat(value.length - 4) + value.slice(-2),
  };
}
