import type { AuditAction } from '../../plugins/route-declaration.ts';
import type { Clock } from '../../clock.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { Queryable } from '../../store/store.ts';

export interface AuditOpening {
  readonly action: AuditAction;
  readonly actor: string | null;
  readonly subject: string | null;
}

export interface AuditClosing extends AuditOpening {
  readonly recordId: string;
  /** `done` or an error code. */
  readonly outcome: string;
}

/**
 * Append only: an act is two rows, one before it and one after it. An opened record without its closing
 * row is an act that failed half way.
 */
export interface AuditLog {
  open(opening: AuditOpening, tx?: Queryable): Promise<string>;
  close(closing: AuditClosing, tx?: Queryable): Promise<void>;
}

export interface AuditLogDeps {
  readonly db: Queryable;
  readonly clock: Clock;
  readonly newId: IdSource;
}

export function createAuditLog({ db, clock, newId }: AuditLogDeps): AuditLog {
  return {
    async open(opening, tx = db) {
      const id = newId();
      await tx
        .insertInto('audit_records')
        .values({ id, record_id: id, phase: 'open', at: clock(), outcome: null, ...opening })
        .execute();
      return id;
    },
    async close({ recordId, ...closing }, tx = db) {
      await tx
        .insertInto('audit_records')
        .values({ id: newId(), record_id: recordId, phase: 'close', at: clock(), ...closing })
        .execute();
    },
  };
}
