import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../../detection/confidence.ts';
import { createTextEngine } from '../text-engine.ts';
import { EVASION_TEXTS } from './evasion.vectors.ts';
import { PAPER_TEXTS } from './paper.vectors.ts';
import { TALK_TEXTS } from './talk.vectors.ts';
import { unmark } from './world-text.ts';

const engine = createTextEngine();

function findingsIn(text: string) {
  return engine
    .scan(text)
    .detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE);
}

/** Ways to write a number that people use without a thought; nothing is taken off. */
const HARMLESS =
  /\/(?:underscore|pipe|em-dash|backslash|ideographic-space|line-break|plus86|86-|0086|tel-uri|x-lower|md-|l-for-1)/;

describe('texts from outside', () => {
  it.each([...PAPER_TEXTS, ...TALK_TEXTS, ...EVASION_TEXTS])('%s', (...world) => {
    const { text, expected } = unmark(world);
    const told = findingsIn(text).map(({ type, span }) => ({ type, ...span }));
    expect(told).toEqual(expected);
  });

  it('have an id each, and no fewer quiet ones than a third', () => {
    const plain = [...PAPER_TEXTS, ...TALK_TEXTS];
    const ids = [...plain, ...EVASION_TEXTS].map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const quiet = plain.filter((world) => unmark(world).expected.length === 0);
    expect(quiet.length * 3).toBeGreaterThan(plain.length);
  });

  it.each(EVASION_TEXTS.filter(([id]) => !HARMLESS.test(id)))('%s is named', (...world) => {
    for (const { evasions } of findingsIn(unmark(world).text)) expect(evasions).not.toEqual([]);
  });
});
