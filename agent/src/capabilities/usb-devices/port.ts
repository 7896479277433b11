import type { DeviceEvent } from '@kedun/shared/contracts/endpoint-event';

/** A USB device as reported; vendor, product and serial are company facts. */
export type UsbDeviceFacts = DeviceEvent['device'];

export interface UsbChange {
  readonly kind: DeviceEvent['kind'];
  readonly device: UsbDeviceFacts;
}

/** USB devices coming and going. Says nothing of what was there at the start, except of media and phones. */
export interface UsbDevices {
  /** `none` = this machine has no USB; `scan` = by re-scanning alone; `events` = told by the kernel. */
  readonly support: () => 'none' | 'scan' | 'events';
  watch(onChange: (change: UsbChange) => void): () => void;
}
