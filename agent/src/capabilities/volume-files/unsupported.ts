import type { VolumeFiles } from './port.ts';

/** A platform on which the agent does not touch files on volumes yet. */
export function createUnsupportedVolumeFiles(): VolumeFiles {
  return {
    open: () => Promise.resolve({ state: 'gone' }),
    look: () => Promise.resolve(null),
  };
}
