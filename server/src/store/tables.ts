/**
 * Row types of every table. Portable on purpose: text and whole numbers only, JSON and booleans as text
 * and 0/1, times as milliseconds since the epoch. A repository turns rows into domain objects.
 */
export interface AccountRow {
  id: string;
  /** Lower case; what is typed at login. */
  name: string;
  display_name: string;
  /** PHC string, see modules/identities/password-hash. */
  password_hash: string;
  state: 'active' | 'disabled';
  created_at: number;
}

export interface SessionRow {
  /** Hex SHA-256 of the cookie's token: the table alone opens no session. */
  token_hash: string;
  account_id: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
}

export interface LoginAttemptRow {
  /** Kind and keyed hash of account name or address: typed passwords and addresses do not end up here. */
  key: string;
  failures: number;
  locked_until: number;
  updated_at: number;
}

export interface EnrolmentTokenRow {
  id: string;
  /** Hex SHA-256 of the secret half. */
  secret_hash: string;
  kind: 'agent' | 'extension';
  uses_left: number;
  expires_at: number;
  assignment: string;
  created_by: string;
  created_at: number;
}

export interface EndpointRow {
  id: string;
  kind: 'agent' | 'extension';
  host_name: string;
  platform: string;
  version: string;
  state: 'active' | 'revoked';
  /** JWK as JSON. */
  public_key: string;
  /** RFC 7638 thumbprint: one endpoint per key. */
  key_thumbprint: string;
  token_id: string;
  assignment: string;
  policy_version: number;
  enrolled_at: number;
  last_seen_at: number;
  /** Lease of the live socket; connected while it lies ahead. Kept here so that no state is in a node. */
  connected_until: number;
  refused_count: number;
}

export interface ProofReplayRow {
  /** `<sub>:<jti>` */
  proof_id: string;
  expires_at: number;
}

export interface UnknownEndpointRow {
  claimed_id: string;
  address: string;
  request_count: number;
  last_seen_at: number;
}

export interface PolicyRow {
  version: number;
  jws: string;
  /** The payload as JSON. */
  bundle: string;
  published_at: number;
  published_by: string;
}

export interface EventRow {
  id: string;
  endpoint_id: string;
  kind: string;
  is_violation: 0 | 1;
  occurred_at: number;
  received_at: number;
  /** The event as JSON, as validated. */
  body: string;
}

export interface AlertRow {
  id: string;
  state: 'open' | 'acknowledged' | 'closed' | 'false-alarm';
  severity: string;
  action: string;
  outcome: string;
  channel: string;
  /** JSON or null. */
  clause: string | null;
  /** JSON or null. */
  clause_title: string | null;
  endpoint_id: string;
  person: string | null;
  destination: string;
  /** JSON array. */
  types: string;
  /** JSON array. */
  masked: string;
  finding_count: number;
  customer_count: number;
  violation_count: number;
  occurred_at: number;
  received_at: number;
}

export interface AlertViolationRow {
  alert_id: string;
  event_id: string;
}

export interface AlertHistoryRow {
  id: string;
  alert_id: string;
  at: number;
  account: string;
  from_state: AlertRow['state'];
  to_state: AlertRow['state'];
}

export interface AuditRow {
  id: string;
  /** Shared by the `open` and the `close` row of one act. */
  record_id: string;
  phase: 'open' | 'close';
  at: number;
  action: string;
  /** Account name, `endpoint:<id>`, `system`, or null where nobody was known yet. */
  actor: string | null;
  subject: string | null;
  /** `done`, or the error code; null in the `open` row. */
  outcome: string | null;
}

export interface Tables {
  accounts: AccountRow;
  sessions: SessionRow;
  login_attempts: LoginAttemptRow;
  enrolment_tokens: EnrolmentTokenRow;
  endpoints: EndpointRow;
  proof_replays: ProofReplayRow;
  unknown_endpoints: UnknownEndpointRow;
  policies: PolicyRow;
  events: EventRow;
  alerts: AlertRow;
  alert_violations: AlertViolationRow;
  alert_history: AlertHistoryRow;
  audit_records: AuditRow;
}
