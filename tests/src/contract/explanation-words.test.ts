import { describe, expect, it } from 'vitest';

import { createEngine } from '@kedun/shared/detection/engine';
import { ALL_VECTORS } from '@kedun/shared/detectors/all-vectors';
import { createDetectors } from '@kedun/shared/detectors/registry';

import { en } from '../../../server/console/src/i18n/en.ts';
import { zh } from '../../../server/console/src/i18n/zh.ts';

const engine = createEngine({ detectors: createDetectors() });
const explanations = ALL_VECTORS.flatMap(({ text }) => engine.scan(text).detections).map(
  (detection) => detection.explanation,
);
const checks = new Set(explanations.flatMap((each) => each.checks.map(({ name }) => name)));
const parts = new Set(explanations.flatMap((each) => each.score.map(({ part }) => part)));

/** A reviewer reads in words why the engine took something for an identifier; a bare name would be no explanation. */
describe.each([
  ['zh', zh.explain],
  ['en', en.explain],
] as const)('the console in %s', (_language, explain) => {
  it.each([...checks].sort())('has a word for the check %s', (name) => {
    expect(explain.check).toHaveProperty([name], expect.stringMatching(/\S/u));
  });

  it.each([...parts].sort())('has a word for the part of the score %s', (name) => {
    expect(explain.score).toHaveProperty([name], expect.stringMatching(/\S/u));
  });
});

it('the vectors bring out checks and every kind of context', () => {
  expect(checks.size).toBeGreaterThanOrEqual(6);
  expect([...parts]).toEqual(
    expect.arrayContaining(['base', 'label', 'hint', 'look-alike-label', 'other-label', 'column']),
  );
});
