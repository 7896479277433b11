import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { UsbDeviceFacts } from './port.ts';

/** Printable, without control characters, bounded: a device chooses these words itself. */
function tidy(text: string): string | undefined {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return clean === '' ? undefined : clean.slice(0, 128);
}

async function readWord(file: string): Promise<string> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
}

async function readInterface(directory: string): Promise<string | null> {
  const names = ['bInterfaceClass', 'bInterfaceSubClass', 'bInterfaceProtocol'];
  const words = await Promise.all(names.map((name) => readWord(path.join(directory, name))));
  if (words.some((word) => !/^[0-9a-f]{2}$/i.test(word))) return null;
  return words.map((word) => Number.parseInt(word, 16)).join('/');
}

async function readDevice(root: string, name: string, all: readonly string[]) {
  const directory = path.join(root, name);
  const [vendorId, productId, serial, product] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'product'].map((file) =>
      readWord(path.join(directory, file)),
    ),
  );
  if (!/^[0-9a-f]{4}$/.test(vendorId ?? '') || !/^[0-9a-f]{4}$/.test(productId ?? '')) return null;
  const interfaces = await Promise.all(
    all
      .filter((entry) => entry.startsWith(`${name}:`))
      .map((entry) => readInterface(path.join(root, entry))),
  );
  const facts: UsbDeviceFacts = {
    bus: 'usb',
    vendorId: vendorId ?? '',
    productId: productId ?? '',
    interfaces: interfaces.filter((entry) => entry !== null).slice(0, 64),
  };
  const tidySerial = tidy(serial ?? '');
  const tidyProduct = tidy(product ?? '');
  if (tidySerial !== undefined) facts.serial = tidySerial;
  if (tidyProduct !== undefined) facts.product = tidyProduct;
  return facts;
}

/**
 * Devices below `/sys/bus/usb/devices` by their sysfs name (`1-1.4`); hubs of the machine itself (`usb1`)
 * are left out. Unauthorised devices are there too, without interfaces. Empty when there is no USB.
 */
export async function scanUsbDevices(root: string): Promise<ReadonlyMap<string, UsbDeviceFacts>> {
  const found = new Map<string, UsbDeviceFacts>();
  let names: string[];
  try {
    names = await readdir(root);
  } catch {
    return found;
  }
  for (const name of names.filter((entry) => /^\d+-[\d.]+$/.test(entry))) {
    const facts = await readDevice(root, name, names);
    if (facts) found.set(name, facts);
  }
  return found;
}
