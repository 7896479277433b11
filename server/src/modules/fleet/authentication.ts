import { enrolmentRequestSchema } from '@kedun/shared/contracts/enrolment';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import { CodedError } from '../../plugins/coded-error.ts';
import type { EndpointIdentity, ProofCheck } from './proof-check.ts';

export interface EndpointAuthenticationDeps {
  readonly proofCheck: Pick<ProofCheck, 'identify' | 'verify' | 'verifyPossession'>;
}

/** Subprotocol of the live socket; the proof rides beside it where a browser cannot set headers. */
export const LIVE_SUBPROTOCOL = 'kedun';
const PROOF_LENGTH_MAX = 4096;

/** `Authorization: Bearer <proof>`, or the second of `Sec-WebSocket-Protocol: kedun, <proof>`. */
export function readProof(headers: FastifyRequest['headers']): string | null {
  const { authorization } = headers;
  const [scheme, bearer] = authorization?.split(' ') ?? [];
  const [protocol, subprotocol] = headers['sec-websocket-protocol']?.split(',') ?? [];
  const viaSocket = protocol?.trim() === LIVE_SUBPROTOCOL ? subprotocol?.trim() : undefined;
  const proof = scheme?.toLowerCase() === 'bearer' ? bearer : viaSocket;
  return proof && proof.length <= PROOF_LENGTH_MAX ? proof : null;
}

function asProofRequest(request: FastifyRequest) {
  return {
    method: request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: request.originalUrl,
    body: request.rawBody ?? '',
  };
}

/**
 * Lets only enrolled endpoints through to routes with `auth: 'endpoint'`: the unknown and revoked are
 * turned away before their body is read, the rest once its hash is known.
 */
export const endpointAuthenticationPlugin = fastifyPlugin(
  async (app: FastifyInstance, { proofCheck }: EndpointAuthenticationDeps) => {
    app.decorateRequest('endpoint', null);
    app.addHook('preParsing', async (request, _reply, payload) => {
      if (request.routeOptions.config.auth !== 'endpoint') return payload;
      const claimed = await proofCheck.identify(readProof(request.headers), request.ip);
      if (!claimed.ok) throw new CodedError(claimed.code);
      request.endpoint = claimed.endpoint;
      return payload;
    });
    app.addHook('preValidation', async (request) => {
      const { auth } = request.routeOptions.config;
      if (auth !== 'endpoint' && auth !== 'enrolment') return;
      const proof = readProof(request.headers);
      if (auth === 'endpoint') {
        if (!proof || !request.endpoint) throw new CodedError('endpoint.proof-missing');
        const checked = await proofCheck.verify(proof, request.endpoint, asProofRequest(request));
        if (!checked.ok) throw new CodedError(checked.code);
        return;
      }
      // A body that does not keep the contract is refused by validation, right after this.
      const body = enrolmentRequestSchema.safeParse(request.body);
      if (!body.success) return;
      const checked = await proofCheck.verifyPossession(
        proof,
        body.data.publicKey,
        asProofRequest(request),
        request.ip,
      );
      if (!checked.ok) throw new CodedError(checked.code);
    });
  },
  { name: 'kedun-endpoint-authentication' },
);

declare module 'fastify' {
  interface FastifyRequest {
    endpoint: EndpointIdentity | null;
  }
}
