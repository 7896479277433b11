import { importJWK } from 'jose';

import type { PolicyRefusedEvent } from '@kedun/shared/contracts/endpoint-event';

import type { AgentDeps } from './agent.ts';
import type { Identity } from './identity/identity.ts';
import type { SessionBackend } from './native-host/session.ts';
import { startDrain } from './outbox/drain.ts';
import type { Outbox } from './outbox/outbox.ts';
import { type PolicySync, startPolicySync } from './policy-sync/policy-sync.ts';
import { startLiveSocket } from './transport/live-socket.ts';
import { createServerClient, type ServerClient } from './transport/server-client.ts';
import { createStanding, type Standing } from './transport/standing.ts';
import { startWatching, type Watching } from './watching.ts';

/** The agent once it has an identity: everything that watches, judges, enforces and reports. */
export interface EnrolledAgent {
  readonly identity: Identity;
  readonly backend: SessionBackend;
  readonly standing: Standing;
  readonly watching: Watching;
  policyVersion(): number;
  lastPolicyRefusal(): PolicyRefusedEvent | null;
  live(): boolean;
  stop(): Promise<void>;
}

export interface EnrolledAgentDeps extends AgentDeps {
  readonly identity: Identity;
  readonly outbox: Outbox;
  readonly onPolicyChanged: () => void;
}

async function connect(identity: Identity): Promise<ServerClient> {
  const privateKey = await importJWK(identity.privateKey, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('endpoint key is not a key pair');
  const { serverUrl, endpointId } = identity;
  return createServerClient({ serverUrl, endpointId, privateKey });
}

interface Line {
  readonly client: ServerClient;
  readonly policy: PolicySync;
  readonly standing: Standing;
  readonly signal: AbortSignal;
}

/** What goes to the server: the outbox, and the socket that hears of changes. */
function startReporting(deps: EnrolledAgentDeps, line: Line) {
  const { identity, outbox, logger, version } = deps;
  const { client, policy, standing, signal } = line;
  const drain = startDrain({
    outbox,
    client,
    logger: logger.module('outbox'),
    signal,
    onAnswer: (answer) => standing.heard(answer),
  });
  const live = startLiveSocket({
    serverUrl: identity.serverUrl,
    client,
    logger: logger.module('live'),
    signal,
    heartbeat: () => ({
      kind: 'heartbeat',
      version,
      policyVersion: policy.inForce()?.bundle.version ?? 0,
      outboxDepth: outbox.status().depth,
    }),
    onCheckNow: () => policy.checkNow(),
    onRevoked: () => standing.revoked(),
    onConnected() {
      policy.checkNow();
      drain.wake();
    },
  });
  return { live, done: Promise.all([drain.done, live.done]) };
}

/** Resolves when the stored policy is in force and every volume is watched; the server is not waited for. */
export async function startEnrolledAgent(deps: EnrolledAgentDeps): Promise<EnrolledAgent> {
  const { identity, paths, outbox, logger, newId, now, version } = deps;
  const ending = new AbortController();
  const { signal } = ending;
  const client = await connect(identity);
  const standing = createStanding(now);
  const policy = await startPolicySync({
    paths,
    identity,
    client,
    logger: logger.module('policy-sync'),
    signal,
    report: (event) => outbox.append([event]),
    onAnswer: (answer) => standing.heard(answer),
    newId,
    now,
    ...(deps.policyIntervalMs === undefined ? {} : { intervalMs: deps.policyIntervalMs }),
  });
  const bundle = () => policy.inForce()?.bundle ?? null;
  const policyVersion = () => bundle()?.version ?? 0;
  outbox.setMaxEvents(bundle()?.agent.outboxMaxEvents ?? deps.defaultMaxEvents);
  outbox.append([
    {
      kind: 'program.started',
      id: newId(),
      occurredAt: now(),
      program: 'agent',
      version,
      platform: deps.platformName,
      policyVersion: policyVersion(),
    },
  ]);
  const watching = await startWatching({ ...deps, bundle, assignment: () => policy.assignment() });
  const reporting = startReporting(deps, { client, policy, standing, signal });
  policy.onChange(() => {
    const held = bundle();
    if (held) outbox.setMaxEvents(held.agent.outboxMaxEvents);
    deps.onPolicyChanged();
    // The acknowledgement of the version, for the fleet page.
    reporting.live.beat();
    // What the new policy forbids may already lie on a volume.
    void watching.volumes.refresh({ anew: true });
  });
  return {
    identity,
    standing,
    watching,
    policyVersion,
    backend: {
      identity,
      assignment: () => policy.assignment(),
      policyJws: () => policy.inForce()?.jws ?? null,
      outbox,
      agentVersion: version,
    },
    lastPolicyRefusal: () => policy.lastRefusal(),
    live: () => reporting.live.connected(),
    async stop() {
      ending.abort();
      await watching.stop();
      await Promise.all([policy.done, reporting.done]);
    },
  };
}
