import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startServerProcess } from './testing/server-process.ts';

interface Refused {
  readonly exitCode: number | null;
  readonly told: string;
}

async function startRefused(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<Refused> {
  const child: ChildProcess = spawn(
    process.execPath,
    [path.resolve(import.meta.dirname, 'main.ts')],
    {
      env: { PATH: process.env['PATH'], KEDUN_PORT: '0', KEDUN_DATA_DIR: dataDir, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 15_000,
    },
  );
  let told = '';
  child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, told };
}

/** A data folder that a server has used and left. */
let template: string;
let folder: string;

async function useOnce(dataDir: string): Promise<void> {
  const server = await startServerProcess(dataDir, { KEDUN_BOOTSTRAP_PASSWORD: 'for one test' });
  await server.kill('SIGTERM');
}

describe('a start that is refused', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    template = mkdtempSync(path.join(os.tmpdir(), 'kedun-used-'));
    await useOnce(template);
  }, 30_000);
  afterAll(() => rmSync(template, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-start-'));
    cpSync(template, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const inFolder = (...names: string[]): string => path.join(folder, ...names);

  it.each(['policy-signing.pem', 'extension-signing.pem', 'digest.key', 'session.key'])(
    'for a used database without %s, and makes no new one',
    async (name) => {
      rmSync(inFolder('keys', name));
      const { exitCode, told } = await startRefused(folder);
      expect({ exitCode, told }).toMatchObject({
        exitCode: 2,
        told: expect.stringContaining(`${inFolder('keys', name)} is missing`),
      });
      expect(() => readFileSync(inFolder('keys', name))).toThrow('ENOENT');
    },
  );

  it.each(['policy-signing.pem', 'extension-signing.pem', 'digest.key', 'session.key'])(
    'for an emptied %s, and leaves it',
    async (name) => {
      writeFileSync(inFolder('keys', name), '');
      const { exitCode, told } = await startRefused(folder);
      expect({ exitCode, told }).toMatchObject({
        exitCode: 2,
        told: expect.stringContaining('is damaged'),
      });
      expect(readFileSync(inFolder('keys', name), 'utf8')).toBe('');
    },
  );

  it('for keys of another server', async () => {
    const other = inFolder('other');
    await useOnce(other);
    cpSync(path.join(other, 'keys'), inFolder('keys'), { recursive: true });
    const { exitCode, told } = await startRefused(folder);
    expect(told).toContain('signed with another key');
    expect(exitCode).toBe(2);
  });

  it.each([1, 8_192])('for %d bytes that are no database, and leaves them', async (sizeBytes) => {
    const junk = Buffer.alloc(sizeBytes, 'not a database ');
    writeFileSync(inFolder('kedun.sqlite'), junk);
    const { exitCode, told } = await startRefused(folder);
    expect(told).toContain('is damaged or is no database');
    expect(told).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
    expect(readFileSync(inFolder('kedun.sqlite')).equals(junk)).toBe(true);
  });

  it('for a database whose first page is broken', async () => {
    const bytes = readFileSync(inFolder('kedun.sqlite'));
    bytes.fill(0xff, 100, 4_096);
    writeFileSync(inFolder('kedun.sqlite'), bytes);
    const { exitCode, told } = await startRefused(folder);
    expect(told).toContain('is damaged or is no database');
    expect(exitCode).toBe(2);
  });

  it('for a database of a newer version', async () => {
    const database = new DatabaseSync(inFolder('kedun.sqlite'));
    database
      .prepare('insert into kysely_migration (name, timestamp) values (?, ?)')
      .run('9999-later', '2030-01-01T00:00:00.000Z');
    database.close();
    const { exitCode, told } = await startRefused(folder);
    expect(told).toContain('newer version');
    expect(exitCode).toBe(2);
  });

  it('while another server runs on the same data; a killed one does not stand in the way', async () => {
    const first = await startServerProcess(folder);
    const { exitCode, told } = await startRefused(folder);
    expect(told).toContain('Another server runs on the same data');
    expect(exitCode).toBe(2);
    await first.kill('SIGKILL');
    const next = await startServerProcess(folder);
    expect(await next.kill('SIGTERM')).toBe(0);
  });

  it('for a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { exitCode, told } = await startRefused(folder, { KEDUN_PORT: port });
    expect(told).toContain('another program listens there already');
    expect(exitCode).toBe(2);
    other.close();
  });

  it('for a data folder it cannot make', async () => {
    mkdirSync(inFolder('sub'));
    writeFileSync(inFolder('sub', 'file'), '');
    const { exitCode, told } = await startRefused(inFolder('sub', 'file', 'data'));
    expect(told).toContain('KEDUN_DATA_DIR: cannot write');
    expect(exitCode).toBe(2);
  });
});
