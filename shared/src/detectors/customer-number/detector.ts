import type { PatternRule } from '../../contracts/detection-data.ts';
import type { Detector } from '../../detection/detector.ts';
import { createPatternDetectors } from '../custom-pattern/pattern-detectors.ts';

/** Numbers that only this organisation has: customers, accounts, contracts, broadband lines. */
export function createCustomerNumberDetectors(
  rules: readonly PatternRule[] = [],
): readonly [Detector, ...Detector[]] {
  return createPatternDetectors('customer-number', rules);
}
