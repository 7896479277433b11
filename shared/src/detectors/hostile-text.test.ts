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

function moved(read: Reading | readonly Reading[] | null, by: number): readonly Reading[] {
  const readings = read === null ? [] : 'value' in read ? [read] : read;
  return readings.map((reading) => ({
    ...reading,
    start: reading.start + by,
    end: reading.end + by,
  }));
}

/** UTF-16 units to each side of a place that a detector may look at, whatever the text. */
const REACH = 1200;

describe.each(detectors.map((detector) => [detector.id, detector] as const))(
  '%s',
  (_id, detector) => {
    it.each(HOSTILE)(
      'looks at a bounded part of the text, so time grows with its length: %s',
      (unit) => {
        const text = unit.repeat(Math.ceil(6000 / unit.length));
        const folded = text.toLowerCase();
        for (const want of anchorsOf(detector))
          for (const anchor of want.anchors)
            for (let at = folded.indexOf(anchor); at >= 0; at = folded.indexOf(anchor, at + 700)) {
              const from = Math.max(0, at - REACH);
              const near = text.slice(from, at + REACH);
              const place = { anchor, start: at, end: at + anchor.length };
              const nearPlace = { anchor, start: at - from, end: at - from + anchor.length };
              expect(moved(want.read({ ...nearPlace, text: near }), from)).toEqual(
                moved(want.read({ ...place, text }), 0),
              );
            }
      },
    );

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
