import fc from 'fast-check';
import { expect, it } from 'vitest';

import { isRefused } from '../detection/detector.ts';
import { createDetectors } from './registry.ts';
import { ALL_VECTORS } from './all-vectors.ts';

const wants = createDetectors().flatMap((detector) =>
  detector.wants.flatMap((want) => (want.kind === 'digits' ? [{ detector, want }] : [])),
);

/** Runs of digits as they stand in the vectors: random ones hardly ever pass a check. */
const known = ALL_VECTORS.flatMap(({ text }) =>
  Array.from(text.replaceAll(/[ -]/g, '').matchAll(/[0-9]{10,20}X?/g), ([run]) => run),
);

it.each(
  wants.map(({ detector, want }, index) => [`${detector.id} ${index}`, detector, want] as const),
)('%s: what the look at the digits refuses, the checks refuse', (_name, detector, want) => {
  const openings = want.openings ? new Set(want.openings) : null;
  let passed = 0;
  const look = (value: string): void => {
    if (value.endsWith('X') && want.checkLetter !== true) return;
    const fits = want.lengths.includes(value.length) && want.leads.includes(value.charAt(0));
    if (!fits || isRefused(detector.validate(value))) return;
    passed++;
    const values = Uint8Array.from(`86${value}`, (digit) => (digit === 'X' ? 10 : Number(digit)));
    expect(want.mayBe?.(values, 2, value.length) ?? true, value).toBe(true);
    expect(openings?.has(value.slice(0, 2)) ?? true, value).toBe(true);
  };
  for (const run of known)
    for (const length of want.lengths)
      for (let at = 0; at + length <= run.length; at++) look(run.slice(at, at + length));
  const digits = fc.stringMatching(/^[0-9]{20}$/);
  fc.assert(
    fc.property(digits, (content) => {
      for (const length of want.lengths) look(content.slice(0, length));
    }),
    { numRuns: 2000 },
  );
  expect(passed).toBeGreaterThan(0);
});
