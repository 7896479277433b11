import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type AgentProcess, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import {
  type Answer,
  askToEnrol,
  createEndpointKeys,
  enrolEndpoint,
  EVENTS_PATH,
  postWithProof,
  proofFor,
} from '../harness/endpoint-client.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { uuidv7 } from '../harness/uuid.ts';
import { waitFor } from '../harness/wait.ts';

const PASSWORD = 'correct horse battery staple 42';
const startedEvent = (): object => ({
  kind: 'program.started',
  id: uuidv7(),
  occurredAt: Date.now(),
  program: 'agent',
  version: '0.0.0',
  platform: 'test',
  policyVersion: 0,
});

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

  const post = (body: string, proof: string): Promise<Answer> =>
    postWithProof(server.url, EVENTS_PATH, body, proof);

  it('unknown: refused, and listed with its count', async () => {
    const { key } = await createEndpointKeys();
    const endpointId = uuidv7();
    const body = JSON.stringify({ events: [startedEvent()] });
    for (let i = 0; i < 2; i += 1) {
      const answer = await post(body, await proofFor(endpointId, key, EVENTS_PATH, body));
      expect(answer).toMatchObject({ status: 401, code: 'endpoint.unknown' });
    }
    const { unknown } = await client.endpoints();
    expect(unknown).toContainEqual(expect.objectContaining({ claimedId: endpointId, count: 2 }));
  });

  it('a token that was used, or never was one, enrols nobody', async () => {
    const token = await client.enrolmentToken('agent');
    expect((await askToEnrol(server.url, await createEndpointKeys(), token)).status).toBe(201);
    expect(await askToEnrol(server.url, await createEndpointKeys(), token)).toMatchObject({
      code: 'enrolment.token-invalid',
    });
    const made = `${'A'.repeat(43)}.${'B'.repeat(43)}`;
    expect((await askToEnrol(server.url, await createEndpointKeys(), made)).code).toBe(
      'enrolment.token-invalid',
    );
  });

  it('another’s key, an altered body, a replay and a wrong clock are refused and counted', async () => {
    const token = await client.enrolmentToken('agent');
    const { key, endpointId } = await enrolEndpoint(server.url, token);
    const stranger = await createEndpointKeys();
    const body = JSON.stringify({ events: [startedEvent()] });
    const good = await proofFor(endpointId, key, EVENTS_PATH, body);
    const late = await proofFor(endpointId, key, EVENTS_PATH, body, Date.now() - 3_600_000);
    expect((await post(body, good)).status).toBe(200);
    expect((await post(body, good)).code).toBe('endpoint.proof-replayed');
    const other = await proofFor(endpointId, stranger.key, EVENTS_PATH, body);
    expect((await post(body, other)).code).toBe('endpoint.proof-invalid');
    const moved = await proofFor(endpointId, key, EVENTS_PATH, body);
    expect((await post(`${body} `, moved)).code).toBe('endpoint.proof-invalid');
    expect((await post(body, late)).code).toBe('endpoint.proof-expired');
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
