import { linkSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';

import type { OpenVolumeFile } from '../capabilities/volume-files/port.ts';
import { createIdMaker } from '../ids/uuidv7.ts';
import { entryPaths, readEntry } from '../quarantine/quarantine.ts';
import { bundleWith, examinerBelow, volumeAt } from '../testing/file-examiner.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const CUSTOMERS = '姓名,手机\n张三,13812345678\n李四,13987654321\n';

async function setUp(root: string, options: Parameters<typeof examinerBelow>[1] = {}) {
  const mountPoint = path.join(root, 'stick');
  await mkdir(mountPoint, { recursive: true });
  const volume = await volumeAt(mountPoint);
  const at = (name: string) => path.join(mountPoint, name);
  return { ...examinerBelow(path.join(root), options), volume, at, mountPoint };
}

const violationOf = (events: readonly EndpointEvent[]) => {
  const [event] = events;
  if (event?.kind !== 'violation') throw new Error('no violation');
  return event;
};

it('quarantines a customer file, leaves a note without raw values, reports it masked', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  await writeFile(t.at('客户13812345678.csv'), CUSTOMERS);
  expect(await t.examine({ volume: t.volume, path: t.at('客户13812345678.csv') })).toBe('done');

  const violation = violationOf(t.events());
  expect(endpointEventSchema.safeParse(violation).success).toBe(true);
  expect(violation).toMatchObject({
    act: {
      channel: 'removable.write',
      actor: { osUser: `user-${process.getuid?.()}`, employment: 'outsourced' },
      source: { kind: 'local' },
      destination: { kind: 'volume', removable: true },
      content: { kind: 'file', fileName: '客户138****5678.csv', sizeBytes: CUSTOMERS.length + 16 },
      initiator: 'user',
    },
    findingCount: 2,
    verdict: { action: 'block' },
    enforcement: { outcome: 'quarantined', detail: 'file-quarantined' },
  });
  const left = await readdir(t.mountPoint);
  expect(left).toEqual(['客户138____5678.csv.客盾-已隔离.txt']);
  const note = await readFile(t.at(left[0] ?? ''), 'utf8');
  expect(note).toContain('138****5678');
  expect(note).toContain('T12');
  expect(note + JSON.stringify(violation) + JSON.stringify(t.notice.shown)).not.toMatch(
    /13812345678|13987654321/,
  );
  const kept = entryPaths(t.quarantineDirectory, violation.id);
  expect(await readFile(kept.content, 'utf8')).toBe(CUSTOMERS);
  expect(statSync(kept.content).mode & 0o777).toBe(0o600);
  expect(statSync(t.quarantineDirectory).mode & 0o777).toBe(0o700);
  expect(await readEntry(t.quarantineDirectory, violation.id)).toMatchObject({ state: 'kept' });
});

it('leaves a clean file, a link, a folder and its own note alone', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  const before = t.events().length;
  const outside = path.join(folder.path, 'outside.csv');
  await writeFile(outside, CUSTOMERS);
  await symlink(outside, t.at('link.csv'));
  await mkdir(t.at('folder'));
  await writeFile(t.at('clean.txt'), 'nothing to see');
  for (const name of await readdir(t.mountPoint))
    await t.examine({ volume: t.volume, path: t.at(name) });
  expect(t.events()).toHaveLength(before);
  expect(await readFile(outside, 'utf8')).toBe(CUSTOMERS);
});

it('does not follow a folder that was swapped for a link out of the volume', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  const outside = path.join(folder.path, 'home');
  await mkdir(outside);
  await writeFile(path.join(outside, 'a.csv'), CUSTOMERS);
  await symlink(outside, t.at('folder'));
  await t.examine({ volume: t.volume, path: t.at('folder/a.csv') });
  expect(t.events()).toEqual([]);
  expect(await readFile(path.join(outside, 'a.csv'), 'utf8')).toBe(CUSTOMERS);
});

it('does not trust a customer file that calls itself a note', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  const name = t.at('x.客盾-已隔离.txt');
  await writeFile(name, `${CUSTOMERS}\n编号 / Reference: ${createIdMaker()()}\n`);
  await t.examine({ volume: t.volume, path: name });
  expect(violationOf(t.events()).enforcement.outcome).toBe('quarantined');
});

it.each([
  ['warn', 1],
  ['audit', 0],
] as const)('%s: the file stays and is reported', async (action, notices) => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path, { bundle: bundleWith(action) });
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  expect(violationOf(t.events())).toMatchObject({ enforcement: { outcome: 'released' } });
  expect(await readdir(t.mountPoint)).toEqual(['a.csv']);
  expect(t.notice.shown).toHaveLength(notices);
});

