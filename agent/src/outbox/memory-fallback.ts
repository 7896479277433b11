import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

interface Kept {
  event: EndpointEvent;
  held: boolean;
}

/** Where events wait while the disk refuses: bounded, oldest dropped and counted. */
export interface MemoryFallback {
  add(event: EndpointEvent, held: boolean): void;
  /** True when the event was held here. */
  release(event: EndpointEvent): boolean;
  discard(id: string): boolean;
  /** What may be sent, oldest first. */
  waiting(): readonly EndpointEvent[];
  remove(ids: readonly string[]): void;
  size(): number;
  lostCount(): number;
  /** Forgets what `waiting` gave, and the count of the lost; what is held stays. */
  clear(): void;
}

export function createMemoryFallback(maxEvents: number): MemoryFallback {
  const kept = new Map<string, Kept>();
  let lost = 0;
  return {
    add(event, held) {
      kept.set(event.id, { event, held });
      while (kept.size > maxEvents) {
        const oldest = kept.keys().next().value;
        if (oldest === undefined) break;
        kept.delete(oldest);
        lost += 1;
      }
    },
    release(event) {
      if (!kept.has(event.id)) return false;
      kept.set(event.id, { event, held: false });
      return true;
    },
    discard: (id) => kept.delete(id),
    waiting: () => [...kept.values()].filter((k) => !k.held).map((k) => k.event),
    remove(ids) {
      for (const id of ids) kept.delete(id);
    },
    size: () => kept.size,
    lostCount: () => lost,
    clear() {
      for (const [id, { held }] of kept) if (!held) kept.delete(id);
      lost = 0;
    },
  };
}
