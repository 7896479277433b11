import { stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { nativeResponseSchema } from '@kedun/shared/contracts/native-message';

import { createAccountNames } from '../accounts/account-name.ts';
import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { eventually } from '../testing/eventually.ts';
import { deviceEvents, violationEvent } from '../testing/sample-events.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createFrameReader, encodeFrame } from './framing.ts';
import { type NativeServer, startNativeServer } from './native-server.ts';
import { createLinuxPeerUser, createUnknownPeerUser, type PeerUser } from './peer.ts';
import { relay } from './relay.ts';
import type { SessionBackend } from './session.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let socketPath: string;
let server: NativeServer;
let stored: EndpointEvent[];
let isDiskFull: boolean;

const backend: SessionBackend = {
  identity: {
    organisation: 'demo',
    digestKey: { id: 'k1', key: 'A'.repeat(43) },
    policyKeys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), kid: 'kid' }],
  },
  assignment: () => ({ groups: [], employment: 'staff' }),
  policyJws: () => 'jws',
  outbox: {
    appendDurably(events) {
      if (isDiskFull) return false;
      stored.push(...events);
      return true;
    },
  },
  agentVersion: '0.1.0',
};

function serve(
  options: { enrolled?: boolean; peerUser?: PeerUser; framesPerSecond?: number } = {},
) {
  const { enrolled = true, peerUser = createUnknownPeerUser(), ...rest } = options;
  return startNativeServer({
    socketPath,
    backend: () => (enrolled ? backend : null),
    peerUser,
    accountName: createAccountNames(),
    logger: createSilentLogger(),
    ...rest,
  });
}

beforeEach(async () => {
  folder = await temporaryFolder();
  socketPath = path.join(folder.path, 'run', 'agent.sock');
  stored = [];
  isDiskFull = false;
});
afterEach(async () => {
  await server.close();
  await folder[Symbol.asyncDispose]();
});

/** Sends raw bytes and returns the answers until `count` have come or the connection has ended. */
function talk(bytes: Buffer, count: number): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(socketPath);
    const reader = createFrameReader();
    const answers: unknown[] = [];
    const finish = () => {
      socket.destroy();
      resolve(answers);
    };
    socket.on('data', (chunk) => {
      for (const result of reader.push(chunk))
        if (result.kind === 'frame')
          answers.push(nativeResponseSchema.parse(JSON.parse(result.body.toString('utf8'))));
      if (answers.length >= count) finish();
    });
    socket.on('close', finish);
    socket.on('error', reject);
    socket.write(bytes);
  });
}

const hello = {
  kind: 'hello',
  requestId: 1,
  extensionVersion: '0.1.0',
  browser: 'Chromium',
  profileId: createIdMaker()(),
};

it('welcomes an extension, hands out the policy, takes events and acknowledges what is stored', async () => {
  server = await serve();
  const events = deviceEvents(2);
  const answers = await talk(
    Buffer.concat([
      encodeFrame(hello),
      encodeFrame({ kind: 'policy.get', requestId: 2 }),
      encodeFrame({ kind: 'events.report', requestId: 3, events }),
    ]),
    3,
  );
  expect(answers).toMatchObject([
    { kind: 'welcome', requestId: 1, organisation: 'demo', digestKey: { id: 'k1' } },
    { kind: 'policy', requestId: 2, bundle: 'jws' },
    { kind: 'events.acknowledged', requestId: 3, ids: events.map((event) => event.id) },
  ]);
  expect(stored).toEqual(events);
});

it('lets every user of the machine in, and nobody write beside the socket', async () => {
  server = await serve();
  expect((await stat(socketPath)).mode & 0o777).toBe(0o666);
  expect((await stat(path.dirname(socketPath))).mode & 0o777).toBe(0o755);
});

it('names the user the kernel knows, whatever the message claims', async () => {
  server = await serve({ peerUser: createLinuxPeerUser() });
  await talk(
    encodeFrame({ kind: 'events.report', requestId: 1, events: [violationEvent('boss')] }),
    1,
  );
  expect(stored).toMatchObject([{ act: { actor: { osUser: os.userInfo().username } } }]);
});

it('names nobody where the user is not known', async () => {
  server = await serve();
  await talk(
    encodeFrame({ kind: 'events.report', requestId: 1, events: [violationEvent('boss')] }),
    1,
  );
  expect(JSON.stringify(stored)).not.toContain('boss');
});

