import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

import {
  type EnrolmentRequest,
  type EnrolmentResponse,
  enrolmentResponseSchema,
  enrolmentTokenSchema,
} from '@kedun/shared/contracts/enrolment';
import { ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';

import { type ServerClient, createServerClient } from '../transport/server-client.ts';
import { type Identity, identitySchema } from './identity.ts';

/** Why enrolment did not happen, with a code a person can look up. */
export class EnrolmentError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EnrolmentError';
    this.code = code;
  }
}

export interface EnrolmentDeps {
  readonly serverUrl: string;
  readonly token: string;
  readonly hostName: string;
  readonly platform: string;
  readonly version: string;
  /** For tests; the real one speaks HTTP. */
  readonly createClient?: typeof createServerClient;
}

type PinnedKey = Identity['policyKeys'][number];

/**
 * The token names the thumbprint of the policy signing key (RFC 7638) and reaches the endpoint by another
 * way than the answer does. Only the key it names is kept: the others in the answer are vouched for by
 * nobody, so whoever sits between endpoint and server could have added one.
 */
export async function pinPolicyKey(
  response: EnrolmentResponse,
  token: string,
): Promise<readonly PinnedKey[]> {
  const wanted = token.slice(token.indexOf('.') + 1);
  for (const key of response.policyKeys) {
    const thumbprint = await calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x });
    if (thumbprint === wanted) return [{ kty: key.kty, crv: key.crv, x: key.x, kid: thumbprint }];
  }
  throw new EnrolmentError(
    'enrolment.key-mismatch',
    'The server did not offer the policy signing key this token was made for. ' +
      'Either the token belongs to another server, or somebody stands between this machine and the server.',
  );
}

async function sendRequest(
  client: ServerClient,
  request: EnrolmentRequest,
): Promise<EnrolmentResponse> {
  const answer = await client.request('POST', '/api/v1/enrolments', request);
  if (!answer.ok) {
    const hint =
      answer.code === 'network.unreachable' ? 'The server could not be reached.' : answer.text;
    throw new EnrolmentError(answer.code, `Enrolment was refused (${answer.code}). ${hint}`);
  }
  const parsed = enrolmentResponseSchema.safeParse(answer.body);
  if (!parsed.success)
    throw new EnrolmentError(
      'enrolment.answer-invalid',
      'The server answered the enrolment with something else than the contract says.',
    );
  return parsed.data;
}

/** Makes the endpoint's own key, proves possession of it and returns the identity to keep. Throws EnrolmentError. */
export async function enrol(deps: EnrolmentDeps): Promise<Identity> {
  const token = enrolmentTokenSchema.safeParse(deps.token);
  if (!token.success)
    throw new EnrolmentError(
      'enrolment.token-malformed',
      'This is not an enrolment token: it has 43 characters, a dot and 43 characters. Copy it whole.',
    );
  const server = identitySchema.shape.serverUrl.safeParse(deps.serverUrl);
  if (!server.success)
    throw new EnrolmentError(
      'enrolment.server-url-invalid',
      'The server address must be a whole URL that begins with https:// (or http:// for a trial).',
    );
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', {
    crv: 'Ed25519',
    extractable: true,
  });
  const privateJwk = await exportJWK(privateKey);
  const publicJwk = ed25519PublicJwkSchema.parse(await exportJWK(publicKey));
  const create = deps.createClient ?? createServerClient;
  const client = create({ serverUrl: deps.serverUrl, endpointId: 'enrol', privateKey });
  const response = await sendRequest(client, {
    token: deps.token,
    kind: 'agent',
    publicKey: publicJwk,
    hostName: deps.hostName,
    platform: deps.platform,
    version: deps.version,
  });
  return identitySchema.parse({
    format: 1,
    endpointId: response.endpointId,
    serverUrl: deps.serverUrl.replace(/\/+$/, ''),
    organisation: response.organisation,
    privateKey: { kty: privateJwk.kty, crv: privateJwk.crv, x: privateJwk.x, d: privateJwk.d },
    policyKeys: await pinPolicyKey(response, deps.token),
    digestKey: response.digestKey,
    assignment: response.assignment,
  });
}
