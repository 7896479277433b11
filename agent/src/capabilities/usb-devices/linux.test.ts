import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { createSilentLogger } from '../../logging/logger.ts';
import { eventually } from '../../testing/eventually.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { createLinuxUsbDevices } from './linux.ts';
import type { UsbChange } from './port.ts';

const logger = createSilentLogger();

async function plug(root: string, name: string, files: Record<string, string>, classes: string[]) {
  const devices = path.join(root, 'devices');
  for (const [index, triple] of classes.entries()) {
    const folder = path.join(devices, `${name}:1.${index}`);
    await mkdir(folder, { recursive: true });
    const [a = '', b = '', c = ''] = triple.split('/');
    await writeFile(path.join(folder, 'bInterfaceClass'), `${a}\n`);
    await writeFile(path.join(folder, 'bInterfaceSubClass'), `${b}\n`);
    await writeFile(path.join(folder, 'bInterfaceProtocol'), `${c}\n`);
  }
  await mkdir(path.join(devices, name), { recursive: true });
  for (const [file, word] of Object.entries(files))
    await writeFile(path.join(devices, name, file), `${word}\n`);
}

const stick = {
  idVendor: '0951',
  idProduct: '1666',
  serial: 'E0D5',
  product: 'DataTraveler\u0007',
};

it('does nothing and loads nothing where there is no USB', async () => {
  await using folder = await temporaryFolder();
  let subscribed = 0;
  const usb = createLinuxUsbDevices({
    logger,
    usbRoot: path.join(folder.path, 'none'),
    subscribe: () => {
      subscribed += 1;
      return Promise.resolve(() => undefined);
    },
  });
  usb.watch(() => undefined)();
  expect([usb.support(), subscribed]).toEqual(['none', 0]);
});

it('tells of media that are there at the start, and of everything that comes and goes later', async () => {
  await using folder = await temporaryFolder();
  await plug(folder.path, '1-1', stick, ['08/06/50']);
  await plug(folder.path, '1-2', { idVendor: '046d', idProduct: 'c31c' }, ['03/01/01']);
  const changes: UsbChange[] = [];
  const usb = createLinuxUsbDevices({
    logger,
    usbRoot: folder.path,
    rescanMs: 30,
    subscribe: () => Promise.reject(new Error('no udev here')),
  });
  const stop = usb.watch((change) => changes.push(change));
  await eventually('stick told', () => changes.length === 1);
  expect(changes[0]).toEqual({
    kind: 'device.attached',
    device: {
      bus: 'usb',
      vendorId: '0951',
      productId: '1666',
      serial: 'E0D5',
      product: 'DataTraveler',
      interfaces: ['8/6/80'],
    },
  });
  await plug(folder.path, '2-1.4', { idVendor: '18d1', idProduct: '4ee1' }, [
    '06/01/01',
    'ff/42/01',
  ]);
  await eventually('phone told', () => changes.length === 2);
  await rm(path.join(folder.path, 'devices/1-1'), { recursive: true });
  await eventually('gone told', () => changes.length === 3);
  expect(changes.slice(1).map((change) => [change.kind, change.device.vendorId])).toEqual([
    ['device.attached', '18d1'],
    ['device.detached', '0951'],
  ]);
  expect(usb.support()).toBe('scan');
  stop();
});
