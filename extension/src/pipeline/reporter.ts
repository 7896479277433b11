import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

export interface ReporterDeps {
  /** Writes to storage that outlives page and worker; the background empties it. */
  readonly spool: (event: EndpointEvent) => Promise<void>;
  /** Hands events to the background; answers with the ids that are durable in its outbox. */
  readonly record: (events: EndpointEvent[]) => Promise<readonly string[]>;
  readonly schedule: (task: () => void, delayMs: number) => void;
}

export interface Reporter {
  /** Resolves when the event is durable somewhere (spool or outbox). Never rejects. */
  readonly report: (event: EndpointEvent) => Promise<void>;
  /** Events that the background has not acknowledged yet. */
  readonly waiting: () => number;
}

const RETRY_FIRST_MS = 250;
const RETRY_LONGEST_MS = 15_000;
const BATCH = 50;

/**
 * Brings events from a page to the background's outbox: written to the spool at once, kept here until the
 * background has acknowledged, sent again when the worker died in between. Events carry their ids, so
 * sending twice stores once.
 */
export function createReporter(deps: ReporterDeps): Reporter {
  const waiting = new Map<string, EndpointEvent>();
  let sending = false;
  let delayMs = RETRY_FIRST_MS;

  const send = async (): Promise<void> => {
    if (sending || waiting.size === 0) return;
    sending = true;
    const batch = [...waiting.values()].slice(0, BATCH);
    const ids = await deps.record(batch).catch((): readonly string[] => []);
    for (const id of ids) waiting.delete(id);
    sending = false;
    if (ids.length > 0) delayMs = RETRY_FIRST_MS;
    if (waiting.size === 0) return;
    if (ids.length > 0) return send();
    deps.schedule(() => void send(), delayMs);
    delayMs = Math.min(delayMs * 2, RETRY_LONGEST_MS);
  };

  return {
    waiting: () => waiting.size,
    async report(event) {
      waiting.set(event.id, event);
      const spooled = deps.spool(event);
      void send();
      await spooled.catch(() => undefined);
    },
  };
}
