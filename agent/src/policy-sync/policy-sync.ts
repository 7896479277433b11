import { endpointPolicyResponseSchema } from '@kedun/shared/contracts/api/policies';
import type { PolicyRefusedEvent } from '@kedun/shared/contracts/endpoint-event';
import { type Assignment, assignmentSchema } from '@kedun/shared/contracts/enrolment';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { type BundleCheck, checkBundle } from '@kedun/shared/policy/bundle-signature';
import { bodyHash } from '@kedun/shared/enrolment/endpoint-proof';

import { readTextIfPresent, writeAtomically } from '../durable-files/atomic-file.ts';
import type { Identity } from '../identity/identity.ts';
import { type Logger, errorCode } from '../logging/logger.ts';
import type { StatePaths } from '../state-paths.ts';
import { createSleeper } from '../timing/sleep.ts';
import type { ServerAnswer, ServerClient } from '../transport/server-client.ts';

export interface PolicyInForce {
  /** The signed bundle as it came: the extension verifies it itself. */
  readonly jws: string;
  readonly bundle: PolicyBundle;
}

export interface PolicySync {
  /** Last known good; null until there was one. */
  inForce(): PolicyInForce | null;
  assignment(): Assignment;
  lastRefusal(): PolicyRefusedEvent | null;
  /** Pull now. */
  checkNow(): void;
  /** Listeners are told of every new bundle or assignment, after it is on disk. */
  onChange(listener: () => void): void;
  /** Runs until the signal aborts. */
  readonly done: Promise<void>;
}

export interface PolicySyncDeps {
  readonly paths: Pick<StatePaths, 'policy' | 'assignment'>;
  readonly identity: Pick<Identity, 'organisation' | 'policyKeys' | 'assignment'>;
  readonly client: ServerClient;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly report: (event: PolicyRefusedEvent) => void;
  readonly onAnswer: (answer: ServerAnswer) => void;
  readonly newId: () => string;
  readonly now: () => number;
  readonly intervalMs?: number;
}

const INTERVAL_MS = 5 * 60_000;

async function readAssignment(deps: PolicySyncDeps): Promise<Assignment> {
  try {
    const text = await readTextIfPresent(deps.paths.assignment);
    if (text !== null) return assignmentSchema.parse(JSON.parse(text));
  } catch (error) {
    deps.logger.error({ code: errorCode(error) }, 'stored assignment is damaged');
  }
  return deps.identity.assignment;
}

/** Loads the last known good policy, then keeps it fresh. Resolves once the stored policy was looked at. */
export async function startPolicySync(deps: PolicySyncDeps): Promise<PolicySync> {
  const { paths, identity, client, logger, signal, intervalMs = INTERVAL_MS } = deps;
  const sleeper = createSleeper(signal);
  const listeners: (() => void)[] = [];
  const refusedOffers = new Set<string>();
  let inForce: PolicyInForce | null = null;
  let assignment = await readAssignment(deps);
  let lastRefusal: PolicyRefusedEvent | null = null;

  const heldVersion = () => inForce?.bundle.version ?? 0;
  const check = (jws: string) =>
    checkBundle(jws, {
      keys: identity.policyKeys,
      organisation: identity.organisation,
      heldVersion: heldVersion(),
    });

  function refuse(jws: string, failure: Extract<BundleCheck, { ok: false }>): void {
    // One event per distinct offer, not one per pull.
    const offer = bodyHash(jws);
    if (refusedOffers.has(offer)) return;
    if (refusedOffers.size >= 1_000) refusedOffers.clear();
    refusedOffers.add(offer);
    lastRefusal = {
      kind: 'policy.refused',
      id: deps.newId(),
      occurredAt: deps.now(),
      reason: failure.reason,
      heldVersion: heldVersion(),
      ...(failure.offeredVersion === undefined ? {} : { offeredVersion: failure.offeredVersion }),
    };
    logger.error({ reason: failure.reason, heldVersion: heldVersion() }, 'policy bundle refused');
    deps.report(lastRefusal);
  }

  async function loadStored(): Promise<void> {
    const jws = await readTextIfPresent(paths.policy);
    if (jws === null) return;
    const checked = await check(jws.trim());
    if (checked.ok) inForce = { jws: jws.trim(), bundle: checked.bundle };
    else refuse(jws, checked);
  }

  /** What is in force does not depend on the disk; after a restart it is pulled again. */
  async function store(file: string, content: string): Promise<void> {
    try {
      await writeAtomically(file, content);
    } catch (error) {
      logger.error({ code: errorCode(error) }, 'policy could not be stored');
    }
  }

  async function take(jws: string): Promise<boolean> {
    if (jws === inForce?.jws) return false;
    const checked = await check(jws);
    if (!checked.ok) {
      refuse(jws, checked);
      return false;
    }
    await store(paths.policy, jws);
    inForce = { jws, bundle: checked.bundle };
    logger.info({ version: checked.bundle.version }, 'policy in force');
    return true;
  }

  async function takeAssignment(offered: Assignment): Promise<boolean> {
    if (JSON.stringify(offered) === JSON.stringify(assignment)) return false;
    assignment = offered;
    await store(paths.assignment, JSON.stringify(offered));
    return true;
  }

  /** Returns how long the server asks to be left alone, in ms. */
  async function pull(): Promise<number> {
    const answer = await client.request('GET', '/api/v1/endpoint/policy');
    deps.onAnswer(answer);
    if (!answer.ok) {
      logger.warn({ code: answer.code }, 'policy could not be fetched');
      return answer.retryAfterMs ?? 0;
    }
    const parsed = endpointPolicyResponseSchema.safeParse(answer.body);
    if (!parsed.success) {
      refuse(JSON.stringify(answer.body), { ok: false, reason: 'malformed' });
      return 0;
    }
    const newPolicy = await take(parsed.data.bundle);
    // The assignment is not signed: it only chooses among the rules the signed bundle has.
    const newAssignment = await takeAssignment(parsed.data.assignment);
    if (newPolicy || newAssignment) for (const listener of listeners) listener();
    return 0;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      let askedMs = 0;
      try {
        askedMs = await pull();
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'policy sync failed');
      }
      const waitMs = Math.max(inForce ? intervalMs : intervalMs / 10, Math.min(askedMs, 3_600_000));
      await sleeper.sleep(
        waitMs * (askedMs > 0 ? 1 + Math.random() / 4 : 0.8 + Math.random() * 0.4),
      );
    }
  }

  try {
    await loadStored();
  } catch (error) {
    logger.error({ code: errorCode(error) }, 'stored policy could not be read');
  }
  return {
    inForce: () => inForce,
    assignment: () => assignment,
    lastRefusal: () => lastRefusal,
    checkNow: () => sleeper.wake(),
    onChange: (listener) => listeners.push(listener),
    done: run(),
  };
}
