import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** `bigint` holds milliseconds in every dialect; SQLite stores it as INTEGER. */
const MS = 'bigint';

async function identities(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('display_name', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('created_at', MS, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
    .addColumn('created_at', MS, (c) => c.notNull())
    .addColumn('last_seen_at', MS, (c) => c.notNull())
    .addColumn('expires_at', MS, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('login_attempts')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('locked_until', MS, (c) => c.notNull())
    .addColumn('updated_at', MS, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('audit_records')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('record_id', 'text', (c) => c.notNull())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('at', MS, (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('actor', 'text')
    .addColumn('subject', 'text')
    .addColumn('outcome', 'text')
    .execute();
}

async function fleet(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('enrolment_tokens')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('uses_left', 'integer', (c) => c.notNull())
    .addColumn('expires_at', MS, (c) => c.notNull())
    .addColumn('assignment', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', MS, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('endpoints')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('host_name', 'text', (c) => c.notNull())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('key_thumbprint', 'text', (c) => c.notNull().unique())
    .addColumn('token_id', 'text', (c) => c.notNull().references('enrolment_tokens.id'))
    .addColumn('assignment', 'text', (c) => c.notNull())
    .addColumn('policy_version', 'integer', (c) => c.notNull())
    .addColumn('enrolled_at', MS, (c) => c.notNull())
    .addColumn('last_seen_at', MS, (c) => c.notNull())
    .addColumn('connected_until', MS, (c) => c.notNull())
    .addColumn('refused_count', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('proof_replays')
    .addColumn('proof_id', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', MS, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('proof_replays_expiry')
    .on('proof_replays')
    .column('expires_at')
    .execute();
  await db.schema
    .createTable('unknown_endpoints')
    .addColumn('claimed_id', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('request_count', 'integer', (c) => c.notNull())
    .addColumn('last_seen_at', MS, (c) => c.notNull())
    .addPrimaryKeyConstraint('unknown_endpoints_pk', ['claimed_id', 'address'])
    .execute();
}

async function events(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policies')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('jws', 'text', (c) => c.notNull())
    .addColumn('bundle', 'text', (c) => c.notNull())
    .addColumn('published_at', MS, (c) => c.notNull())
    .addColumn('published_by', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('events')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('endpoint_id', 'text', (c) => c.notNull().references('endpoints.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('is_violation', 'integer', (c) => c.notNull())
    .addColumn('occurred_at', MS, (c) => c.notNull())
    .addColumn('received_at', MS, (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('events_history')
    .on('events')
    .columns(['endpoint_id', 'is_violation', 'received_at'])
    .execute();
}

async function alerts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('severity', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('clause', 'text')
    .addColumn('clause_title', 'text')
    .addColumn('endpoint_id', 'text', (c) => c.notNull().references('endpoints.id'))
    .addColumn('person', 'text')
    .addColumn('destination', 'text', (c) => c.notNull())
    .addColumn('types', 'text', (c) => c.notNull())
    .addColumn('masked', 'text', (c) => c.notNull())
    .addColumn('finding_count', 'integer', (c) => c.notNull())
    .addColumn('customer_count', 'integer', (c) => c.notNull())
    .addColumn('violation_count', 'integer', (c) => c.notNull())
    .addColumn('occurred_at', MS, (c) => c.notNull())
    .addColumn('received_at', MS, (c) => c.notNull())
    .execute();
  for (const column of ['state', 'endpoint_id'])
    await db.schema
      .createIndex(`alerts_by_${column}`)
      .on('alerts')
      .columns([column, 'id'])
      .execute();
  await db.schema
    .createTable('alert_violations')
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alerts.id'))
    .addColumn('event_id', 'text', (c) => c.notNull().references('events.id'))
    .addPrimaryKeyConstraint('alert_violations_pk', ['alert_id', 'event_id'])
    .execute();
  await db.schema
    .createTable('alert_history')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alerts.id'))
    .addColumn('at', MS, (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('from_state', 'text', (c) => c.notNull())
    .addColumn('to_state', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('alert_history_by_alert')
    .on('alert_history')
    .columns(['alert_id', 'id'])
    .execute();
}

export const thinPath: Migration = {
  async up(db: Kysely<unknown>) {
    await identities(db);
    await fleet(db);
    await events(db);
    await alerts(db);
  },
};
