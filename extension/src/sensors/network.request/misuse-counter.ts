import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

const TELL_EVERY_MS = 60_000;
const COUNT_MAX = 1_000_000_000;

export interface MisuseCounterDeps {
  readonly host: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly report: (event: EndpointEvent) => Promise<void>;
  readonly schedule: (task: () => void, delayMs: number) => void;
}

/** Counts what a page forged and tells it once a minute at most: a page cannot flood the outbox. */
export function createMisuseCounter(deps: MisuseCounterDeps): (count: number) => void {
  let count = 0;
  let scheduled = false;

  const tell = () => {
    scheduled = false;
    if (count === 0) return;
    const told = count;
    count = 0;
    void deps.report({
      kind: 'bridge.misuse',
      id: deps.newId(),
      occurredAt: deps.now(),
      host: deps.host,
      count: told,
    });
    scheduled = true;
    deps.schedule(tell, TELL_EVERY_MS);
  };

  return (added) => {
    count = Math.min(count + added, COUNT_MAX);
    if (scheduled) return;
    scheduled = true;
    // A moment, so that one burst is one event.
    deps.schedule(tell, 1_000);
  };
}
