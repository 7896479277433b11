import { createBufferReader } from '@kedun/shared/detection/unit-reader';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';

import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { ServerKeys } from './keys/key-folder.ts';
import type { LiveBus } from './live/bus.ts';
import { createAlertsRepository } from './modules/alerts/repository.ts';
import { createAlertsService } from './modules/alerts/service.ts';
import { createAuditLog } from './modules/audit-log/repository.ts';
import { createExtensionPackages } from './modules/extension-delivery/package.ts';
import { createEnrolmentService } from './modules/fleet/enrolment.ts';
import { createProofCheck } from './modules/fleet/proof-check.ts';
import { createFleetRepository } from './modules/fleet/repository.ts';
import { createFleetService } from './modules/fleet/service.ts';
import { createIdentities } from './modules/identities/identities.ts';
import { createIngestRepository } from './modules/ingest/repository.ts';
import { createIngestService } from './modules/ingest/service.ts';
import { createMetrics } from './modules/operations/metrics.ts';
import { createPoliciesRepository } from './modules/policies/repository.ts';
import { createPoliciesService } from './modules/policies/service.ts';
import { createIdSource } from './store/id-source.ts';
import type { Store } from './store/store.ts';

export interface ServicesDeps {
  readonly config: Config;
  readonly store: Store;
  readonly keys: ServerKeys;
  readonly bus: LiveBus;
  readonly clock: Clock;
  /** The newest alert of earlier runs; later ones must sort after it. */
  readonly newestAlertId?: string | null;
}

export type Services = ReturnType<typeof createServices>;

/** Every service, each handed what it needs. Answers an object that routes pick from. */
export function createServices({
  config,
  store,
  keys,
  bus,
  clock,
  newestAlertId = null,
}: ServicesDeps) {
  const newId = createIdSource(clock, newestAlertId);
  const metrics = createMetrics();
  const fleetRepository = createFleetRepository(store.db);
  const alertsRepository = createAlertsRepository(store.db);
  const shared = { config, store, keys, bus, clock, newId, metrics };
  const identities = createIdentities(shared);
  return {
    metrics,
    repositories: { fleet: fleetRepository, identities: identities.repository },
    auditLog: createAuditLog({ db: store.db, clock, newId }),
    sessions: identities.sessions,
    identities: identities.service,
    proofCheck: createProofCheck({ ...shared, repository: fleetRepository }),
    enrolment: createEnrolmentService({ ...shared, repository: fleetRepository }),
    fleet: createFleetService({ ...shared, repository: fleetRepository }),
    policies: createPoliciesService({
      ...shared,
      repository: createPoliciesRepository(store.db),
    }),
    alerts: createAlertsService({ ...shared, repository: alertsRepository }),
    ingest: createIngestService({
      ...shared,
      repository: createIngestRepository(store.db),
      engine: createTextEngine({ readUnits: createBufferReader(Buffer) }),
      alerts: alertsRepository,
      fleet: fleetRepository,
    }),
    packages: createExtensionPackages({ folder: config.extensionDir, key: keys.extension }),
  };
}
