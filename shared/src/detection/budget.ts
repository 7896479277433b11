import type { UnscannedReason } from '../contracts/vocabulary.ts';

/** Bounds the work of one scan. Steps are characters or candidates looked at. */
export interface Budget {
  /** Counts `steps`; false once the budget is spent, and from then on. */
  spend(steps: number): boolean;
  readonly spent: number;
  /** Why the scan must stop; null while it may go on. */
  readonly exhausted: Extract<UnscannedReason, 'timed-out'> | null;
}

export interface BudgetLimits {
  readonly maxSteps: number;
  /** Milliseconds; absent = only the steps count, and equal input gives equal findings on every machine. */
  readonly budgetMs?: number | undefined;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** The clock is read once in so many steps. */
const STEPS_PER_CLOCK_READING = 65_536;

export function createBudget({ maxSteps, budgetMs, now }: BudgetLimits): Budget {
  let spent = 0;
  let exhausted: 'timed-out' | null = null;
  const deadline = budgetMs === undefined ? Infinity : now() + budgetMs;
  let nextReading = budgetMs === undefined ? Infinity : STEPS_PER_CLOCK_READING;
  return {
    spend(steps) {
      spent += steps;
      if (spent > maxSteps) exhausted = 'timed-out';
      if (spent >= nextReading) {
        nextReading = spent + STEPS_PER_CLOCK_READING;
        if (now() >= deadline) exhausted = 'timed-out';
      }
      return exhausted === null;
    },
    get spent() {
      return spent;
    },
    get exhausted() {
      return exhausted;
    },
  };
}
