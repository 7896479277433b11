import type { LiveBus, LiveNotice } from './bus.ts';

/** The bus of a single node: calls its listeners. */
export function createProcessBus(): LiveBus {
  const listeners = new Set<(notice: LiveNotice) => void>();
  return {
    publish(notice) {
      for (const listener of listeners) listener(notice);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
