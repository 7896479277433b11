import { readFile, writeFile } from 'node:fs/promises';

import { generateKeyPair, importJWK } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { PolicyRefusedEvent } from '@kedun/shared/contracts/endpoint-event';
import { signBundle } from '@kedun/shared/policy/bundle-signature';

import { enrol } from '../identity/enrol.ts';
import type { Identity } from '../identity/identity.ts';
import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { statePaths } from '../state-paths.ts';
import { type ContractServer, startContractServer } from '../testing/contract-server.ts';
import { eventually } from '../testing/eventually.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createServerClient } from '../transport/server-client.ts';
import { startPolicySync } from './policy-sync.ts';

let server: ContractServer;
let identity: Identity;
beforeEach(async () => {
  server = await startContractServer();
  const { url: serverUrl, token } = server;
  identity = await enrol({ serverUrl, token, hostName: 'ws-1', platform: 'linux', version: '0' });
});
afterEach(() => server.stop());

async function start(folder: string) {
  const ending = new AbortController();
  const privateKey = await importJWK(identity.privateKey, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('not a key pair');
  const reported: PolicyRefusedEvent[] = [];
  const { serverUrl, endpointId } = identity;
  const sync = await startPolicySync({
    paths: statePaths(folder),
    identity,
    client: createServerClient({ serverUrl, endpointId, privateKey }),
    logger: createSilentLogger(),
    signal: ending.signal,
    report: (event) => reported.push(event),
    onAnswer: () => undefined,
    newId: createIdMaker(),
    now: Date.now,
    intervalMs: 60_000,
  });
  const stop = async () => {
    ending.abort();
    await sync.done;
  };
  return { sync, reported, stop };
}

const isAt = (sync: Awaited<ReturnType<typeof start>>['sync'], version: number) => () =>
  sync.inForce()?.bundle.version === version;

it('takes a newer bundle when told to look, and keeps it for the next start without a server', async () => {
  await using folder = await temporaryFolder();
  const first = await start(folder.path);
  await eventually('version 1', isAt(first.sync, 1));
  server.bundle = { ...server.bundle, version: 2 };
  first.sync.checkNow();
  await eventually('version 2', isAt(first.sync, 2));
  await first.stop();
  server.behaviour.refuseAll = 'server.internal';
  const second = await start(folder.path);
  expect(second.sync.inForce()?.bundle.version).toBe(2);
  await second.stop();
});

type Offer = () => Promise<string>;
const foreignSigned: Offer = async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return signBundle({ ...server.bundle, version: 9 }, privateKey, server.publicJwk.kid ?? '');
};
const altered: Offer = async () => {
  const [head, , signature] = (await server.sign(server.bundle)).split('.');
  const payload = JSON.stringify({ ...server.bundle, version: 9, rules: [] });
  return `${head}.${Buffer.from(payload).toString('base64url')}.${signature}`;
};

it.each<[string, Offer, PolicyRefusedEvent['reason']]>([
  ['unsigned', () => Promise.resolve('e30.e30.'), 'unknown-key'],
  ['not even a token', () => Promise.resolve('nonsense'), 'malformed'],
  ['signed by another key', foreignSigned, 'bad-signature'],
  ['altered', altered, 'bad-signature'],
  ['older', () => server.sign({ ...server.bundle, version: 1 }), 'rollback'],
  [
    'of another organisation',
    () => server.sign({ ...server.bundle, version: 9, organisation: 'rival' }),
    'wrong-organisation',
  ],
])('a bundle that is %s is refused, told once, and the old one stays', async (_, offer, reason) => {
  await using folder = await temporaryFolder();
  server.bundle = { ...server.bundle, version: 3 };
  const { sync, reported, stop } = await start(folder.path);
  await eventually('version 3', isAt(sync, 3));
  server.behaviour.bundleJws = await offer();
  for (let pull = 0; pull < 3; pull += 1) {
    const asked = server.requests.length;
    sync.checkNow();
    await eventually('asked', () => server.requests.length > asked);
  }
  await eventually('told', () => reported.length > 0);
  expect(reported).toMatchObject([{ kind: 'policy.refused', reason, heldVersion: 3 }]);
  expect(sync.inForce()?.bundle.version).toBe(3);
  await stop();
});

it('refuses a stored bundle that was tampered with, tells, and fetches anew', async () => {
  await using folder = await temporaryFolder();
  const first = await start(folder.path);
  await eventually('version 1', isAt(first.sync, 1));
  await first.stop();
  const { policy } = statePaths(folder.path);
  const stored = await readFile(policy, 'utf8');
  await writeFile(policy, `${stored.slice(0, -6)}AAAAAA`);
  const second = await start(folder.path);
  await eventually('fetched anew', isAt(second.sync, 1));
  expect(second.reported).toMatchObject([{ reason: 'bad-signature', heldVersion: 0 }]);
  await second.stop();
});
