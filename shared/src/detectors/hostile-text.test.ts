import { describe, expect, it } from 'vitest';

import type { AnchorPlace, AnchorWant, Detector, Reading } from '../detection/detector.ts';
import { createCredentialDetector } from './credential/detector.ts';
import { createEmailDetector } from './email/detector.ts';
import { createSecrecyMarkDetector } from './secrecy-mark/detector.ts';

const detectors: readonly Detector[] = [
  createEmailDetector(),
  createSecrecyMarkDetector(),
  createCredentialDetector(),
];

function anchorsOf({ wants }: Detector): AnchorWant[] {
  return wants.filter((want) => want.kind === 'anchor');
}

/** Reads every place of every anchor, as the engine would. */
function readAll(detector: Detector, text: string): Reading[] {
  const readings: Reading[] = [];
  const folded = text.toLowerCase();
  for (const want of anchorsOf(detector))
    for (const anchor of want.anchors)
      for (let at = folded.indexOf(anchor); at >= 0; at = folded.indexOf(anchor, at + 1)) {
        const place: AnchorPlace = { text, anchor, start: at, end: at + anchor.length };
        const read = want.read(place);
        if (read) readings.push(...('value' in read ? [read] : read));
      }
  return readings;
}

/** Text that makes each detector look, again and again, at as much as it ever does. */
const HOSTILE: readonly string[] = [
  '@',
  'a@',
  'a.b@c.',
  '@b.com',
  'a-@-b.',
  'x'.repeat(63) + '@',
  '机密',
  '机密 ',
  '机密★',
  '【机密】',
  '密级：',
  'secret ',
  'CONFIDENTIAL - ',
  '密码：',
  '密码改为',
  'password=',
  'password is ',
  '_key',
  'eyJ',
  'eyJ.',
  '://a:',
  '://a:b@',
  '-----BEGIN PRIVATE KEY-----',
  'sk-',
  ' sk-aaaaaaaaaaaaaaaaaaaaaaa',
];

function timeOf(work: () => void): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe.each(detectors.map((detector) => [detector.id, detector] as const))(
  '%s',
  (_id, detector) => {
    it.each(HOSTILE)('time grows with the length, not with its square: %s', (unit) => {
      const short = unit.repeat(Math.ceil(12_500 / unit.length));
      const long = unit.repeat(Math.ceil(100_000 / unit.length));
      readAll(detector, short);
      // Eight times the text; the square would be sixty-four times the time. Wide, because machines are busy.
      const base = Math.max(
        timeOf(() => readAll(detector, short)),
        1.5,
      );
      expect(timeOf(() => readAll(detector, long))).toBeLessThan(24 * base);
    });

    it.each(HOSTILE)('stays inside the text: %s', (unit) => {
      const text = unit.repeat(50);
      for (const { start, end, value, validation } of readAll(detector, text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(detector.mask(value).length).toBeLessThanOrEqual(128);
        expect(validation.checks.every(({ outcome }) => outcome !== false)).toBe(true);
      }
    });
  },
);
