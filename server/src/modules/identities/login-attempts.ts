import { createHmac } from 'node:crypto';

import type { Clock } from '../../clock.ts';
import type { Store } from '../../store/store.ts';
import type { LoginAttemptRow } from '../../store/tables.ts';
import type { IdentitiesRepository } from './repository.ts';

/** Failures before the first lock. An address serves many people, so it may fail more often. */
const FREE_FAILURES = { account: 5, familiar: 5, address: 20 } as const;
const FIRST_LOCK_MS = 15_000;
const MAX_LOCK_MS = 15 * 60_000;
/** A count nobody added to for this long is forgotten. */
export const ATTEMPTS_KEPT_MS = 24 * 3_600_000;
/** An address is familiar for this long after somebody used the account from there. */
export const FAMILIAR_KEPT_MS = 30 * 24 * 3_600_000;

type Counter = keyof typeof FREE_FAILURES;

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
    | 'findAttempts'
    | 'countAttempt'
    | 'forgiveAttempt'
    | 'lockAttempts'
    | 'clearAttempts'
    | 'rememberFamiliar'
  >;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly pepper: Uint8Array;
}

/** 0 when open. No lock is longer than the longest: one that is was made by a clock since put back. */
function lockedUntil(row: Pick<LoginAttemptRow, 'locked_until'>, now: number): number {
  const isLocked = row.locked_until > now && row.locked_until <= now + MAX_LOCK_MS;
  return isLocked ? row.locked_until : 0;
}

/**
 * Counts per address, and per account name, existing or not. Where an account was used before, its failures are
 * counted for that address alone: who only knows the name can lock it for strangers, never for the people
 * who work with it.
 */
export function createLoginAttempts(deps: LoginAttemptsDeps): LoginAttempts {
  const { repository, store, clock, pepper } = deps;
  // People type passwords into the wrong field: the table holds keyed hashes only.
  const keyOf = (kind: string, value: string): string =>
    `${kind}:${createHmac('sha256', pepper).update(`${kind}\n${value}`).digest('base64url')}`;

  /** Counts in all; answers until when one of them is locked. */
  async function count(keys: readonly (readonly [Counter, string])[], now: number) {
    return await store.transaction(async (tx) => {
      let until = 0;
      for (const [counter, key] of keys) {
        const row = await repository.countAttempt(key, now, tx);
        // Locked since the look before: one of a burst of parallel guesses.
        const locked = lockedUntil(row, now);
        until = Math.max(until, locked);
        const lock = lockMs(row.failures, FREE_FAILURES[counter]);
        if (lock > 0 && locked === 0) await repository.lockAttempts(key, now + lock, tx);
      }
      return until;
    });
  }

  return {
    async begin(account, address) {
      const keys: Record<Counter, string> = {
        account: keyOf('account', account),
        familiar: keyOf('familiar', `${account}\n${address}`),
        address: keyOf('address', address),
      };
      const now = clock();
      const rows = await repository.findAttempts(Object.values(keys));
      const isFamiliar = rows.some((row) => row.key === keys.familiar);
      const counter = isFamiliar ? 'familiar' : 'account';
      const counted = [
        [counter, keys[counter]],
        ['address', keys.address],
      ] as const;
      const judged = rows.filter((row) => counted.some(([, key]) => key === row.key));
      const until = Math.max(0, ...judged.map((row) => lockedUntil(row, now)));
      const locked = until > 0 ? until : await count(counted, now);
      if (locked > 0) return { ok: false, retryAfterMs: locked - now };
      return {
        ok: true,
        succeed: () =>
          store.transaction(async (tx) => {
            // From a familiar address the count of strangers stays: they would get new guesses every morning.
            if (!isFamiliar) await repository.clearAttempts([keys.account], tx);
            await repository.rememberFamiliar(keys.familiar, now, tx);
            // Only this one is taken back: an address must not buy guesses with an account of its own.
            await repository.forgiveAttempt(keys.address, tx);
          }),
      };
    },
  };
}
