import type { AlertState } from '@kedun/shared/contracts/api/alerts';

import type { Queryable } from '../../store/store.ts';
import type { AlertHistoryRow, AlertRow, AlertViolationRow } from '../../store/tables.ts';

export interface AlertFilter {
  readonly state?: AlertState | undefined;
  readonly severity?: string | undefined;
  readonly channel?: string | undefined;
  readonly endpointId?: string | undefined;
}

export interface AlertPage {
  readonly before?: string | undefined;
  readonly limit: number;
}

export type NamedAlertRow = AlertRow & { readonly endpoint_name: string };

export interface AlertsRepository {
  insert(
    alerts: readonly AlertRow[],
    violations: readonly AlertViolationRow[],
    tx?: Queryable,
  ): Promise<void>;
  list(filter: AlertFilter, page: AlertPage, tx?: Queryable): Promise<NamedAlertRow[]>;
  count(filter: AlertFilter, tx?: Queryable): Promise<number>;
  newestId(tx?: Queryable): Promise<string | null>;
  findMany(ids: readonly string[], tx?: Queryable): Promise<NamedAlertRow[]>;
  violationBodies(alertId: string, limit: number, tx?: Queryable): Promise<string[]>;
  history(alertId: string, tx?: Queryable): Promise<AlertHistoryRow[]>;
  /** False when the alert left `from` meanwhile. */
  changeState(id: string, from: AlertState, to: AlertState, tx?: Queryable): Promise<boolean>;
  insertHistory(row: AlertHistoryRow, tx?: Queryable): Promise<void>;
}

function named(tx: Queryable) {
  return tx
    .selectFrom('alerts')
    .innerJoin('endpoints', 'endpoints.id', 'alerts.endpoint_id')
    .selectAll('alerts')
    .select('endpoints.host_name as endpoint_name')
    .orderBy('alerts.id', 'desc');
}

/** Newest first by id: alert ids are made by the server and sort in the order they were made. */
export function createAlertsRepository(db: Queryable): AlertsRepository {
  return {
    async insert(alerts, violations, tx = db) {
      await tx.insertInto('alerts').values(alerts).execute();
      await tx.insertInto('alert_violations').values(violations).execute();
    },
    async list(filter, page, tx = db) {
      const { state, severity, channel, endpointId } = filter;
      let query = named(tx).limit(page.limit);
      if (state) query = query.where('alerts.state', '=', state);
      if (severity) query = query.where('alerts.severity', '=', severity);
      if (channel) query = query.where('alerts.channel', '=', channel);
      if (endpointId) query = query.where('alerts.endpoint_id', '=', endpointId);
      if (page.before) query = query.where('alerts.id', '<', page.before);
      return await query.execute();
    },
    async count({ state, severity, channel, endpointId }, tx = db) {
      let query = tx.selectFrom('alerts').select(({ fn }) => fn.countAll<number>().as('total'));
      if (state) query = query.where('state', '=', state);
      if (severity) query = query.where('severity', '=', severity);
      if (channel) query = query.where('channel', '=', channel);
      if (endpointId) query = query.where('endpoint_id', '=', endpointId);
      return (await query.executeTakeFirstOrThrow()).total;
    },
    async newestId(tx = db) {
      const query = tx.selectFrom('alerts').select('id').orderBy('id', 'desc').limit(1);
      return (await query.executeTakeFirst())?.id ?? null;
    },
    async findMany(ids, tx = db) {
      return ids.length === 0 ? [] : await named(tx).where('alerts.id', 'in', ids).execute();
    },
    async violationBodies(alertId, limit, tx = db) {
      const rows = await tx
        .selectFrom('alert_violations')
        .innerJoin('events', 'events.id', 'alert_violations.event_id')
        .select('events.body')
        .where('alert_violations.alert_id', '=', alertId)
        .orderBy('events.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.body);
    },
    async history(alertId, tx = db) {
      return await tx
        .selectFrom('alert_history')
        .selectAll()
        .where('alert_id', '=', alertId)
        .orderBy('id', 'asc')
        .execute();
    },
    async changeState(id, from, to, tx = db) {
      const result = await tx
        .updateTable('alerts')
        .set({ state: to })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async insertHistory(row, tx = db) {
      await tx.insertInto('alert_history').values(row).execute();
    },
  };
}
