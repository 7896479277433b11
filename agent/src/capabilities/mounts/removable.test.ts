import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { createRemovableCheck } from './removable.ts';

/** A sysfs as the kernel lays it out: block devices below their bus, found by number. */
async function layOut(
  sys: string,
  devices: Readonly<Record<string, { at: string; files?: Readonly<Record<string, string>> }>>,
) {
  await mkdir(path.join(sys, 'dev/block'), { recursive: true });
  for (const [number, { at, files = {} }] of Object.entries(devices)) {
    await mkdir(path.join(sys, at), { recursive: true });
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(sys, at, file)), { recursive: true });
      await writeFile(path.join(sys, at, file), `${content}\n`);
    }
    await symlink(path.join(sys, at), path.join(sys, 'dev/block', number));
  }
}

it('knows media a person can carry away by bus, by flag, and through encryption', async () => {
  await using folder = await temporaryFolder();
  const sys = folder.path;
  const host = 'devices/pci0000:00/0000:00:14.0';
  await layOut(sys, {
    // A USB hard disc says removable=0.
    '8:17': { at: `${host}/usb2/2-1/2-1:1.0/host4/block/sdb/sdb1`, files: { '../removable': '0' } },
    '8:1': { at: 'devices/pci0000:00/ata1/block/sda/sda1', files: { '../removable': '0' } },
    '11:0': { at: 'devices/pci0000:00/ata2/block/sr0', files: { removable: '1' } },
    '179:1': {
      at: 'devices/platform/mmc_host/mmc0/mmc0:1/block/mmcblk0',
      files: { '../../type': 'MMC' },
    },
    '179:8': {
      at: 'devices/platform/mmc_host/mmc1/mmc1:aaaa/block/mmcblk1',
      files: { '../../type': 'SD' },
    },
    // NVMe in an enclosure: the port it hangs on says so.
    '259:1': {
      at: 'devices/pci0000:00/0000:06:00.0/nvme/nvme1/nvme1n1',
      files: { '../../../removable': 'removable' },
    },
    '259:0': {
      at: 'devices/pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1',
      files: { '../../../removable': 'fixed' },
    },
    '253:0': { at: 'devices/virtual/block/dm-0', files: { 'slaves/sdb1/dev': '8:17' } },
    '253:1': { at: 'devices/virtual/block/dm-1', files: { 'slaves/sda1/dev': '8:1' } },
    '7:0': { at: 'devices/virtual/block/loop0', files: { removable: '0' } },
  });
  const isRemovable = createRemovableCheck(sys);
  const check = async (majorMinor: string, fileSystem = 'ext4') =>
    isRemovable({ majorMinor, fileSystem, mountPoint: '/m', readOnly: false, source: 'x' });
  const answers: Record<string, boolean> = {};
  for (const n of [
    '8:17',
    '8:1',
    '11:0',
    '179:1',
    '179:8',
    '259:1',
    '259:0',
    '253:0',
    '253:1',
    '7:0',
    '9:9',
  ])
    answers[n] = await check(n);
  expect(answers).toEqual({
    '8:17': true,
    '8:1': false,
    '11:0': true,
    '179:1': false,
    '179:8': true,
    '259:1': true,
    '259:0': false,
    '253:0': true,
    '253:1': false,
    '7:0': false,
    '9:9': false,
  });
  expect(await check('0:55', 'fuse.jmtpfs')).toBe(true);
});
