import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startServerProcess, type ServerProcess } from './testing/server-process.ts';

let folder: string;
let server: ServerProcess;
let socket: Socket;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-stop-'));
  server = await startServerProcess(folder, { KEDUN_BOOTSTRAP_PASSWORD: 'for one test' });
  socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
}, 30_000);
afterEach(() => {
  socket.destroy();
  rmSync(folder, { recursive: true });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const LOGIN = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('a server that is stopped', { timeout: 30_000 }, () => {
  it.each([
    ['says nothing', ''],
    ['has sent half a head', 'GET /healthz HTTP/1.1\r\nHost:'],
    ['has sent half a body', `${LOGIN}Content-Length: 100\r\n\r\n{`],
  ])('ends well although somebody is connected who %s', async (_name, bytes) => {
    socket.write(bytes);
    await pause(200);
    const startedAt = performance.now();
    expect(await server.kill('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(7_000);
  });

  it('answers what is under way, and ends the connection with it', async () => {
    const body = JSON.stringify({ account: 'admin', password: 'for one test' });
    socket.write(`${LOGIN}Content-Length: ${String(body.length)}\r\n\r\n${body.slice(0, 9)}`);
    await pause(200);
    const ended = server.kill('SIGTERM');
    await pause(200);
    socket.write(body.slice(9));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
    const startedAt = performance.now();
    expect(await ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