it.each(['approve', 'redact'] as const)('%s: the file is taken back', async (action) => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path, { bundle: bundleWith(action) });
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  expect(violationOf(t.events())).toMatchObject({ enforcement: { outcome: 'quarantined' } });
});

it('is closed until configured: without a policy a customer file is taken back, a clean one is not', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path, { bundle: null });
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await writeFile(t.at('clean.txt'), 'nothing');
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  await t.examine({ volume: t.volume, path: t.at('clean.txt') });
  expect(t.events()).toHaveLength(1);
  expect(violationOf(t.events())).toMatchObject({ verdict: { failure: 'no-policy' } });
});

it('names nobody for a file that was there before', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv'), origin: 'present' });
  const { actor, initiator } = violationOf(t.events()).act;
  expect([actor.osUser, initiator]).toEqual([undefined, 'system']);
});

const failing = (file: OpenVolumeFile): OpenVolumeFile => ({
  ...file,
  read: () => Promise.reject(Object.assign(new Error('13812345678'), { code: 'EIO' })),
});

it('reports what it cannot read: too large, of unknown kind, faulty', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path, {
    wrapFiles: (files) => ({
      look: (volume, file) => files.look(volume, file),
      async open(volume, file) {
        if (file.endsWith('locked')) return { state: 'unreadable', code: 'EACCES' };
        const opened = await files.open(volume, file);
        return opened.state === 'open' && file.endsWith('faulty')
          ? { state: 'open', file: failing(opened.file) }
          : opened;
      },
    }),
  });
  await writeFile(t.at('large'), '');
  await truncate(t.at('large'), 64_000_001);
  await writeFile(t.at('binary'), Buffer.from([0xff, 0xfe, 0x80, 0x00, 0xc3]));
  await writeFile(t.at('faulty'), CUSTOMERS);
  for (const name of ['large', 'binary', 'faulty', 'locked'])
    await t.examine({ volume: t.volume, path: t.at(name) });
  const reasons = t
    .events()
    .map((event) => (event.kind === 'violation' ? event.unscanned.map((u) => u.reason) : []));
  expect(reasons).toEqual([['too-large'], ['unsupported-type'], ['unreadable'], ['unreadable']]);
});

it('looks again at a file that is written to while it is read, and judges it in the end', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path, {
    wrapFiles: (files) => ({
      look: (volume, file) => files.look(volume, file),
      async open(volume, file) {
        const opened = await files.open(volume, file);
        if (opened.state === 'open') await writeFile(file, `${CUSTOMERS}${Math.random()}\n`);
        return opened;
      },
    }),
  });
  await writeFile(t.at('a.csv'), CUSTOMERS);
  expect(await t.examine({ volume: t.volume, path: t.at('a.csv') })).toBe('again');
  expect(t.events()).toEqual([]);
  expect(await t.examine({ volume: t.volume, path: t.at('a.csv'), lastTry: true })).toBe('done');
  // It would not hold still, so nothing was destroyed, and that is what is told.
  expect(violationOf(t.events()).enforcement).toEqual({
    outcome: 'failed',
    detail: 'file-kept-changing',
  });
});

it('never destroys the only copy: a quarantine without room leaves the file and says so', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  // A file where the folder should be: it cannot be made.
  await writeFile(t.quarantineDirectory, '');
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  expect(violationOf(t.events()).enforcement).toMatchObject({ outcome: 'failed' });
  expect(await readFile(t.at('a.csv'), 'utf8')).toBe(CUSTOMERS);
});

it('unlinks one of two names without emptying the other', async () => {
  await using folder = await temporaryFolder();
  const t = await setUp(folder.path);
  await writeFile(t.at('a.csv'), CUSTOMERS);
  linkSync(t.at('a.csv'), t.at('b.csv'));
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  expect((await stat(t.at('b.csv'))).size).toBe(Buffer.byteLength(CUSTOMERS));
  await t.examine({ volume: t.volume, path: t.at('b.csv') });
  expect(t.events()).toHaveLength(2);
});

it('goes on under the same id after a kill between record and act', async () => {
  await using folder = await temporaryFolder();
  const id = createIdMaker()();
  const t = await setUp(folder.path, { resume: () => id });
  await writeFile(t.at('a.csv'), CUSTOMERS);
  await t.examine({ volume: t.volume, path: t.at('a.csv') });
  expect(t.events().map((event) => event.id)).toEqual([id]);
});
