import type { PatternRule } from '../../contracts/detection-data.ts';
import type { Detector } from '../../detection/detector.ts';
import { createPatternDetectors } from './pattern-detectors.ts';

/** Whatever else an organisation wants to be told of, written as regular expressions of the linear-time subset. */
export function createCustomPatternDetectors(
  rules: readonly PatternRule[] = [],
): readonly [Detector, ...Detector[]] {
  return createPatternDetectors('custom-pattern', rules);
}
