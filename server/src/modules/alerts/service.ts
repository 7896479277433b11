import type {
  AlertDetail,
  AlertListResponse,
  AlertState,
  AlertSummary,
} from '@kedun/shared/contracts/api/alerts';
import { violationSchema } from '@kedun/shared/contracts/violation';

import type { Clock } from '../../clock.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { AlertFilter, AlertPage, AlertsRepository, NamedAlertRow } from './repository.ts';
import { toAlertSummary } from './summary.ts';

const VIOLATIONS_SHOWN = 100;

export interface AlertsService {
  list(filter: AlertFilter, page: AlertPage): Promise<AlertListResponse>;
  detail(id: string): Promise<AlertDetail | null>;
  /** Null when there is none. The state it has already is no change and leaves no history. */
  changeState(id: string, to: AlertState, account: string): Promise<AlertSummary | null>;
  /** For the live feed. */
  summaries(ids: readonly string[]): Promise<AlertSummary[]>;
}

export interface AlertsDeps {
  readonly repository: AlertsRepository;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly bus: Pick<LiveBus, 'publish'>;
}

const toSummary = (row: NamedAlertRow): AlertSummary => toAlertSummary(row, row.endpoint_name);

export function createAlertsService(deps: AlertsDeps): AlertsService {
  const { repository } = deps;
  return {
    async list(filter, page) {
      // One more than asked tells whether there is a next page.
      const rows = await repository.list(filter, { ...page, limit: page.limit + 1 });
      const shown = rows.slice(0, page.limit);
      return {
        alerts: shown.map(toSummary),
        nextBefore: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
        total: await repository.count(filter),
      };
    },
    async detail(id) {
      const [row] = await repository.findMany([id]);
      if (!row) return null;
      const bodies = await repository.violationBodies(id, VIOLATIONS_SHOWN);
      const history = await repository.history(id);
      return {
        alert: toSummary(row),
        violations: bodies.map((body) => violationSchema.parse(JSON.parse(body))),
        history: history.map((entry) => ({
          at: entry.at,
          account: entry.account,
          from: entry.from_state,
          to: entry.to_state,
        })),
      };
    },
    async changeState(id, to, account) {
      const changed = await deps.store.transaction(async (tx) => {
        const [row] = await repository.findMany([id], tx);
        if (!row || row.state === to) return row ?? null;
        const from = row.state;
        if (await repository.changeState(id, from, to, tx))
          await repository.insertHistory(
            {
              id: deps.newId(),
              alert_id: id,
              at: deps.clock(),
              account,
              from_state: from,
              to_state: to,
            },
            tx,
          );
        const [after] = await repository.findMany([id], tx);
        return after ?? null;
      });
      if (!changed) return null;
      deps.bus.publish({ kind: 'alerts.changed', alertIds: [id] });
      return toSummary(changed);
    },
    async summaries(ids) {
      return (await repository.findMany(ids)).map(toSummary);
    },
  };
}
