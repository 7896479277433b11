import { createHash, randomBytes } from 'node:crypto';

import type { Clock } from '../../clock.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { AccountRow } from '../../store/tables.ts';
import type { IdentitiesRepository } from './repository.ts';

export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_MAX_MS = 12 * 3_600_000;
/** Writing "last seen" costs a commit; once a minute is fine enough for half an hour. */
const TOUCH_EVERY_MS = 60_000;

/** Who is logged in, for the length of a request. */
export interface Session {
  /** Hash of the token: names the session without being a key to it. */
  readonly id: string;
  readonly account: string;
  readonly displayName: string;
}

/** Revocable sessions, see shared/docs/adr/0003. */
export interface Sessions {
  /** Answers the token: it is nowhere else. */
  open(account: Pick<AccountRow, 'id'>): Promise<string>;
  /** Null for unknown, ended, timed-out sessions and disabled accounts. `touch` counts as activity. */
  resolve(token: string, touch: boolean): Promise<Session | null>;
  end(token: string): Promise<void>;
}

export interface SessionsDeps {
  readonly repository: Pick<
    IdentitiesRepository,
    'insertSession' | 'findSession' | 'touchSession' | 'deleteSession'
  >;
  readonly clock: Clock;
  readonly bus: Pick<LiveBus, 'publish'>;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createSessions({ repository, clock, bus }: SessionsDeps): Sessions {
  return {
    async open(account) {
      const token = randomBytes(32).toString('base64url');
      const now = clock();
      await repository.insertSession({
        token_hash: hashOf(token),
        account_id: account.id,
        created_at: now,
        last_seen_at: now,
        expires_at: now + SESSION_MAX_MS,
      });
      return token;
    },
    async resolve(token, touch) {
      if (!/^[\w-]{43}$/.test(token)) return null;
      const row = await repository.findSession(hashOf(token));
      const now = clock();
      if (!row || row.state !== 'active') return null;
      // Both ways: a clock that is put back must not make a session last longer.
      const idleMs = Math.abs(now - row.last_seen_at);
      if (now >= row.expires_at || idleMs >= SESSION_IDLE_MS) return null;
      if (touch && idleMs >= TOUCH_EVERY_MS) await repository.touchSession(row.token_hash, now);
      return { id: row.token_hash, account: row.name, displayName: row.display_name };
    },
    async end(token) {
      const id = hashOf(token);
      await repository.deleteSession(id);
      bus.publish({ kind: 'session.ended', sessionId: id });
    },
  };
}
