import type { DatabaseSync } from 'node:sqlite';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

import { parseEvent } from './event-store.ts';

/** Drops the oldest events of a full outbox and keeps the count of them as one event in the queue. */
export interface OverflowLedger {
  /** Drops at least `count` rows, within the caller's transaction. Returns by how many rows the queue shrank. */
  makeRoom(count: number): number;
  /** Tells of events lost elsewhere, within the caller's transaction. Returns by how many rows the queue grew. */
  addLoss(count: number): number;
  /** Rows up to this number are on their way to the server: neither dropped nor changed. */
  protectUpTo(seq: number): void;
  /** The way is over, delivered or not. */
  unprotect(): void;
  /** The transaction was rolled back: what was counted in it no longer holds. */
  forget(): void;
  droppedSinceStart(): number;
}

/** The one tally that may still grow: it has never been on its way to the server. */
interface Tally {
  readonly seq: number;
  readonly id: string;
  readonly occurredAt: number;
  droppedCount: number;
}

export function createOverflowLedger(deps: {
  db: DatabaseSync;
  newId: () => string;
  now: () => number;
}): OverflowLedger {
  const { db } = deps;
  const oldest = db.prepare(
    'SELECT seq, body FROM events WHERE held = 0 AND seq > ? AND seq <> ? ORDER BY seq LIMIT ?',
  );
  const remove = db.prepare('DELETE FROM events WHERE seq = ?');
  const insert = db.prepare('INSERT INTO events (id, body) VALUES (?, ?)');
  const update = db.prepare('UPDATE events SET body = ? WHERE seq = ?');
  let protectedSeq = 0;
  let dropped = 0;
  let open: Tally | null = null;

  const toEvent = ({ id, occurredAt, droppedCount }: Omit<Tally, 'seq'>): EndpointEvent => ({
    kind: 'outbox.overflow',
    id,
    occurredAt,
    droppedCount,
  });

  /** Adds to the open tally or begins one. Returns the rows added. */
  function tell(droppedCount: number): number {
    if (open) {
      open.droppedCount += droppedCount;
      update.run(JSON.stringify(toEvent(open)), open.seq);
      return 0;
    }
    const tally = { id: deps.newId(), occurredAt: deps.now(), droppedCount };
    const { lastInsertRowid } = insert.run(tally.id, JSON.stringify(toEvent(tally)));
    open = { ...tally, seq: Number(lastInsertRowid) };
    return 1;
  }

  return {
    makeRoom(count) {
      // A tally that has to be begun takes a place itself.
      const wanted = open ? count : count + 1;
      let lost = 0;
      const rows = oldest.all(protectedSeq, open?.seq ?? 0, wanted);
      for (const row of rows) {
        remove.run(Number(row['seq']));
        const event = parseEvent(row['body']);
        // An older tally is taken up into the new one.
        if (event?.kind === 'outbox.overflow') lost += event.droppedCount;
        else {
          lost += 1;
          dropped += 1;
        }
      }
      return lost === 0 ? 0 : rows.length - tell(lost);
    },
    addLoss(count) {
      dropped += count;
      return tell(count);
    },
    protectUpTo(seq) {
      protectedSeq = seq;
      // What may already be at the server under its id must not change any more.
      if (open && open.seq <= seq) open = null;
    },
    unprotect() {
      protectedSeq = 0;
    },
    forget() {
      open = null;
    },
    droppedSinceStart: () => dropped,
  };
}
