import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { base64url, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  endpointPolicyResponseSchema,
  type EndpointPolicyResponse,
} from '@kedun/shared/contracts/api/policies';
import {
  type PolicyRefusedEvent,
  policyRefusedEventSchema,
} from '@kedun/shared/contracts/endpoint-event';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { signBundle } from '@kedun/shared/policy/bundle-signature';

import { type AgentProcess, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { type HostileProxy, startHostileProxy } from '../harness/hostile-proxy.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { demoPolicy } from '../harness/stack.ts';
import { waitFor } from '../harness/wait.ts';

const PASSWORD = 'correct horse battery staple 42';
type Forge = (jws: string) => string | Promise<string>;

function payloadOf(jws: string): PolicyBundle {
  const text = new TextDecoder().decode(base64url.decode(jws.split('.')[1] ?? ''));
  return JSON.parse(text) as PolicyBundle;
}

function withParts(
  jws: string,
  change: Partial<Record<'header' | 'payload' | 'signature', string>>,
): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const parts = { header, payload, signature, ...change };
  return `${parts.header}.${parts.payload}.${parts.signature}`;
}

/** The bundle without its rules: what an attacker would like to have in force. */
const disarmed = (jws: string): PolicyBundle => ({ ...payloadOf(jws), rules: [] });
const encoded = (value: unknown): string => base64url.encode(JSON.stringify(value));

async function signedByStranger(jws: string, keepKid: boolean): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const own = await calculateJwkThumbprint(await exportJWK(publicKey));
  const header = JSON.parse(
    new TextDecoder().decode(base64url.decode(jws.split('.')[0] ?? '')),
  ) as { kid: string };
  return signBundle(disarmed(jws), privateKey, keepKid ? header.kid : own);
}

describe('a policy bundle that is not the organisation’s newest is refused and reported', () => {
  let rootDir: string;
  let server: ServerProcess;
  let proxy: HostileProxy;
  let agent: AgentProcess;
  let client: ConsoleClient;
  let endpointId: string;

  beforeAll(async () => {
    rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-policy-'));
    server = await startServer({ dataDir: path.join(rootDir, 'server'), password: PASSWORD });
    proxy = await startHostileProxy(server.port);
    client = await openConsole(server.url, 'admin', PASSWORD);
    await publish();
    agent = await startAgent({
      stateDir: path.join(rootDir, 'agent'),
      socketPath: path.join(rootDir, 'agent.sock'),
      serverUrl: proxy.url,
      token: await client.enrolmentToken('agent'),
    });
    endpointId = (await client.endpoints()).endpoints[0]?.id ?? '';
    await holds((await client.policy()).bundle.version);
  });
  afterAll(async () => {
    await agent.stop();
    await proxy.close();
    await server.stop();
    await rm(rootDir, { recursive: true, force: true });
  });

  async function publish(): Promise<number> {
    const { version } = (await client.policy()).bundle;
    const bundle = demoPolicy(version + 1, path.join(rootDir, 'volume'));
    return (await client.publish(bundle)).bundle.version;
  }

  async function heldVersion(): Promise<number> {
    return Number((await agent.status())['policyVersion']);
  }

  async function holds(version: number): Promise<void> {
    await waitFor(`policy ${version} at the agent`, async () => (await heldVersion()) === version, {
      timeoutMs: 20_000,
    });
  }

  async function refusals(): Promise<PolicyRefusedEvent[]> {
    const { events } = await client.endpointHistory(endpointId);
    return events
      .filter(({ kind }) => kind === 'policy.refused')
      .map(({ body }) => policyRefusedEventSchema.parse(body));
  }

  /** Serves `forge`'s bundle in place of the next one, and answers with the refusal that is reported for it. */
  async function offer(forge: Forge): Promise<PolicyRefusedEvent> {
    const before = new Set((await refusals()).map(({ id }) => id));
    proxy.tamper(async (requestPath, body) => {
      if (!requestPath.startsWith('/api/v1/endpoint/policy')) return null;
      const answer = endpointPolicyResponseSchema.parse(JSON.parse(body));
      const forged: EndpointPolicyResponse = { ...answer, bundle: await forge(answer.bundle) };
      return JSON.stringify(forged);
    });
    await publish();
    return waitFor(
      'the refusal to be reported',
      async () => (await refusals()).find(({ id }) => !before.has(id)),
      { timeoutMs: 20_000 },
    );
  }

  it.each<[string, PolicyRefusedEvent['reason'], Forge]>([
    ['unsigned (signature cut off)', 'bad-signature', (jws) => withParts(jws, { signature: '' })],
    [
      'unsigned (algorithm "none")',
      'bad-signature',
      (jws) => {
        const header = JSON.parse(
          new TextDecoder().decode(base64url.decode(jws.split('.')[0] ?? '')),
        ) as object;
        return withParts(jws, { header: encoded({ ...header, alg: 'none' }), signature: '' });
      },
    ],
    [
      'altered, with the old signature',
      'bad-signature',
      (jws) => withParts(jws, { payload: encoded(disarmed(jws)) }),
    ],
    [
      'signed by a stranger under our key’s name',
      'bad-signature',
      (jws) => signedByStranger(jws, true),
    ],
    [
      'signed by a stranger under his own name',
      'unknown-key',
      (jws) => signedByStranger(jws, false),
    ],
    ['no bundle at all', 'malformed', () => 'not.a.bundle'],
  ])('%s: %s', async (_name, reason, forge) => {
    const before = await heldVersion();
    expect(await offer(forge)).toMatchObject({ reason, heldVersion: before });
    expect(await heldVersion()).toBe(before);
  });

  it('older than the one in force: rollback', async () => {
    proxy.tamper(() => null);
    let older = '';
    proxy.tamper((requestPath, body) => {
      if (requestPath.startsWith('/api/v1/endpoint/policy'))
        older = endpointPolicyResponseSchema.parse(JSON.parse(body)).bundle;
      return null;
    });
    await holds(await publish());
    const olderVersion = payloadOf(older).version;
    proxy.tamper(() => null);
    const held = await publish();
    await holds(held);
    expect(await offer(() => older)).toMatchObject({
      reason: 'rollback',
      offeredVersion: olderVersion,
      heldVersion: held,
    });
    expect(await heldVersion()).toBe(held);
  });

  it('the true one is taken again once the attacker is gone', async () => {
    proxy.tamper(() => null);
    await holds(await publish());
    expect(agent.child().isRunning()).toBe(true);
  });
});
