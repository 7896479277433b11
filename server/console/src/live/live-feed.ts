import {
  type ConsoleLiveMessage,
  consoleLiveMessageSchema,
} from '@kedun/shared/contracts/live-message';

import { backOffMs } from './back-off.ts';

export type LiveState = 'connecting' | 'open' | 'waiting';

/** What of a browser WebSocket the feed uses. */
export interface LiveSocket {
  close(): void;
}

export interface LiveSocketEvents {
  opened(): void;
  received(text: string): void;
  closed(): void;
}

export interface LiveFeedDeps {
  readonly connect: (events: LiveSocketEvents) => LiveSocket;
  /** Runs `task` after the delay; returns what cancels it. */
  readonly schedule: (task: () => void, delayMs: number) => () => void;
  readonly chance: () => number;
  readonly onMessage: (message: ConsoleLiveMessage) => void;
  /** The connection is back after a gap: what was missed must be fetched. */
  readonly onGap: () => void;
  /** The connection failed or was closed: perhaps the session ended, which a socket cannot tell. */
  readonly onLost: () => void;
}

export interface LiveFeed {
  start(): void;
  stop(): void;
  /** The network may be back: try at once instead of waiting out the delay. */
  retryNow(): void;
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
}

function parseMessage(text: string): ConsoleLiveMessage | null {
  try {
    const parsed = consoleLiveMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps one live connection up, with back-off. A message that does not keep the contract counts as a gap. */
export function createLiveFeed(deps: LiveFeedDeps): LiveFeed {
  const listeners = new Set<() => void>();
  let current: LiveState = 'connecting';
  let socket: LiveSocket | null = null;
  let cancelWait: (() => void) | null = null;
  let failures = 0;
  let running = false;
  let missed = false;

  const become = (next: LiveState): void => {
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener();
  };

  const open = (): void => {
    cancelWait = null;
    // A late event of a socket that was given up must not disturb its successor.
    const mine: LiveSocket = deps.connect({
      opened() {
        if (socket !== mine) return;
        failures = 0;
        become('open');
        if (missed) deps.onGap();
        missed = false;
      },
      received(text) {
        if (socket !== mine) return;
        const message = parseMessage(text);
        if (message) deps.onMessage(message);
        else deps.onGap();
      },
      closed() {
        if (socket !== mine) return;
        socket = null;
        if (!running) return;
        failures += 1;
        missed = true;
        deps.onLost();
        if (!running) return;
        become('waiting');
        cancelWait = deps.schedule(open, backOffMs(failures, deps.chance()));
      },
    });
    socket = mine;
  };

  return {
    start() {
      if (running) return;
      running = true;
      current = 'connecting';
      open();
    },
    stop() {
      running = false;
      missed = true;
      cancelWait?.();
      cancelWait = null;
      const old = socket;
      socket = null;
      old?.close();
    },
    retryNow() {
      if (!running || !cancelWait) return;
      cancelWait();
      open();
    },
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
