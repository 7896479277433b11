import type { UsbDevices } from './port.ts';

/** A platform on which the agent does not report devices yet. */
export function createUnsupportedUsbDevices(): UsbDevices {
  return { support: () => 'none', watch: () => () => undefined };
}
