import path from 'node:path';

import { importJWK } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { enrol } from '../identity/enrol.ts';
import type { Identity } from '../identity/identity.ts';
import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { type ContractServer, startContractServer } from '../testing/contract-server.ts';
import { eventually } from '../testing/eventually.ts';
import { deviceEvents } from '../testing/sample-events.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createServerClient } from '../transport/server-client.ts';
import { createStanding } from '../transport/standing.ts';
import { startDrain } from './drain.ts';
import { createSqliteOutbox } from './sqlite-outbox.ts';

let server: ContractServer;
let identity: Identity;

beforeEach(async () => {
  server = await startContractServer();
  const { url: serverUrl, token } = server;
  identity = await enrol({ serverUrl, token, hostName: 'ws-1', platform: 'linux', version: '0' });
});
afterEach(() => server.stop());

async function startWith(folder: string, outcastRetryMs = 60_000) {
  const outbox = createSqliteOutbox({
    file: path.join(folder, 'o.db'),
    maxEvents: 10_000,
    logger: createSilentLogger(),
    newId: createIdMaker(),
    now: Date.now,
  });
  const ending = new AbortController();
  const privateKey = await importJWK(identity.privateKey, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('not a key pair');
  const standing = createStanding(Date.now);
  const drain = startDrain({
    outbox,
    client: createServerClient({
      serverUrl: identity.serverUrl,
      endpointId: identity.endpointId,
      privateKey,
    }),
    logger: createSilentLogger(),
    signal: ending.signal,
    onAnswer: (answer) => standing.heard(answer),
    outcastRetryMs,
  });
  const stop = async () => {
    ending.abort();
    await drain.done;
    outbox.close();
  };
  return { outbox, drain, standing, stop };
}

it('delivers everything in order, in requests the server takes', async () => {
  await using folder = await temporaryFolder();
  const { outbox, stop } = await startWith(folder.path);
  const events = deviceEvents(1_201);
  outbox.append(events);
  await eventually('all delivered', () => outbox.status().depth === 0);
  expect([...server.events.keys()]).toEqual(events.map((event) => event.id));
  await stop();
});

it('sends again what was stored but never acknowledged, and the server has it once', async () => {
  await using folder = await temporaryFolder();
  const { outbox, drain, stop } = await startWith(folder.path);
  server.behaviour.dropAnswers = true;
  outbox.append(deviceEvents(3));
  await eventually('stored', () => server.events.size === 3);
  expect(outbox.status().depth).toBe(3);
  server.behaviour.dropAnswers = false;
  drain.wake();
  await eventually('acknowledged', () => outbox.status().depth === 0);
  expect(Math.min(...server.arrivals.values())).toBeGreaterThanOrEqual(2);
  expect(server.events.size).toBe(3);
  await stop();
});

it('sets aside the one event the server refuses and delivers its neighbours', async () => {
  await using folder = await temporaryFolder();
  const events = deviceEvents(3);
  server.behaviour.refuseEvents.set(events[1]?.id ?? '', 'event.foreign-id');
  const { outbox, stop } = await startWith(folder.path);
  outbox.append(events);
  await eventually('settled', () => outbox.status().depth === 0);
  expect(outbox.status().deadLetters).toBe(1);
  expect([...server.events.keys()]).toEqual([events[0]?.id, events[2]?.id]);
  await stop();
});

it.each(['endpoint.revoked', 'endpoint.unknown'] as const)(
  '%s: keeps everything, says so, and does not hammer the server',
  async (code) => {
    await using folder = await temporaryFolder();
    server.behaviour.refuseAll = code;
    const { outbox, standing, stop } = await startWith(folder.path);
    outbox.append(deviceEvents(2));
    await eventually('heard', () => `endpoint.${standing.state()}` === code);
    const asked = server.requests.length;
    for (let more = 0; more < 20; more += 1) outbox.append(deviceEvents(1));
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(outbox.status()).toMatchObject({ depth: 22, deadLetters: 0 });
    expect(server.requests.length - asked).toBeLessThanOrEqual(1);
    await stop();
  },
);

it('corrects a clock the server finds too far off, and delivers', async () => {
  await using folder = await temporaryFolder();
  server.behaviour.clockSkewMs = 3_600_000;
  const { outbox, stop } = await startWith(folder.path);
  outbox.append(deviceEvents(1));
  await eventually('delivered', () => server.events.size === 1);
  await stop();
});

it.each([503, 429])(
  'a server that answers %i and asks for time is left alone, whatever is appended meanwhile',
  async (status) => {
    await using folder = await temporaryFolder();
    server.behaviour.busy = { status, retryAfterSeconds: 60 };
    const { outbox, drain, stop } = await startWith(folder.path);
    outbox.append(deviceEvents(1));
    await eventually('asked', () => server.requests.length > 1);
    const asked = server.requests.length;
    for (let more = 0; more < 20; more += 1) {
      outbox.append(deviceEvents(1));
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    // Longer than the first back-off (1 s at most).
    await new Promise((resolve) => {
      setTimeout(resolve, 1_100);
    });
    expect(server.requests.length).toBe(asked);
    server.behaviour.busy = null;
    drain.wake();
    await eventually('delivered', () => outbox.status().depth === 0);
    await stop();
  },
);

it('does not ask a server that is down once for each new event', async () => {
  await using folder = await temporaryFolder();
  const { outbox, stop } = await startWith(folder.path);
  server.behaviour.dropAnswers = true;
  const before = server.requests.length;
  for (let more = 0; more < 100; more += 1) {
    outbox.append(deviceEvents(1));
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  expect(server.requests.length - before).toBeLessThan(20);
  await stop();
});
