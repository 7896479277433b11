import { statSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parsePollLine } from './linux.ts';
import { deviceNumber, holdsFiles, parseMountinfo } from './mountinfo.ts';

/** Recorded on Debian 12; the last two are the same mount point, stacked. */
const RECORDED = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
36 25 8:17 / /media/zhang/USB\\040盘 rw,nosuid,nodev,relatime shared:29 - vfat /dev/sdb1 rw,uid=1000
40 27 7:0 / /mnt/a ro,relatime - ext4 /dev/loop0 ro
41 27 7:1 / /mnt/a rw,relatime - ext4 /dev/loop1 rw
42 27 0:50 / /mnt/share rw - cifs //srv/a - b rw
`;

describe('mountinfo', () => {
  it('is read with its escapes, read-only flags and stacked mounts', () => {
    const lines = parseMountinfo(RECORDED);
    expect(lines.filter(holdsFiles).map((l) => [l.mountPoint, l.source, l.readOnly])).toEqual([
      ['/', '/dev/vda', false],
      ['/media/zhang/USB 盘', '/dev/sdb1', false],
      ['/mnt/a', '/dev/loop1', false],
      ['/mnt/share', '//srv/a', false],
    ]);
  });

  it('leaves out what it cannot read and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseMountinfo(text).every((line) => line.mountPoint !== '')).toBe(true);
      }),
    );
  });

  it('gives device numbers as stat does', () => {
    const { dev } = statSync('/', { bigint: true });
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n);
    const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n);
    expect(deviceNumber(`${major}:${minor}`)).toBe(dev);
    expect(deviceNumber('259:300')).toBe((1n << 20n) | (259n << 8n) | 44n);
  });
});

it.each([
  ['mount      /mnt/a', '/mnt/a'],
  ['umount /media/a\\x20b', '/media/a b'],
  ['mount /media/\\xe7\\x9b\\x98', '/media/盘'],
  ['remount /media/盘', '/media/盘'],
  ['nonsense', null],
  ['', null],
])('findmnt says %j: mount point %j', (line, mountPoint) => {
  expect(parsePollLine(line)).toBe(mountPoint);
});
