import { VECTORS as BANK_CARD } from './bank-card/vectors.ts';
import { VECTORS as CN_MOBILE } from './cn-mobile/vectors.ts';
import { VECTORS as CN_RESIDENT_ID } from './cn-resident-id/vectors.ts';
import { MIXED_VECTORS } from './mixed-vectors.ts';
import type { Vector } from './vector.ts';

/** Every vector: what the engine must say wherever it runs. */
export const ALL_VECTORS: readonly Vector[] = [
  ...CN_MOBILE,
  ...CN_RESIDENT_ID,
  ...BANK_CARD,
  ...MIXED_VECTORS,
];
