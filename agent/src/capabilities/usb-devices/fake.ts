import type { UsbChange, UsbDevices } from './port.ts';

/** Devices a test plugs in. */
export interface FakeUsbDevices extends UsbDevices {
  plug(change: UsbChange): void;
}

export function createFakeUsbDevices(): FakeUsbDevices {
  const listeners = new Set<(change: UsbChange) => void>();
  return {
    support: () => 'events',
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    plug(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
