import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { createSilentLogger } from '../../logging/logger.ts';
import { eventually } from '../../testing/eventually.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { createLinuxMounts } from './linux.ts';

const logger = createSilentLogger();

it('lists the volumes of this machine', async () => {
  const volumes = await createLinuxMounts({ logger }).list();
  expect(volumes.find((volume) => volume.mountPoint === '/')).toBeDefined();
  expect(volumes.some((volume) => volume.fileSystem === 'proc')).toBe(false);
});

it('starts findmnt again when it dies, and has the whole list looked at', async () => {
  await using folder = await temporaryFolder();
  const findmnt = path.join(folder.path, 'findmnt');
  await writeFile(findmnt, '#!/bin/sh\necho "mount /mnt/x"\nexit 1\n');
  await chmod(findmnt, 0o755);
  const changes: (string | null)[] = [];
  const stop = createLinuxMounts({ logger, findmnt, pollMs: 60_000 }).watch((m) => changes.push(m));
  await eventually('started twice', () => changes.filter((c) => c === '/mnt/x').length >= 2);
  expect(changes).toContain(null);
  stop();
});

it('still notices a change where findmnt is missing', async () => {
  await using folder = await temporaryFolder();
  const mountinfoFile = path.join(folder.path, 'mountinfo');
  await writeFile(mountinfoFile, '27 1 254:0 / / rw - ext4 /dev/vda rw\n');
  const changes: (string | null)[] = [];
  const findmnt = path.join(folder.path, 'missing');
  const mounts = createLinuxMounts({ logger, findmnt, mountinfoFile, pollMs: 20 });
  const stop = mounts.watch((mountPoint) => changes.push(mountPoint));
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  const before = changes.length;
  await writeFile(mountinfoFile, '28 1 8:17 / /mnt rw - vfat /dev/sdb1 rw\n');
  await eventually('noticed', () => changes.length > before);
  expect(await mounts.list()).toMatchObject([{ mountPoint: '/mnt', fileSystem: 'vfat' }]);
  stop();
});
