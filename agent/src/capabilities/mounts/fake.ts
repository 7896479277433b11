import type { MountedVolume, Mounts } from './port.ts';

/** Mounts a test moves by hand. */
export interface FakeMounts extends Mounts {
  set(volumes: readonly MountedVolume[]): void;
  change(mountPoint: string | null): void;
  /** Listing throws from now on, or no longer does. */
  fail(isFailing: boolean): void;
}

export function createFakeMounts(): FakeMounts {
  let isFailing = false;
  let volumes: readonly MountedVolume[] = [];
  const listeners = new Set<(mountPoint: string | null) => void>();
  return {
    supportsEvents: true,
    list: () => (isFailing ? Promise.reject(new Error('EIO')) : Promise.resolve(volumes)),
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    set(next) {
      volumes = next;
    },
    fail(next) {
      isFailing = next;
    },
    change(mountPoint) {
      for (const listener of listeners) listener(mountPoint);
    },
  };
}
