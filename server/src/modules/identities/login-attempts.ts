import { createHmac } from 'node:crypto';

import type { Clock } from '../../clock.ts';
import type { Store } from '../../store/store.ts';
import type { IdentitiesRepository } from './repository.ts';

/** Failures before the first lock. An address serves many people, so it may fail more often. */
const FREE_FAILURES = { account: 5, address: 20 } as const;
const FIRST_LOCK_MS = 15_000;
const MAX_LOCK_MS = 15 * 60_000;
/** A count nobody added to for this long is forgotten. */
export const ATTEMPTS_KEPT_MS = 24 * 3_600_000;

/** How long the `failures`-th failure in a row locks: doubling from the first lock to a quarter of an hour. */
export function lockMs(failures: number, freeFailures: number): number {
  const beyond = failures - freeFailures;
  return beyond < 0 ? 0 : Math.min(FIRST_LOCK_MS * 2 ** Math.min(beyond, 20), MAX_LOCK_MS);
}

export interface LoginAttempts {
  /**
   * Counts the attempt as a failure before anything is checked: a burst of parallel guesses cannot slip
   * past the lock. `succeed` takes it back.
   */
  begin(
    account: string,
    address: string,
  ): Promise<{ ok: true; succeed(): Promise<void> } | { ok: false; retryAfterMs: number }>;
}

export interface LoginAttemptsDeps {
  readonly repository: Pick<
    IdentitiesRepository,
    'findAttempts' | 'countAttempt' | 'forgiveAttempt' | 'lockAttempts' | 'clearAttempts'
  >;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly pepper: Uint8Array;
}

/** Per account name, existing or not, and per address. */
export function createLoginAttempts({
  repository,
  store,
  clock,
  pepper,
}: LoginAttemptsDeps): LoginAttempts {
  // People type passwords into the wrong field: the table holds keyed hashes only.
  const keyOf = (kind: 'account' | 'address', value: string): string =>
    `${kind}:${createHmac('sha256', pepper).update(`${kind}\n${value}`).digest('base64url')}`;
  return {
    async begin(account, address) {
      const keys = {
        account: keyOf('account', account),
        address: keyOf('address', address),
      } as const;
      const now = clock();
      const rows = await repository.findAttempts(Object.values(keys));
      const lockedUntil = Math.max(0, ...rows.map((row) => row.locked_until));
      if (lockedUntil > now) return { ok: false, retryAfterMs: lockedUntil - now };
      const lockedNow = await store.transaction(async (tx) => {
        let until = 0;
        for (const kind of ['account', 'address'] as const) {
          const row = await repository.countAttempt(keys[kind], now, tx);
          // Locked since the look above: one of a burst of parallel guesses.
          until = Math.max(until, row.locked_until);
          const lock = lockMs(row.failures, FREE_FAILURES[kind]);
          if (lock > 0 && row.locked_until <= now)
            await repository.lockAttempts(keys[kind], now + lock, tx);
        }
        return until;
      });
      if (lockedNow > now) return { ok: false, retryAfterMs: lockedNow - now };
      return {
        ok: true,
        succeed: () =>
          store.transaction(async (tx) => {
            await repository.clearAttempts([keys.account], tx);
            // Only this one is taken back: an address must not buy guesses with an account of its own.
            await repository.forgiveAttempt(keys.address, tx);
          }),
      };
    },
  };
}
