import type { Enforcement } from '@kedun/shared/contracts/violation';
import type { VerdictAction } from '@kedun/shared/contracts/vocabulary';

import type { QuarantineOutcome } from '../quarantine/quarantine.ts';

export type FilePlan = 'quarantine' | 'leave';

/**
 * What a verdict means for a file that already lies on a volume. A write cannot wait for a person, so what
 * needs a grant (`approve`) is taken back until there is one, and so is what could only pass redacted.
 * `warn` lets the file be and tells the employee.
 */
const PLANS: Readonly<Record<VerdictAction, FilePlan>> = {
  allow: 'leave',
  audit: 'leave',
  mask: 'leave',
  warn: 'leave',
  redact: 'quarantine',
  approve: 'quarantine',
  block: 'quarantine',
};

export function planFor(action: VerdictAction): FilePlan {
  return PLANS[action];
}

export const LEFT_ALONE: Enforcement = { outcome: 'released', detail: 'file-left' };
/** Stands in the record until the outcome is known; stays if the agent is killed and never finds out. */
export const INTERRUPTED: Enforcement = { outcome: 'failed', detail: 'interrupted' };

export function enforcementOf(outcome: QuarantineOutcome): Enforcement {
  if (outcome === 'kept') return { outcome: 'quarantined', detail: 'file-quarantined' };
  return { outcome: 'failed', detail: outcome === 'changed' ? 'file-kept-changing' : outcome };
}
