import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';

import { expect, it } from 'vitest';

import { createSilentLogger } from '../../logging/logger.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { createLinuxUserNotice, quoteForGdbus } from './linux.ts';

const logger = createSilentLogger();
const notice = { title: '客盾', body: "it's\n138****5678" };
const me = process.getuid?.() ?? 0;

it('speaks on the bus of the user who acted, through what the desktop offers', async () => {
  await using folder = await temporaryFolder();
  const said = path.join(folder.path, 'said');
  const program = path.join(folder.path, 'notify-send');
  await writeFile(program, `#!/bin/sh\nprintf '%s|' "$DBUS_SESSION_BUS_ADDRESS" "$@" > ${said}\n`);
  await chmod(program, 0o755);
  const bus = path.join(folder.path, String(me), 'bus');
  await mkdir(path.dirname(bus));
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(bus, resolve);
  });
  const options = { logger, runtimeRoot: folder.path, programDirectories: [folder.path] };
  const userNotice = createLinuxUserNotice(options);
  expect(await userNotice.show(notice, me)).toBe('shown');
  const words = (await readFile(said, 'utf8')).split('|');
  expect(words[0]).toBe(`unix:path=${bus}`);
  expect(words.slice(-4, -1)).toEqual(['--', notice.title, notice.body]);
  // Somebody else acted: it is not this user's business.
  expect(await userNotice.show(notice, me + 1)).toBe('nobody-there');
  expect(await userNotice.show(notice, null)).toBe('shown');
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

it('is harmless where there is no desktop', async () => {
  await using folder = await temporaryFolder();
  const options = { logger, runtimeRoot: folder.path, programDirectories: [folder.path] };
  const userNotice = createLinuxUserNotice(options);
  expect(userNotice.supportsNotices).toBe(false);
  expect(await userNotice.show(notice, null)).toBe('nobody-there');
});

it('quotes for gdbus', () => {
  expect(quoteForGdbus("a'b\\c\nd")).toBe("'a\\'b\\\\c\\nd'");
});
