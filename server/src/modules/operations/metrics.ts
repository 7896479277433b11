import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Every series the server exports. Labels are from closed sets, never from input. */
export interface Metrics {
  readonly registry: Registry;
  readonly httpDurationSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly eventsStored: Counter<'kind'>;
  readonly eventsRepeated: Counter;
  readonly eventsRefused: Counter<'code'>;
  readonly eventsRedacted: Counter;
  readonly alertsCreated: Counter<'severity'>;
  readonly endpointRefusals: Counter<'code'>;
  readonly loginFailures: Counter<'code'>;
  readonly liveSockets: Gauge<'audience'>;
  readonly liveBadFrames: Counter<'audience'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpDurationSeconds: new Histogram({
      name: 'kedun_http_request_duration_seconds',
      help: 'Time from request to answer, by route pattern.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    eventsStored: new Counter({
      name: 'kedun_events_stored_total',
      help: 'Endpoint events stored for the first time.',
      labelNames: ['kind'],
      registers,
    }),
    eventsRepeated: new Counter({
      name: 'kedun_events_repeated_total',
      help: 'Endpoint events acknowledged that were stored before.',
      registers,
    }),
    eventsRefused: new Counter({
      name: 'kedun_events_refused_total',
      help: 'Endpoint events refused.',
      labelNames: ['code'],
      registers,
    }),
    eventsRedacted: new Counter({
      name: 'kedun_events_redacted_total',
      help: 'Endpoint events in which the server found, and masked, what the endpoint should have masked.',
      registers,
    }),
    alertsCreated: new Counter({
      name: 'kedun_alerts_created_total',
      help: 'Alerts created.',
      labelNames: ['severity'],
      registers,
    }),
    endpointRefusals: new Counter({
      name: 'kedun_endpoint_requests_refused_total',
      help: 'Endpoint requests refused: unknown, revoked, replayed, bad or late proofs, bad tokens.',
      labelNames: ['code'],
      registers,
    }),
    loginFailures: new Counter({
      name: 'kedun_login_failures_total',
      help: 'Logins refused.',
      labelNames: ['code'],
      registers,
    }),
    liveSockets: new Gauge({
      name: 'kedun_live_sockets',
      help: 'Open live sockets of this node.',
      labelNames: ['audience'],
      registers,
    }),
    liveBadFrames: new Counter({
      name: 'kedun_live_bad_frames_total',
      help: 'Frames that do not keep the contract; the socket was closed.',
      labelNames: ['audience'],
      registers,
    }),
  };
}
