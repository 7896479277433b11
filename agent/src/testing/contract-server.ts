import http from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type GenerateKeyPairResult,
} from 'jose';
import { type WebSocket, WebSocketServer } from 'ws';

import { ingestRequestSchema } from '@kedun/shared/contracts/api/ingest';
import { type EndpointEvent, endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';
import { enrolmentRequestSchema } from '@kedun/shared/contracts/enrolment';
import { ERRORS, type ErrorCode } from '@kedun/shared/contracts/errors';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { type Ed25519PublicJwk, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import { readProofClaims, verifyEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';
import { signBundle } from '@kedun/shared/policy/bundle-signature';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';

import { createIdMaker } from '../ids/uuidv7.ts';

/** What a test may change while the server runs. */
export interface ServerBehaviour {
  /** Answer every endpoint request with this code. */
  refuseAll: ErrorCode | null;
  /** Answer every request as a proxy does whose server is overloaded. */
  busy: { readonly status: number; readonly retryAfterSeconds: number } | null;
  /** Sent in place of the signed bundle. */
  bundleJws: string | null;
  /** Added to the server's clock. */
  clockSkewMs: number;
  /** Codes by event id. */
  refuseEvents: Map<string, ErrorCode>;
  /** Hang up before answering, after the events were stored. */
  dropAnswers: boolean;
}

export interface ContractServer {
  readonly url: string;
  readonly token: string;
  readonly behaviour: ServerBehaviour;
  readonly events: ReadonlyMap<string, EndpointEvent>;
  /** How often each event id came. */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly requests: readonly string[];
  readonly publicJwk: Ed25519PublicJwk;
  /** Other keys offered at enrolment, in front of the right one. */
  readonly strayKeys: Ed25519PublicJwk[];
  bundle: PolicyBundle;
  sign(bundle: PolicyBundle): Promise<string>;
  say(message: unknown): void;
  liveCount(): number;
  stop(): Promise<void>;
}

interface Keys extends GenerateKeyPairResult {
  readonly kid: string;
  readonly jwk: Ed25519PublicJwk;
}

async function makeKeys(): Promise<Keys> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const bare = ed25519PublicJwkSchema.parse(await exportJWK(pair.publicKey));
  const kid = await calculateJwkThumbprint(bare);
  return { ...pair, kid, jwk: { ...bare, kid } };
}

function answer(response: http.ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A server for the agent's own tests: keeps the contract over real HTTP, stores in memory. */
export async function startContractServer(
  options: { prefixes?: readonly string[]; port?: number } = {},
): Promise<ContractServer> {
  const keys = await makeKeys();
  const newId = createIdMaker();
  const secret = 'S'.repeat(43);
  const endpoints = new Map<string, Ed25519PublicJwk>();
  const events = new Map<string, EndpointEvent>();
  const arrivals = new Map<string, number>();
  const requests: string[] = [];
  const strayKeys: Ed25519PublicJwk[] = [];
  const sockets = new Set<WebSocket>();
  const behaviour: ServerBehaviour = {
    refuseAll: null,
    busy: null,
    bundleJws: null,
    clockSkewMs: 0,
    refuseEvents: new Map(),
    dropAnswers: false,
  };
  const assignment = { groups: [], employment: 'staff' as const };
  const now = () => Date.now() + behaviour.clockSkewMs;

  function refuse(response: http.ServerResponse, code: ErrorCode): void {
    const { status, zh, en } = ERRORS[code];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ code, message: { zh, en }, reference: 'test', serverTime: now() }),
    );
  }

  async function checkProof(
    request: http.IncomingMessage,
    body: string,
  ): Promise<ErrorCode | 'ok'> {
    if (behaviour.refuseAll) return behaviour.refuseAll;
    const proof = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const claims = readProofClaims(proof);
    if (!claims) return 'endpoint.proof-missing';
    const own: unknown = claims.sub === 'enrol' ? JSON.parse(body).publicKey : null;
    const key = own ? ed25519PublicJwkSchema.parse(own) : endpoints.get(claims.sub);
    if (!key) return 'endpoint.unknown';
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const bound = { method, path: request.url ?? '', body, nowMs: now() } as const;
    const checked = await verifyEndpointProof(proof, key, bound);
    return checked.ok ? 'ok' : checked.code;
  }

  function ingest(response: http.ServerResponse, body: string): void {
    const acknowledged: number[] = [];
    const refused: { index: number; code: ErrorCode }[] = [];
    ingestRequestSchema.parse(JSON.parse(body)).events.forEach((raw, index) => {
      const event = endpointEventSchema.safeParse(raw).data;
      const code = event ? behaviour.refuseEvents.get(event.id) : 'event.invalid';
      if (!event || code) {
        refused.push({ index, code: code ?? 'event.invalid' });
        return;
      }
      arrivals.set(event.id, (arrivals.get(event.id) ?? 0) + 1);
      if (!events.has(event.id)) events.set(event.id, event);
      acknowledged.push(index);
    });
    if (behaviour.dropAnswers) response.destroy();
    else answer(response, { acknowledged, refused });
  }

  function enrol(response: http.ServerResponse, body: string): void {
    const request = enrolmentRequestSchema.parse(JSON.parse(body));
    if (!request.token.startsWith(`${secret}.`)) return refuse(response, 'enrolment.token-invalid');
    const endpointId = newId();
    endpoints.set(endpointId, request.publicKey);
    return answer(response, {
      endpointId,
      organisation: 'demo',
      serverTime: now(),
      policyKeys: [...strayKeys, keys.jwk],
      digestKey: { id: 'k1', key: 'A'.repeat(43) },
      assignment,
    });
  }

  async function handle(request: http.IncomingMessage, response: http.ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    requests.push(`${request.method} ${request.url}`);
    if (behaviour.busy) {
      const { status, retryAfterSeconds } = behaviour.busy;
      response.writeHead(status, { 'retry-after': String(retryAfterSeconds) });
      return response.end('<html>busy</html>');
    }
    const proof = await checkProof(request, body);
    if (proof !== 'ok') return refuse(response, proof);
    if (request.url === '/api/v1/enrolments') return enrol(response, body);
    if (request.url === '/api/v1/endpoint/events') return ingest(response, body);
    if (request.url === '/api/v1/endpoint/policy') {
      const bundle = behaviour.bundleJws ?? (await self.sign(self.bundle));
      return answer(response, { bundle, assignment });
    }
    return refuse(response, 'route.not-found');
  }

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const live = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    void checkProof(request, '').then((proof) => {
      if (proof !== 'ok') return socket.destroy();
      return live.handleUpgrade(request, socket, head, (client) => {
        sockets.add(client);
        client.on('close', () => sockets.delete(client));
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const privateKey: CryptoKey = keys.privateKey;
  const self: ContractServer = {
    url: `http://127.0.0.1:${port}`,
    token: `${secret}.${keys.kid}`,
    behaviour,
    events,
    arrivals,
    requests,
    publicJwk: keys.jwk,
    strayKeys,
    bundle: createStarterBundle({
      organisation: 'demo',
      version: 1,
      issuedAt: Date.now(),
      hosts: { businessSystems: [], corporateSites: [] },
      watchedMountPointPrefixes: options.prefixes ?? [],
    }),
    sign: (bundle) => signBundle(bundle, privateKey, keys.kid),
    say(message) {
      for (const socket of sockets)
        socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
    liveCount: () => sockets.size,
    stop() {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return self;
}
