/** Delays between attempts, so that a fleet does not come back in step after an outage. */
export interface Backoff {
  /** Milliseconds to wait before the next attempt; grows with each call. */
  next(): number;
  reset(): void;
}

/**
 * Exponential back-off with full jitter: a uniform draw between `floorMs` and
 * `min(capMs, baseMs * 2^attempt)`.
 */
export function createBackoff(options: {
  baseMs: number;
  capMs: number;
  floorMs?: number;
  random?: () => number;
}): Backoff {
  const { baseMs, capMs, floorMs = 50, random = Math.random } = options;
  let attempt = 0;
  return {
    next() {
      const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30));
      attempt += 1;
      return Math.max(floorMs, Math.round(random() * ceiling));
    },
    reset() {
      attempt = 0;
    },
  };
}
