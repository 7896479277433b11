import type { Outbox } from '../outbox/outbox.ts';
import type { Quarantine } from '../quarantine/quarantine.ts';
import { enforcementOf } from './decide.ts';

export interface UnfinishedActs {
  /** Id under which the act on this file was begun; given out once. */
  resume(path: string): string | null;
  /** Sends what nobody came back for, as it was recorded: `failed`, `interrupted`. */
  release(): void;
}

/**
 * After a kill, for every record still held: an enforcement that turns out done is told as done; one whose
 * file is still there goes on under the same id when the file is examined again, so that one act stays one
 * violation.
 */
export async function settleUnfinished(deps: {
  quarantine: Pick<Quarantine, 'whatBecameOf'>;
  outbox: Pick<Outbox, 'held' | 'release'>;
}): Promise<UnfinishedActs> {
  const { quarantine, outbox } = deps;
  const open = new Set<string>();
  const resumable = new Map<string, string>();
  for (const event of outbox.held()) {
    const begun = await quarantine.whatBecameOf(event.id);
    if (begun?.found === 'kept' && event.kind === 'violation') {
      outbox.release({ ...event, enforcement: enforcementOf('kept') });
    } else {
      open.add(event.id);
      if (begun) resumable.set(begun.path, event.id);
    }
  }
  return {
    resume(path) {
      const id = resumable.get(path) ?? null;
      resumable.delete(path);
      return id;
    },
    release() {
      resumable.clear();
      for (const event of outbox.held()) if (open.has(event.id)) outbox.release(event);
    },
  };
}
