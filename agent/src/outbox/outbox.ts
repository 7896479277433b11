import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

/** How an append ended. `memory` = the disk refused; the event lives as long as the process does. */
export type Durability = 'durable' | 'memory';

export interface OutboxEntry {
  readonly seq: number;
  readonly event: EndpointEvent;
}

export interface OutboxStatus {
  /** Events waiting to be sent. */
  readonly depth: number;
  /** Events the server refused for good, kept aside. */
  readonly deadLetters: number;
  readonly droppedSinceStart: number;
  readonly storage: Durability;
  /** Name the damaged database was moved to when the outbox was opened. */
  readonly damagedMovedTo: string | null;
}

/**
 * The durable, bounded queue of promise 2. Every method is synchronous: when `append` has returned
 * `durable`, the event survives SIGKILL and power loss.
 */
export interface Outbox {
  /** Adds events at the end; one already there (same id) is kept once. */
  append(events: readonly EndpointEvent[]): Durability;
  /**
   * Like append, but refuses instead of falling back to memory: for callers who can keep the events
   * themselves. False = nothing was taken.
   */
  appendDurably(events: readonly EndpointEvent[]): boolean;
  /** Adds an event that is not sent before `release`: a record made before the act it tells of. */
  hold(event: EndpointEvent): Durability;
  /** Replaces a held event by what came of the act and lets it be sent. */
  release(event: EndpointEvent): void;
  /** Takes a held event back: the act did not happen after all. */
  discard(id: string): void;
  /** What is held: after a start, the records a killed predecessor left open. */
  held(): readonly EndpointEvent[];
  /** Oldest entries first, at most `count` of them and about `maxBytes` of JSON. They stay until settled. */
  peek(count: number, maxBytes: number): readonly OutboxEntry[];
  /** Ends what the last `peek` gave out: removes the delivered, sets the refused aside with their code. */
  settle(
    delivered: readonly OutboxEntry[],
    refused: readonly { readonly entry: OutboxEntry; readonly code: string }[],
  ): void;
  /** The bound of the policy in force. */
  setMaxEvents(maxEvents: number): void;
  status(): OutboxStatus;
  /** Called after each append or release. */
  onAppended(listener: () => void): void;
  close(): void;
}
