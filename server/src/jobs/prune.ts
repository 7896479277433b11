import type { Background } from '../live/background.ts';
import type { Clock } from '../clock.ts';
import type { FleetRepository } from '../modules/fleet/repository.ts';
import { ATTEMPTS_KEPT_MS, FAMILIAR_KEPT_MS } from '../modules/identities/login-attempts.ts';
import type { IdentitiesRepository } from '../modules/identities/repository.ts';
import { SESSION_IDLE_MS } from '../modules/identities/sessions.ts';

const EVERY_MS = 60_000;

export interface PruneDeps {
  readonly fleet: Pick<FleetRepository, 'pruneProofs' | 'pruneUnknown'>;
  readonly identities: Pick<IdentitiesRepository, 'prune'>;
  readonly clock: Clock;
  readonly background: Background;
}

/** Drops what has run out: proofs, sessions, attempts, the tail of the unknown. */
export async function prune({ fleet, identities, clock }: PruneDeps): Promise<void> {
  const now = clock();
  await fleet.pruneProofs(now);
  await fleet.pruneUnknown();
  await identities.prune({
    now,
    idleBefore: now - SESSION_IDLE_MS,
    attemptsBefore: now - ATTEMPTS_KEPT_MS,
    familiarBefore: now - FAMILIAR_KEPT_MS,
  });
}

/** Prunes once a minute; answers how to stop. */
export function startPruning(deps: PruneDeps): () => void {
  const timer = setInterval(() => deps.background('prune', () => prune(deps)), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
