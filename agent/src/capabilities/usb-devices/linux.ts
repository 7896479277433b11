import { existsSync } from 'node:fs';
import path from 'node:path';

import { type Logger, errorCode } from '../../logging/logger.ts';
import type { UsbDeviceFacts, UsbDevices } from './port.ts';
import { scanUsbDevices } from './sysfs.ts';

export interface LinuxUsbDeps {
  readonly logger: Logger;
  readonly usbRoot?: string;
  /** Fallback under the events, which need systemd-udevd. */
  readonly rescanMs?: number;
  /** Subscribes to plug events; throws or rejects where it cannot. For tests: another one. */
  readonly subscribe?: (onEvent: () => void) => Promise<() => void>;
}

/** Interface classes of USB: 8 mass storage, 6 still image (phones over MTP and PTP). */
const CARRIES_DATA = /^[68]\//;
/** A device is complete a moment after its first event. */
const SETTLE_MS = 250;

/**
 * npm usb's own emitter, not its WebUSB face: there a failing start is thrown from a timer and from a
 * promise nobody holds, and both end the process.
 */
async function subscribeByLibrary(onEvent: () => void): Promise<() => void> {
  const { Emitter } = await import('usb/index.js');
  const emitter = new Emitter();
  await emitter.addAttach(() => onEvent());
  await emitter.addDetach(() => onEvent());
  return () => {
    emitter.removeAttach().catch(() => undefined);
    emitter.removeDetach().catch(() => undefined);
  };
}

/** What is plugged in is always read from sysfs; the events only say when to look. */
export function createLinuxUsbDevices(deps: LinuxUsbDeps): UsbDevices {
  const { logger, usbRoot = '/sys/bus/usb', rescanMs = 10_000 } = deps;
  const devices = path.join(usbRoot, 'devices');
  let support: ReturnType<UsbDevices['support']> = existsSync(usbRoot) ? 'scan' : 'none';

  return {
    support: () => support,
    watch(onChange) {
      // No USB: nothing is loaded, nothing is asked.
      if (support === 'none') return () => undefined;
      let known: ReadonlyMap<string, UsbDeviceFacts> | null = null;
      let stopped = false;
      let queue: Promise<void> = Promise.resolve();
      let unsubscribe: (() => void) | undefined;

      async function rescan(): Promise<void> {
        const found = await scanUsbDevices(devices);
        if (stopped) return;
        for (const [name, device] of found) {
          const before = known?.get(name);
          const isNew = known
            ? before?.serial !== device.serial || before?.productId !== device.productId
            : device.interfaces.some((entry) => CARRIES_DATA.test(entry));
          if (isNew) onChange({ kind: 'device.attached', device });
        }
        for (const [name, device] of known ?? [])
          if (!found.has(name)) onChange({ kind: 'device.detached', device });
        known = found;
      }
      const look = () => {
        queue = queue.then(rescan).catch((error: unknown) => {
          logger.warn({ code: errorCode(error) }, 'USB re-scan failed');
        });
      };

      look();
      const timer = setInterval(look, rescanMs);
      async function subscribe(): Promise<void> {
        const begin = deps.subscribe ?? subscribeByLibrary;
        try {
          const stop = await begin(() => setTimeout(look, SETTLE_MS).unref());
          support = 'events';
          if (stopped) stop();
          else unsubscribe = stop;
        } catch (error) {
          logger.warn({ code: errorCode(error) }, 'no USB events; re-scanning instead');
        }
      }
      void subscribe();
      return () => {
        stopped = true;
        clearInterval(timer);
        unsubscribe?.();
      };
    },
  };
}
