import type { Detector } from '../detection/detector.ts';
import { createBankCardDetector } from './bank-card/detector.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';

/** Every detector of the product; a folder beside this file that is not here fails a test. */
export const DETECTORS: readonly Detector[] = [
  createCnMobileDetector(),
  createCnResidentIdDetector(),
  createBankCardDetector(),
];
