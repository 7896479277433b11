import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

import { type EnrolmentResponse, enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { type Ed25519PublicJwk, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

export const EVENTS_PATH = '/api/v1/endpoint/events';
const ENROLMENTS_PATH = '/api/v1/enrolments';

/** Key pair of an endpoint of the tests' own making. */
export interface EndpointKeys {
  readonly key: CryptoKey;
  readonly jwk: Ed25519PublicJwk;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Code of a coded error. */
  readonly code: string | undefined;
}

export async function createEndpointKeys(): Promise<EndpointKeys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { key: privateKey, jwk: ed25519PublicJwkSchema.parse(await exportJWK(publicKey)) };
}

/** Proof for a POST of `body` to `requestPath`. */
export function proofFor(
  endpointId: string,
  key: CryptoKey,
  requestPath: string,
  body: string,
  nowMs = Date.now(),
): Promise<string> {
  return signEndpointProof({ endpointId, method: 'POST', path: requestPath, body, nowMs }, key);
}

export async function postWithProof(
  serverUrl: string,
  requestPath: string,
  body: string,
  proof: string,
): Promise<Answer> {
  const response = await fetch(serverUrl + requestPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${proof}` },
    body,
  });
  const answer: unknown = await response.json();
  const code = errorResponseSchema.safeParse(answer).data?.code;
  return { status: response.status, body: answer, code };
}

/** Asks to be enrolled; the answer may be a refusal. */
export async function askToEnrol(
  serverUrl: string,
  keys: EndpointKeys,
  token: string,
): Promise<Answer> {
  const body = JSON.stringify({
    token,
    kind: 'agent',
    publicKey: keys.jwk,
    hostName: 'test-endpoint',
    platform: 'test',
    version: '0.0.0',
  });
  const proof = await proofFor('enrol', keys.key, ENROLMENTS_PATH, body);
  return postWithProof(serverUrl, ENROLMENTS_PATH, body, proof);
}

/** An endpoint of the tests' own. Throws when the server refuses. */
export async function enrolEndpoint(
  serverUrl: string,
  token: string,
): Promise<EndpointKeys & EnrolmentResponse> {
  const keys = await createEndpointKeys();
  const { body } = await askToEnrol(serverUrl, keys, token);
  return { ...keys, ...enrolmentResponseSchema.parse(body) };
}