it('does not acknowledge what it could not store', async () => {
  server = await serve();
  isDiskFull = true;
  const request = { kind: 'events.report', requestId: 4, events: deviceEvents(1) };
  expect(await talk(encodeFrame(request), 1)).toEqual([
    { kind: 'error', requestId: 4, code: 'storage.unavailable' },
  ]);
});

it.each<[string, Buffer, unknown]>([
  [
    'no JSON',
    Buffer.from([3, 0, 0, 0, 0x7b, 0x7b, 0xff]),
    { code: 'native.malformed', requestId: null },
  ],
  [
    'an unknown kind',
    encodeFrame({ kind: 'shutdown', requestId: 5 }),
    { code: 'native.malformed', requestId: 5 },
  ],
  [
    'wrong types',
    encodeFrame({ kind: 'hello', requestId: 'one' }),
    { code: 'native.malformed', requestId: null },
  ],
  [
    'an event that is none',
    encodeFrame({ kind: 'events.report', requestId: 6, events: [{ kind: 'violation' }] }),
    { code: 'native.malformed', requestId: 6 },
  ],
  [
    'a length above the limit',
    Buffer.from([0xff, 0xff, 0xff, 0x7f]),
    { code: 'request.too-large', requestId: null },
  ],
  ['an empty frame', Buffer.from([0, 0, 0, 0]), { code: 'native.malformed', requestId: null }],
])('answers %s with a code and lives on', async (_, bytes, error) => {
  server = await serve();
  expect(await talk(bytes, 1)).toMatchObject([error]);
  expect(await talk(encodeFrame(hello), 1)).toMatchObject([{ kind: 'welcome' }]);
});

it('says that it is not ready while nobody has enrolled it', async () => {
  server = await serve({ enrolled: false });
  expect(await talk(encodeFrame(hello), 1)).toMatchObject([
    { code: 'native.not-ready', requestId: 1 },
  ]);
});

it('slows down a flood instead of choking on it', async () => {
  server = await serve({ framesPerSecond: 1 });
  const flood = Buffer.concat(Array.from({ length: 30 }, () => encodeFrame(hello)));
  const answers = await talk(flood, 30);
  expect(answers.filter((a) => JSON.stringify(a).includes('request.rate-limited')).length).toBe(20);
});

it('does not take the socket from an agent that answers, but from one that was killed', async () => {
  server = await serve();
  await expect(serve()).rejects.toThrow('Another agent');
  await server.close();
  // What a killed agent leaves behind: a name nobody listens at.
  await writeFile(socketPath, '');
  server = await serve();
  expect(await talk(encodeFrame(hello), 1)).toMatchObject([{ kind: 'welcome' }]);
});

it('carries frames between a browser and the daemon, and tells the browser of a new policy', async () => {
  server = await serve();
  const input = new PassThrough();
  const output = new PassThrough();
  const reader = createFrameReader();
  const kinds: string[] = [];
  output.on('data', (chunk: Buffer) => {
    for (const result of reader.push(chunk))
      if (result.kind === 'frame') kinds.push(JSON.parse(result.body.toString('utf8')).kind);
  });
  const ended = relay({ input, output, socketPath });
  const frame = encodeFrame(hello);
  input.write(frame.subarray(0, 3));
  input.write(frame.subarray(3));
  await eventually('welcomed', () => kinds.includes('welcome'));
  server.announcePolicy();
  await eventually('told', () => kinds.includes('policy.changed'));
  input.end();
  expect(await ended).toBe(0);
});

it.each<[string, Buffer, 0 | 2]>([
  ['oversize', Buffer.from([0xff, 0xff, 0xff, 0xff]), 2],
  ['cut short by the end', encodeFrame(hello).subarray(0, 9), 2],
  ['nothing at all', Buffer.alloc(0), 0],
])('relay: a browser that sends %s ends it', async (_, bytes, code) => {
  server = await serve();
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const ended = relay({ input, output, socketPath });
  input.end(bytes);
  expect(await ended).toBe(code);
});

it('relay: tells the extension when there is no agent', async () => {
  server = await serve();
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const nowhere = path.join(folder.path, 'nobody.sock');
  expect(await relay({ input: new PassThrough(), output, socketPath: nowhere })).toBe(1);
  expect(Buffer.concat(chunks).toString('utf8')).toContain('native.not-ready');
});
