import { type EndpointEvent, endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';
import type { IngestResponse } from '@kedun/shared/contracts/api/ingest';
import type { Engine } from '@kedun/shared/detection/detection';

import type { Clock } from '../../clock.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { Queryable, Store } from '../../store/store.ts';
import type { AlertRow, EventRow } from '../../store/tables.ts';
import type { AlertsRepository } from '../alerts/repository.ts';
import { toAlertRow } from '../alerts/summary.ts';
import type { EndpointIdentity } from '../fleet/proof-check.ts';
import type { EndpointPatch, FleetRepository } from '../fleet/repository.ts';
import type { Metrics } from '../operations/metrics.ts';
import { redactEvent } from './redact-event.ts';
import type { IngestRepository } from './repository.ts';

export interface IngestService {
  /**
   * Stores every sound event once, with its alert, in one transaction; answers after commit. Throws when
   * the store cannot: then nothing of the request was stored or acknowledged.
   */
  ingest(
    endpoint: Pick<EndpointIdentity, 'id' | 'assignment'>,
    events: readonly unknown[],
  ): Promise<IngestResponse>;
}

export interface IngestDeps {
  readonly repository: IngestRepository;
  readonly alerts: Pick<AlertsRepository, 'insert'>;
  readonly fleet: Pick<FleetRepository, 'updateEndpoint'>;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly bus: Pick<LiveBus, 'publish'>;
  readonly metrics: Pick<
    Metrics,
    'eventsStored' | 'eventsRepeated' | 'eventsRefused' | 'eventsRedacted' | 'alertsCreated'
  >;
  readonly engine: Engine;
}

interface Sorted {
  /** How many held what an endpoint should have masked. */
  readonly redactedCount: number;
  /** By id, first mention. */
  readonly sound: Map<string, EndpointEvent>;
  /** Id by place in the request. */
  readonly idAt: Map<number, string>;
  readonly refused: IngestResponse['refused'];
}

function sortOut(events: readonly unknown[], engine: Engine): Sorted {
  const sound: Sorted['sound'] = new Map();
  const idAt: Sorted['idAt'] = new Map();
  const refused: Sorted['refused'] = [];
  let redactedCount = 0;
  events.forEach((candidate, index) => {
    const parsed = endpointEventSchema.safeParse(candidate);
    const redaction = parsed.success ? redactEvent(parsed.data, engine) : null;
    if (redaction?.isChanged) redactedCount += 1;
    const event = redaction?.event;
    if (!event) {
      refused.push({ index, code: 'event.invalid' });
      return;
    }
    idAt.set(index, event.id);
    if (!sound.has(event.id)) sound.set(event.id, event);
  });
  return { sound, idAt, refused, redactedCount };
}

/** What the stored events tell about the endpoint itself. */
function learn(events: readonly EndpointEvent[]): EndpointPatch | null {
  const started = events.findLast((event) => event.kind === 'program.started');
  return started ? { version: started.version, policy_version: started.policyVersion } : null;
}

export function createIngestService(deps: IngestDeps): IngestService {
  const { repository, metrics } = deps;

  async function store(
    endpoint: Pick<EndpointIdentity, 'id' | 'assignment'>,
    sound: ReadonlyMap<string, EndpointEvent>,
    tx: Queryable,
  ): Promise<{ fresh: EndpointEvent[]; alerts: AlertRow[]; foreign: Set<string> }> {
    const receivedAt = deps.clock();
    const rows = [...sound.values()].map((event): EventRow => ({
      id: event.id,
      endpoint_id: endpoint.id,
      kind: event.kind,
      is_violation: event.kind === 'violation' ? 1 : 0,
      occurred_at: event.occurredAt,
      received_at: receivedAt,
      body: JSON.stringify(event),
    }));
    const inserted = await repository.insertNew(rows, tx);
    const fresh = [...sound.values()].filter((event) => inserted.has(event.id));
    const repeated = [...sound.keys()].filter((id) => !inserted.has(id));
    const owners = await repository.owners(repeated, tx);
    const foreign = new Set(repeated.filter((id) => owners.get(id) !== endpoint.id));
    const violations = fresh.filter((event) => event.kind === 'violation');
    const alerts = violations.map((violation) =>
      toAlertRow(violation, {
        alertId: deps.newId(),
        endpointId: endpoint.id,
        receivedAt,
        employeeId: endpoint.assignment.employeeId,
      }),
    );
    const links = violations.map((violation, index) => ({
      alert_id: alerts[index]?.id ?? '',
      event_id: violation.id,
    }));
    if (alerts.length > 0) await deps.alerts.insert(alerts, links, tx);
    const patch = learn(fresh);
    if (patch) await deps.fleet.updateEndpoint(endpoint.id, patch, tx);
    return { fresh, alerts, foreign };
  }

  return {
    async ingest(endpoint, events) {
      const { sound, idAt, refused, redactedCount } = sortOut(events, deps.engine);
      const { fresh, alerts, foreign } = await deps.store.transaction((tx) =>
        store(endpoint, sound, tx),
      );
      // Committed. From here on nothing may fail the answer.
      const acknowledged: number[] = [];
      for (const [index, id] of idAt)
        if (foreign.has(id)) refused.push({ index, code: 'event.foreign-id' });
        else acknowledged.push(index);
      for (const event of fresh) metrics.eventsStored.inc({ kind: event.kind });
      metrics.eventsRedacted.inc(redactedCount);
      for (const { code } of refused) metrics.eventsRefused.inc({ code });
      for (const { severity } of alerts) metrics.alertsCreated.inc({ severity });
      metrics.eventsRepeated.inc(acknowledged.length - fresh.length);
      if (alerts.length > 0)
        deps.bus.publish({ kind: 'alerts.changed', alertIds: alerts.map((alert) => alert.id) });
      if (learn(fresh)) deps.bus.publish({ kind: 'endpoint.changed', endpointId: endpoint.id });
      return { acknowledged, refused: refused.sort((a, b) => a.index - b.index) };
    },
  };
}
