/**
 * Waits, and can be woken before the time is over; ends at once, and for good, when `signal` aborts.
 * A wake that comes while nobody waits is kept for the next wait.
 */
export interface Sleeper {
  sleep(ms: number): Promise<void>;
  wake(): void;
}

export function createSleeper(signal: AbortSignal): Sleeper {
  let woken = false;
  let end: (() => void) | null = null;
  return {
    sleep(ms) {
      if (woken || signal.aborted) {
        woken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          end = null;
          woken = false;
          resolve();
        };
        const timer = setTimeout(finish, ms);
        signal.addEventListener('abort', finish, { once: true });
        end = finish;
      });
    },
    wake() {
      if (end) end();
      else woken = true;
    },
  };
}
