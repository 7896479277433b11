import type { DetectionData } from '../contracts/detection-data.ts';
import { VECTOR_PATTERN_RULES } from './custom-pattern/vectors.ts';
import { VECTOR_CUSTOMER_RULES } from './customer-number/vectors.ts';
import { VECTOR_DICTIONARIES } from './keyword/vectors.ts';

/** What the vectors of the configured detectors are read with. */
export const VECTOR_DATA: DetectionData = {
  customerNumbers: [...VECTOR_CUSTOMER_RULES],
  patterns: [...VECTOR_PATTERN_RULES],
  dictionaries: [...VECTOR_DICTIONARIES],
};
