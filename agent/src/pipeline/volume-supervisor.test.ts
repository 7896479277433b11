import { expect, it } from 'vitest';

import { createFakeFileWatch } from '../capabilities/file-watch/fake.ts';
import { createFakeMounts } from '../capabilities/mounts/fake.ts';
import type { MountedVolume } from '../capabilities/mounts/port.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { isWatched, startVolumeSupervisor } from './volume-supervisor.ts';

const stick: MountedVolume = {
  mountPoint: '/media/stick',
  source: '/dev/sdb1',
  fileSystem: 'vfat',
  device: 17n,
  removable: true,
  readOnly: false,
};
const disk: MountedVolume = { ...stick, mountPoint: '/', source: '/dev/sda1', removable: false };

function start() {
  const mounts = createFakeMounts();
  const fileWatch = createFakeFileWatch();
  const offered: string[] = [];
  const supervisor = startVolumeSupervisor({
    mounts,
    fileWatch,
    queue: { offer: (_, file) => offered.push(file.path), dropVolume: () => undefined },
    watchedVolumes: () => ({ removable: true, mountPointPrefixes: [] }),
    logger: createSilentLogger(),
  });
  return { mounts, fileWatch, offered, supervisor };
}

it('watches what comes, stops watching what goes', async () => {
  const t = start();
  t.mounts.set([disk, stick]);
  await t.supervisor.refresh();
  expect(t.fileWatch.watched()).toEqual(['/media/stick']);
  t.fileWatch.say('/media/stick', { path: '/media/stick/a', origin: 'written' });
  expect(t.offered).toEqual(['/media/stick/a']);
  t.mounts.set([disk]);
  await t.supervisor.refresh();
  expect(t.fileWatch.watched()).toEqual([]);
});

it.each<[string, (t: ReturnType<typeof start>) => void]>([
  ['the mount event names it', (t) => t.mounts.change('/media/stick')],
  ['inotify saw it go', (t) => t.fileWatch.gone('/media/stick')],
])('watches anew a volume that went and came back between two looks: %s', async (_, tell) => {
  const t = start();
  t.mounts.set([stick]);
  await t.supervisor.refresh();
  tell(t);
  await t.supervisor.refresh();
  expect(t.fileWatch.openedCount()).toBe(2);
  expect(t.fileWatch.watched()).toEqual(['/media/stick']);
  // Something else was mounted: this one is left in peace.
  t.mounts.change('/media/other');
  await t.supervisor.refresh();
  expect(t.fileWatch.openedCount()).toBe(2);
});

it('survives a system that cannot list its mounts', async () => {
  const t = start();
  t.mounts.set([stick]);
  await t.supervisor.refresh();
  t.mounts.fail(true);
  await t.supervisor.refresh();
  expect(t.fileWatch.watched()).toEqual(['/media/stick']);
  t.mounts.fail(false);
  await t.supervisor.refresh({ anew: true });
  expect(t.fileWatch.openedCount()).toBe(2);
});

it.each([
  ['/mnt/out', false, true],
  ['/mnt/out/a', false, true],
  ['/mnt/outer', false, false],
  ['/', false, false],
  ['/media/x', true, false],
])('%s (removable %s) with the prefix /mnt/out/: watched %s', (mountPoint, removable, watched) => {
  const rule = { removable: false, mountPointPrefixes: ['/mnt/out/'] };
  expect(isWatched({ mountPoint, removable }, rule)).toBe(watched);
});
