import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Asks `probe` until it answers with something, and returns that. A probe that throws has no answer yet; its
 * last error is told when the time is up.
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  { timeoutMs = 10_000, everyMs = 50 }: WaitOptions = {},
): Promise<T> {
  const endsAt = performance.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > endsAt)
      throw new Error(`waited ${timeoutMs} ms in vain for ${what}`, { cause });
    await sleep(everyMs);
  }
}
