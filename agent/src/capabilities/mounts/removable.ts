import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import type { MountLine } from './mountinfo.ts';

/** Phones and cameras: they come as FUSE mounts without a block device. */
const CARRIED_FUSE: ReadonlySet<string> = new Set([
  'fuse.jmtpfs',
  'fuse.simple-mtpfs',
  'fuse.aft-mtp-mount',
  'fuse.mtpfs',
  'fuse.gphotofs',
  'fuse.ifuse',
]);
/** By bus: USB hard discs say removable=0, and enclosures over USB4 are plain NVMe. */
const CARRIED_BUS = /\/(usb\d+|mmc_host|firewire\d*|thunderbolt)\//;

const readWord = (file: string) =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );

/** FUSE file systems (ntfs-3g, exfat-fuse) have a number of their own; the source names the device. */
async function blockDeviceOf(line: MountLine): Promise<string> {
  if (!line.majorMinor.startsWith('0:') || !line.source.startsWith('/dev/')) return line.majorMinor;
  try {
    const { rdev } = await stat(line.source, { bigint: true });
    const major = ((rdev >> 8n) & 0xfffn) | ((rdev >> 32n) & 0xfffff000n);
    const minor = (rdev & 0xffn) | ((rdev >> 12n) & 0xffffff00n);
    return `${major}:${minor}`;
  } catch {
    return line.majorMinor;
  }
}

/** eMMC is soldered on; SD cards sit on the same bus. */
async function isBuiltInFlash(devicePath: string): Promise<boolean> {
  const card = /^(.*\/mmc_host\/[^/]+\/[^/]+)/.exec(devicePath)?.[1];
  return card !== undefined && (await readWord(path.join(card, 'type'))) === 'MMC';
}

/** Asks sysfs. Never throws: what is not there is not removable. */
export function createRemovableCheck(sysRoot = '/sys') {
  /** Walks up from the block device to the root of sysfs. */
  async function isCarried(devicePath: string): Promise<boolean> {
    if (CARRIED_BUS.test(`${devicePath}/`) && !(await isBuiltInFlash(devicePath))) return true;
    for (let at = devicePath; at.startsWith(sysRoot) && at !== sysRoot; at = path.dirname(at)) {
      const word = await readWord(path.join(at, 'removable'));
      // Block layer: 0 or 1. Port of a bus: fixed, removable, unknown.
      if (word === '1' || word === 'removable') return true;
    }
    return false;
  }

  async function isDeviceCarried(majorMinor: string, depth: number): Promise<boolean> {
    let devicePath: string;
    try {
      devicePath = await realpath(path.join(sysRoot, 'dev', 'block', majorMinor));
    } catch {
      return false;
    }
    if (await isCarried(devicePath)) return true;
    // LUKS and LVM: what lies underneath decides.
    const slaves = await readdir(path.join(devicePath, 'slaves')).catch(() => []);
    for (const slave of depth > 0 ? slaves : []) {
      const number = await readWord(path.join(devicePath, 'slaves', slave, 'dev'));
      if (number !== '' && (await isDeviceCarried(number, depth - 1))) return true;
    }
    return false;
  }

  return async (line: MountLine): Promise<boolean> =>
    CARRIED_FUSE.has(line.fileSystem) || isDeviceCarried(await blockDeviceOf(line), 4);
}
