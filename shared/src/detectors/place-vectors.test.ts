import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../detection/confidence.ts';
import type { Detector, Reading } from '../detection/detector.ts';
import { createEngine } from '../detection/engine.ts';
import { createCharTable, foldUnit } from '../detection/char-table.ts';
import { createContextTerms, scoreContext } from '../detection/context-score.ts';
import { resolveOverlaps } from '../detection/overlap.ts';
import { createBankCardDetector } from './bank-card/detector.ts';
import { createCnLandlineDetector } from './cn-landline/detector.ts';
import { VECTORS as LANDLINE } from './cn-landline/vectors.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { createCnPassportDetector } from './cn-passport/detector.ts';
import { VECTORS as PASSPORT } from './cn-passport/vectors.ts';
import { createCnPlateDetector } from './cn-plate/detector.ts';
import { VECTORS as PLATE } from './cn-plate/vectors.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';
import { FOREIGN_VECTORS } from './cn-resident-id/foreign.vectors.ts';
import { createCnTravelPermitDetector } from './cn-travel-permit/detector.ts';
import { VECTORS as PERMIT } from './cn-travel-permit/vectors.ts';
import { createIccidDetector } from './iccid/detector.ts';
import { VECTORS as ICCID } from './iccid/vectors.ts';
import { createImeiDetector } from './imei/detector.ts';
import { VECTORS as IMEI } from './imei/vectors.ts';
import { createImsiDetector } from './imsi/detector.ts';
import { VECTORS as IMSI } from './imsi/vectors.ts';
import { createIotNumberDetector } from './iot-number/detector.ts';
import { VECTORS as IOT } from './iot-number/vectors.ts';
import { createUsccDetector } from './uscc/detector.ts';
import { VECTORS as USCC } from './uscc/vectors.ts';

/*
 * The vectors of detectors that read places themselves, against the contract alone (detection/detector.ts): places are found
 * the plain way, context and overlaps are the engine's own.
 */

const detectors: readonly Detector[] = [
  createCnMobileDetector(),
  createCnResidentIdDetector(),
  createBankCardDetector(),
  createCnLandlineDetector(),
  createImeiDetector(),
  createImsiDetector(),
  createIccidDetector(),
  createIotNumberDetector(),
  createUsccDetector(),
  createCnPassportDetector(),
  createCnTravelPermitDetector(),
  createCnPlateDetector(),
];
const engine = createEngine({ detectors });
const table = createCharTable();
const terms = createContextTerms(table, detectors);

const VECTORS = [
  ...LANDLINE,
  ...PASSPORT,
  ...PLATE,
  ...PERMIT,
  ...ICCID,
  ...IMEI,
  ...IMSI,
  ...IOT,
  ...USCC,
  ...FOREIGN_VECTORS,
];

const DIGITS = /[0-9\uff10-\uff19](?:[\u200b \-./·]*[0-9\uff10-\uff19]){6,}/g;
const LETTER = /[A-Za-z\uff21-\uff3a\uff41-\uff5a]/;

function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    String.fromCharCode(foldUnit(text.charCodeAt(at))),
  ).join('');
}

function placesOf(text: string, anchors: readonly string[]) {
  const folded = fold(text);
  return anchors
    .flatMap((anchor) =>
      [...folded.matchAll(new RegExp(anchor.replaceAll(/[^\p{L}\p{N}]/gu, '.'), 'g'))].map(
        ({ index }) => ({ anchor, start: index, end: index + anchor.length }),
      ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function listOf(reading: Reading | readonly Reading[] | null): readonly Reading[] {
  if (!reading) return [];
  return 'value' in reading ? [reading] : reading;
}

function readAll(detector: Detector, text: string): Reading[] {
  return detector.wants.flatMap((want): readonly Reading[] => {
    if (want.kind === 'code')
      return [...text.matchAll(DIGITS)].flatMap(({ index, 0: digits }) => {
        const end = index + digits.length;
        const touched =
          LETTER.test(text.slice(Math.max(0, index - 2), index)) ||
          LETTER.test(text.slice(end, end + 2));
        return touched ? listOf(want.read({ text, start: index, end })) : [];
      });
    if (want.kind === 'anchor')
      return placesOf(text, want.anchors).flatMap((place) => listOf(want.read({ text, ...place })));
    if (want.kind !== 'soft') return [];
    return want.read({ text, anchors: placesOf(text, want.anchors), tables: [], findings: [] });
  });
}

function judge(detector: Detector, text: string, reading: Reading) {
  const { start, end, value, validation, score = [] } = reading;
  expect(validation.checks.every(({ outcome }) => outcome !== false)).toBe(true);
  const part =
    reading.context === 'none'
      ? null
      : scoreContext(table, terms, text, {
          detector,
          start,
          end,
          value,
          form: 'whole',
          prefix: '',
          prefixStart: start,
          gap: 0,
          before: null,
          after: null,
          disguises: [],
          formPoints: 0,
        });
  const context = part?.points ?? 0;
  const weighted = context < 0 ? context * (1 - validation.specificity) : context;
  const own = score.reduce((sum, { points }) => sum + points, 0);
  const confidence = Math.min(0.99, validation.base + own + weighted);
  return { type: detector.id, start, end, masked: detector.mask(value), confidence };
}

function scan(text: string) {
  const found = [
    ...engine.scan(text).detections.map(({ type, span, masked, confidence, value }) => ({
      type,
      start: span.start,
      end: span.end,
      masked,
      confidence,
      specificity:
        detectors.find(({ id }) => id === type)?.validate(value.reveal()).specificity ?? 0,
    })),
    ...detectors.flatMap((detector) =>
      readAll(detector, text).map((reading) => ({
        ...judge(detector, text, reading),
        specificity: reading.validation.specificity,
      })),
    ),
  ].filter(
    (one, index, all) =>
      all.findIndex(
        ({ type, start, end }) => type === one.type && start === one.start && end === one.end,
      ) === index,
  );
  return resolveOverlaps(found.sort((a, b) => a.start - b.start))
    .filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE - 1e-9)
    .map(({ type, start, end, masked, confidence }) => ({ type, start, end, masked, confidence }));
}

describe('vectors', () => {
  it.each(VECTORS.map((vector) => [vector.id, vector] as const))(
    '%s',
    (_id, { text, expected }) => {
      expect(scan(text)).toEqual(
        expected.map(({ minConfidence, ...finding }) => ({
          ...finding,
          confidence: expect.toSatisfy((confidence: number) => confidence >= minConfidence - 1e-9),
        })),
      );
    },
  );

  it('have an id each', () => {
    expect(new Set(VECTORS.map(({ id }) => id)).size).toBe(VECTORS.length);
  });
});
