import { type IngestResponse, ingestResponseSchema } from '@kedun/shared/contracts/api/ingest';
import { LIMITS } from '@kedun/shared/contracts/vocabulary';

import { type Logger, errorCode } from '../logging/logger.ts';
import { createBackoff } from '../timing/backoff.ts';
import { createSleeper } from '../timing/sleep.ts';
import type { ServerAnswer, ServerClient } from '../transport/server-client.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';

/** Room for the braces and the field name around the events. */
const MAX_BATCH_BYTES = LIMITS.messageBytes - 1_000;
/** How long an endpoint the server no longer knows waits between attempts. */
const OUTCAST_RETRY_MS = 15 * 60_000;

export interface DrainDeps {
  readonly outbox: Outbox;
  readonly client: ServerClient;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Told after each attempt. */
  readonly onAnswer: (answer: ServerAnswer) => void;
  readonly outcastRetryMs?: number;
}

/** Sends what is in the outbox, oldest first, until `signal` aborts. */
export interface Drain {
  /** Try now, whatever the back-off says (a connection came up, something was appended). */
  wake(): void;
  /** Ends when the signal has aborted and no request is under way. */
  readonly done: Promise<void>;
}

type Refusal = { readonly entry: OutboxEntry; readonly code: string };

/** Sorts a batch by the server's answer. An index in neither list stays in the outbox and is sent again. */
function sortByAnswer(batch: readonly OutboxEntry[], answer: IngestResponse) {
  const delivered: OutboxEntry[] = [];
  const refused: Refusal[] = [];
  for (const index of new Set(answer.acknowledged)) {
    const entry = batch[index];
    if (entry) delivered.push(entry);
  }
  for (const { index, code } of answer.refused) {
    const entry = batch[index];
    if (entry && !delivered.includes(entry)) refused.push({ entry, code });
  }
  return { delivered, refused };
}

/** Codes that speak of the request, not of the endpoint: a smaller or other batch may pass. */
const REQUEST_CODES: ReadonlySet<string> = new Set([
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'event.invalid',
]);

function isOutcast(answer: ServerAnswer): boolean {
  return !answer.ok && (answer.code === 'endpoint.revoked' || answer.code === 'endpoint.unknown');
}

export function startDrain(deps: DrainDeps): Drain {
  const { outbox, client, logger, signal, outcastRetryMs = OUTCAST_RETRY_MS } = deps;
  const backoff = createBackoff({ baseMs: 1_000, capMs: 60_000 });
  const sleeper = createSleeper(signal);
  let batchSize: number = LIMITS.eventsPerRequest;
  /** Nothing was there to send at the last look. */
  let idle = false;

  /** Returns milliseconds to wait before the next batch. */
  async function sendOne(): Promise<number> {
    const batch = outbox.peek(batchSize, MAX_BATCH_BYTES);
    idle = batch.length === 0;
    if (idle) return Number.POSITIVE_INFINITY;
    const events = batch.map((entry) => entry.event);
    const answer = await client.request('POST', '/api/v1/endpoint/events', { events });
    deps.onAnswer(answer);
    if (answer.ok) return settle(batch, answer.body);
    if (REQUEST_CODES.has(answer.code)) return narrow(batch, answer.code);
    outbox.settle([], []);
    if (isOutcast(answer)) return outcastRetryMs * (0.75 + Math.random() / 2);
    const asked = (answer.retryAfterMs ?? 0) * (1 + Math.random() / 4);
    return Math.max(asked, backoff.next());
  }

  function settle(batch: readonly OutboxEntry[], body: unknown): number {
    const parsed = ingestResponseSchema.safeParse(body);
    const { delivered, refused } = parsed.success
      ? sortByAnswer(batch, parsed.data)
      : { delivered: [], refused: [] };
    outbox.settle(delivered, refused);
    if (refused.length > 0)
      logger.error(
        { count: refused.length, code: refused[0]?.code },
        'server refused events; kept aside',
      );
    if (delivered.length + refused.length === 0) return backoff.next();
    batchSize = LIMITS.eventsPerRequest;
    backoff.reset();
    return 0;
  }

  /** The whole request was refused for what is in it: halve until the one event is alone, set that aside. */
  function narrow(batch: readonly OutboxEntry[], code: string): number {
    const [first] = batch;
    if (batch.length > 1 || !first) {
      outbox.settle([], []);
      batchSize = Math.max(1, Math.floor(batch.length / 2));
      return 0;
    }
    outbox.settle([], [{ entry: first, code }]);
    logger.error({ count: 1, code }, 'server refused events; kept aside');
    batchSize = LIMITS.eventsPerRequest;
    return 0;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      let waitMs: number;
      try {
        waitMs = await sendOne();
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'outbox drain failed');
        waitMs = backoff.next();
      }
      // A timer cannot be longer than 2^31 ms; an hour is as good as for ever here.
      if (waitMs > 0) await sleeper.sleep(Math.min(waitMs, 3_600_000));
    }
  }

  // While attempts fail, new events do not hurry the next one: a storm of them would be a storm of requests.
  outbox.onAppended(() => {
    if (idle) sleeper.wake();
  });
  return { wake: () => sleeper.wake(), done: run() };
}
