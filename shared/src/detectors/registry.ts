import type { DetectionData } from '../contracts/detection-data.ts';
import type { Detector } from '../detection/detector.ts';
import { createBankCardDetector } from './bank-card/detector.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';

/**
 * Every detector of the product; a folder beside this file that is not here fails a test. `data` (from the policy bundle)
 * replaces built-in tables and configures the detectors that have none.
 */
export function createDetectors(data: DetectionData = {}): readonly Detector[] {
  return [
    createCnMobileDetector(data.mobilePrefixes),
    createCnResidentIdDetector(data.regions),
    createBankCardDetector(data.cardRanges),
  ];
}
