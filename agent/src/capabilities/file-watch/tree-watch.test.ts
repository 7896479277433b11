import { mkdir, readdir, rename, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { watch as watchByChokidar } from 'chokidar';
import { expect, it } from 'vitest';

import { eventually } from '../../testing/eventually.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { decodeFileName } from '../../file-names/file-name-bytes.ts';
import type { SeenFile } from './port.ts';
import { watchTree } from './tree-watch.ts';

async function watchBelow(root: string, burstEvents?: number) {
  const seen: SeenFile[] = [];
  let gone = 0;
  const { dev } = await stat(root, { bigint: true });
  const handle = watchTree({
    root,
    device: dev,
    handlers: {
      onFile: (file) => seen.push(file),
      onGone: () => {
        gone += 1;
      },
      onFault: (code) => expect(code).toBe('no fault'),
    },
    ...(burstEvents === undefined ? {} : { burstEvents }),
  });
  await handle.ready;
  const sees = (...parts: string[]) =>
    eventually(parts.join('/'), () => seen.some((file) => file.path === path.join(root, ...parts)));
  return { seen, sees, gone: () => gone, [Symbol.asyncDispose]: () => handle.close() };
}

it('tells of what lies there, deep down too, and of what is written then', async () => {
  await using folder = await temporaryFolder();
  const root = folder.path;
  await mkdir(path.join(root, 'a/b/c'), { recursive: true });
  await writeFile(path.join(root, 'a/b/c/old.csv'), 'x');
  // The time a file changed comes from a clock that ticks every few milliseconds.
  await new Promise((resolve) => {
    setTimeout(resolve, 30);
  });
  await using watched = await watchBelow(root);
  expect(watched.seen).toEqual([{ path: path.join(root, 'a/b/c/old.csv'), origin: 'present' }]);
  await writeFile(path.join(root, 'a/b/c/new.csv'), 'x');
  await watched.sees('a/b/c/new.csv');
  await rename(path.join(root, 'a/b/c/new.csv'), path.join(root, 'final.csv'));
  await watched.sees('final.csv');
  expect(watched.seen.at(-1)?.origin).toBe('written');
});

it('sees files and folders whose names are not UTF-8', async () => {
  await using folder = await temporaryFolder();
  const gbk = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]);
  const at = (...parts: (string | Buffer)[]) =>
    Buffer.concat(
      [folder.path, ...parts].flatMap((part) => [Buffer.from(part), Buffer.from('/')]),
    ).subarray(0, -1);
  await mkdir(at(gbk));
  await writeFile(at(gbk, 'old.csv'), 'x');
  await using watched = await watchBelow(folder.path);
  await watched.sees(decodeFileName(gbk), 'old.csv');
  await writeFile(at(gbk, gbk), 'x');
  await watched.sees(decodeFileName(gbk), decodeFileName(gbk));
});

it('goes on watching a folder that was removed and made again, or swapped for another', async () => {
  await using folder = await temporaryFolder();
  const at = (...parts: string[]) => path.join(folder.path, ...parts);
  await using watched = await watchBelow(folder.path);
  for (let round = 0; round < 5; round += 1) {
    await mkdir(at('again'));
    await rmdir(at('again'));
  }
  await mkdir(at('again'));
  await mkdir(at('one/deep'), { recursive: true });
  await mkdir(at('two/deep'), { recursive: true });
  await writeFile(at('two/deep/x'), '');
  await watched.sees('two/deep/x');
  await rename(at('one'), at('aside'));
  await rename(at('two'), at('one'));
  await watched.sees('one/deep/x');
  for (const name of ['again', 'one', 'one/deep', 'aside', 'aside/deep']) {
    await writeFile(at(name, 'f.csv'), 'x');
    await watched.sees(name, 'f.csv');
  }
});

it('loses none of thousands of files, and lists all again after a burst', async () => {
  await using folder = await temporaryFolder();
  const at = (...parts: string[]) => path.join(folder.path, ...parts);
  await writeFile(at('before.csv'), 'x');
  await using watched = await watchBelow(folder.path, 1_000);
  await mkdir(at('many'));
  for (let index = 0; index < 3_000; index += 1) await writeFile(at('many', `${index}`), 'x');
  const distinct = () => new Set(watched.seen.map((file) => file.path)).size;
  await eventually('all of them', () => distinct() === 3_001, 20_000);
  const told = () => watched.seen.filter((file) => file.path === at('before.csv')).length;
  await eventually('the list again', () => told() >= 2);
});

it('follows no link, and does not take a file named like the root for an unmount', async () => {
  await using folder = await temporaryFolder();
  await using elsewhere = await temporaryFolder();
  await using watched = await watchBelow(folder.path);
  await symlink(elsewhere.path, path.join(folder.path, 'link'));
  await writeFile(path.join(elsewhere.path, 'outside.csv'), 'x');
  const name = path.basename(folder.path);
  await writeFile(path.join(folder.path, name), 'x');
  await watched.sees(name);
  expect(watched.seen.map((file) => path.basename(file.path))).not.toContain('outside.csv');
  expect(watched.gone()).toBe(0);
});

it('sees what chokidar sees, through folders made, filled, moved and removed at random', async () => {
  await using folder = await temporaryFolder();
  await using watched = await watchBelow(folder.path);
  const oracle = watchByChokidar(folder.path, { followSymlinks: false, atomic: false });
  const known = new Set<string>();
  oracle.on('add', (file) => known.add(file));
  await new Promise<void>((resolve) => {
    oracle.on('ready', resolve);
  });
  let state = 7;
  /** Park and Miller's generator: the same moves in every run. */
  const draw = (count: number) => (state = (state * 48_271) % 0x7fffffff) % count;
  const place = () => path.join(folder.path, `d${draw(4)}`, `e${draw(4)}`);
  for (let step = 0; step < 400; step += 1) {
    const at = place();
    const act = draw(4);
    if (act <= 1) {
      await mkdir(at, { recursive: true });
      await writeFile(path.join(at, `f${step}`), 'x');
    } else if (act === 2) await rename(at, place()).catch(() => undefined);
    else await rm(at, { recursive: true, force: true });
    if (draw(10) === 0)
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
  }
  await mkdir(place(), { recursive: true });
  const last = path.join(place(), 'last');
  await mkdir(path.dirname(last), { recursive: true });
  await writeFile(last, 'x');
  await eventually('chokidar is through', () => known.has(last));
  const lying = async () => {
    const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
    return entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
  };
  // What is there in the end was told under the name it has; what both were too late for is gone for both.
  await eventually('all that lies there', async () =>
    (await lying()).every((file) => watched.seen.some((seen) => seen.path === file)),
  );
  const told = new Set(watched.seen.map((file) => file.path));
  expect((await lying()).filter((file) => known.has(file) && !told.has(file))).toEqual([]);
  await oracle.close();
});
