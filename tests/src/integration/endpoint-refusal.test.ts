import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

import { type AgentProcess, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { uuidv7 } from '../harness/uuid.ts';
import { waitFor } from '../harness/wait.ts';

const PASSWORD = 'correct horse battery staple 42';
const EVENTS = '/api/v1/endpoint/events';
const ENROLMENTS = '/api/v1/enrolments';

/** An endpoint of our own making, to say what no honest one says. */
interface Impostor {
  readonly key: CryptoKey;
  readonly jwk: ReturnType<typeof ed25519PublicJwkSchema.parse>;
}

async function createImpostor(): Promise<Impostor> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { key: privateKey, jwk: ed25519PublicJwkSchema.parse(await exportJWK(publicKey)) };
}

const startedEvent = (): object => ({
  kind: 'program.started',
  id: uuidv7(),
  occurredAt: Date.now(),
  program: 'agent',
  version: '0.0.0',
  platform: 'test',
  policyVersion: 0,
});

function proofFor(
  endpointId: string,
  key: CryptoKey,
  requestPath: string,
  body: string,
  nowMs = Date.now(),
): Promise<string> {
  return signEndpointProof({ endpointId, method: 'POST', path: requestPath, body, nowMs }, key);
}

describe('an endpoint the server does not know, or no longer trusts, is refused and shown', () => {
  let rootDir: string;
  let server: ServerProcess;
  let client: ConsoleClient;
  let agent: AgentProcess;

  beforeAll(async () => {
    rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-refusal-'));
    server = await startServer({ dataDir: path.join(rootDir, 'server'), password: PASSWORD });
    client = await openConsole(server.url, 'admin', PASSWORD);
    agent = await startAgent({
      stateDir: path.join(rootDir, 'agent'),
      socketPath: path.join(rootDir, 'agent.sock'),
      serverUrl: server.url,
      token: await client.enrolmentToken('agent'),
    });
  });
  afterAll(async () => {
    await agent.stop();
    await server.stop();
    await rm(rootDir, { recursive: true, force: true });
  });

  async function post(
    requestPath: string,
    body: string,
    proof: string,
  ): Promise<{ status: number; body: unknown; code: string | undefined }> {
    const response = await fetch(server.url + requestPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${proof}` },
      body,
    });
    const answer: unknown = await response.json();
    return {
      status: response.status,
      body: answer,
      code: errorResponseSchema.safeParse(answer).data?.code,
    };
  }

  async function enrol(impostor: Impostor, token: string): ReturnType<typeof post> {
    const body = JSON.stringify({
      token,
      kind: 'agent',
      publicKey: impostor.jwk,
      hostName: 'impostor',
      platform: 'test',
      version: '0.0.0',
    });
    return post(ENROLMENTS, body, await proofFor('enrol', impostor.key, ENROLMENTS, body));
  }

  async function enrolled(): Promise<Impostor & { endpointId: string }> {
    const impostor = await createImpostor();
    const { body } = await enrol(impostor, await client.enrolmentToken('agent'));
    return { ...impostor, endpointId: enrolmentResponseSchema.parse(body).endpointId };
  }

  it('unknown: refused, and listed with its count', async () => {
    const { key } = await createImpostor();
    const endpointId = uuidv7();
    const body = JSON.stringify({ events: [startedEvent()] });
    for (let i = 0; i < 2; i += 1) {
      const answer = await post(EVENTS, body, await proofFor(endpointId, key, EVENTS, body));
      expect(answer).toMatchObject({ status: 401, code: 'endpoint.unknown' });
    }
    const { unknown } = await client.endpoints();
    expect(unknown).toContainEqual(expect.objectContaining({ claimedId: endpointId, count: 2 }));
  });

  it('a token that was used, or never was one, enrols nobody', async () => {
    const token = await client.enrolmentToken('agent');
    expect((await enrol(await createImpostor(), token)).status).toBe(201);
    expect(await enrol(await createImpostor(), token)).toMatchObject({
      code: 'enrolment.token-invalid',
    });
    const made = `${'A'.repeat(43)}.${'B'.repeat(43)}`;
    expect((await enrol(await createImpostor(), made)).code).toBe('enrolment.token-invalid');
  });

  it('another’s key, an altered body, a replay and a wrong clock are refused and counted', async () => {
    const { key, endpointId } = await enrolled();
    const stranger = await createImpostor();
    const body = JSON.stringify({ events: [startedEvent()] });
    const good = await proofFor(endpointId, key, EVENTS, body);
    const late = await proofFor(endpointId, key, EVENTS, body, Date.now() - 3_600_000);
    expect((await post(EVENTS, body, good)).status).toBe(200);
    expect((await post(EVENTS, body, good)).code).toBe('endpoint.proof-replayed');
    const other = await proofFor(endpointId, stranger.key, EVENTS, body);
    expect((await post(EVENTS, body, other)).code).toBe('endpoint.proof-invalid');
    const moved = await proofFor(endpointId, key, EVENTS, body);
    expect((await post(EVENTS, `${body} `, moved)).code).toBe('endpoint.proof-invalid');
    expect((await post(EVENTS, body, late)).code).toBe('endpoint.proof-expired');
    const shown = (await client.endpoints()).endpoints.find(({ id }) => id === endpointId);
    expect(shown?.refusedCount).toBeGreaterThanOrEqual(4);
  });

  it('revoked: the agent is told, its requests are refused and counted, and it is shown as revoked', async () => {
    const { endpoints } = await client.endpoints();
    const own = endpoints.find((endpoint) => endpoint.connected);
    if (!own) throw new Error('the agent is not connected');
    await client.revoke(own.id);
    const shown = await waitFor('the revoked endpoint to be refused', async () => {
      const now = (await client.endpoints()).endpoints.find(({ id }) => id === own.id);
      return now?.state === 'revoked' && !now.connected ? now : null;
    });
    expect(shown.state).toBe('revoked');
    await agent.restart();
    await waitFor('a refused request', async () => {
      const now = (await client.endpoints()).endpoints.find(({ id }) => id === own.id);
      return (now?.refusedCount ?? 0) > 0;
    });
    expect(JSON.stringify(await agent.status())).toContain('revoked');
  });
});
