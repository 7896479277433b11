import { type EnrolmentResponse, enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { ed25519PublicJwkSchema, type Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';
import type { LightMyRequestResponse } from 'fastify';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

import type { TestServer } from './test-server.ts';

export interface EndpointKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: Ed25519PublicJwk;
}

export async function makeEndpointKey(): Promise<EndpointKey> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { privateKey, publicJwk: ed25519PublicJwkSchema.parse(await exportJWK(publicKey)) };
}

type Method = 'GET' | 'POST';

/** An enrolled endpoint that signs what it sends. */
export interface TestEndpoint {
  readonly id: string;
  readonly key: EndpointKey;
  readonly enrolment: EnrolmentResponse;
  proof(method: Method, path: string, body?: string): Promise<string>;
  request(
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  report(events: readonly unknown[]): Promise<LightMyRequestResponse>;
}

export async function makeToken(
  server: TestServer,
  order: { kind?: 'agent' | 'extension'; uses?: number; validForMs?: number } = {},
): Promise<string> {
  const { token } = await server.services.enrolment.createToken(
    {
      kind: order.kind ?? 'agent',
      uses: order.uses ?? 1,
      validForMs: order.validForMs ?? 3_600_000,
      assignment: { groups: ['sales'], employment: 'staff', employeeId: 'E-1001' },
    },
    'test',
  );
  return token;
}

export async function postEnrolment(
  server: TestServer,
  key: EndpointKey,
  body: Record<string, unknown>,
): Promise<LightMyRequestResponse> {
  const url = '/api/v1/enrolments';
  const payload = JSON.stringify({
    kind: 'agent',
    publicKey: key.publicJwk,
    hostName: 'desk-07.corp.example',
    platform: 'linux',
    version: '0.1.0',
    ...body,
  });
  const proof = await signEndpointProof(
    { endpointId: 'enrol', method: 'POST', path: url, body: payload, nowMs: server.now() },
    key.privateKey,
  );
  return await server.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${proof}` },
  });
}

export async function enrolEndpoint(server: TestServer): Promise<TestEndpoint> {
  const key = await makeEndpointKey();
  const answer = await postEnrolment(server, key, { token: await makeToken(server) });
  const enrolment = enrolmentResponseSchema.parse(answer.json());
  const id = enrolment.endpointId;
  const proof = (method: Method, path: string, body = ''): Promise<string> =>
    signEndpointProof({ endpointId: id, method, path, body, nowMs: server.now() }, key.privateKey);
  async function request(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const authorization = `Bearer ${await proof(method, path, payload)}`;
    return await server.app.inject({
      method,
      url: path,
      headers: {
        authorization,
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
  }
  return {
    id,
    key,
    enrolment,
    proof,
    request,
    report: (events) => request('POST', '/api/v1/endpoint/events', { events }),
  };
}
