import type { MountedVolume, Mounts } from './port.ts';

/** Mounts a test moves by hand. */
export interface FakeMounts extends Mounts {
  set(volumes: readonly MountedVolume[]): void;
  change(mountPoint: string | null): void;
}

export function createFakeMounts(): FakeMounts {
  let volumes: readonly MountedVolume[] = [];
  const listeners = new Set<(mountPoint: string | null) => void>();
  return {
    supportsEvents: true,
    list: () => Promise.resolve(volumes),
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    set(next) {
      volumes = next;
    },
    change(mountPoint) {
      for (const listener of listeners) listener(mountPoint);
    },
  };
}
