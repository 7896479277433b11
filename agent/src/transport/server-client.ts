import type { CryptoKey } from 'jose';

import type { EndpointProofClaims } from '@kedun/shared/contracts/enrolment';
import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { ERRORS, type ErrorCode } from '@kedun/shared/contracts/errors';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

/** What came of a request; expected failures are values, not exceptions. */
export type ServerAnswer =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly code: ErrorCode | 'network.unreachable' | 'network.bad-answer';
      readonly retryable: boolean;
      /** For a person; the server's own words, or ours where it said none. */
      readonly text: string;
      /** How long the server (or a proxy in front of it) asks to be left alone. */
      readonly retryAfterMs?: number;
    };

export interface ServerClient {
  /** One request with an endpoint proof. A clock too far off is corrected by the server's and tried once more. */
  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<ServerAnswer>;
  /** Authorization header value for a request made elsewhere (the live socket). */
  authorization(method: 'GET', path: string): Promise<string>;
  /** Server clock minus endpoint clock, as far as known, in ms. */
  clockOffsetMs(): number;
}

export interface ServerClientDeps {
  readonly serverUrl: string;
  readonly endpointId: EndpointProofClaims['sub'];
  readonly privateKey: CryptoKey;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly timeoutMs?: number;
}

/** Above the largest policy bundle the contract knows. */
const MAX_ANSWER_BYTES = 16_000_000;

async function readBounded(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` (RFC 9110, section 10.2.3) in its form of seconds; a date would need a clock that agrees. */
function retryAfterOf(response: Response): { retryAfterMs?: number } {
  const text = response.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? { retryAfterMs: Number(text) * 1_000 } : {};
}

const unreachable: ServerAnswer = {
  ok: false,
  code: 'network.unreachable',
  retryable: true,
  text: 'The server could not be reached.',
};

export function createServerClient(deps: ServerClientDeps): ServerClient {
  const { endpointId, privateKey, now = Date.now, timeoutMs = 20_000 } = deps;
  const send = deps.fetch ?? fetch;
  const base = new URL(deps.serverUrl);
  // A server below a path prefix (reverse proxy) signs and answers with the prefix as part of the path.
  const prefix = base.pathname.replace(/\/+$/, '');
  let clockOffsetMs = 0;

  const prove = (method: 'GET' | 'POST', path: string, body: string) =>
    signEndpointProof(
      { endpointId, method, path: prefix + path, body, nowMs: now() + clockOffsetMs },
      privateKey,
    );

  async function attempt(
    method: 'GET' | 'POST',
    path: string,
    body: string,
  ): Promise<{ answer: ServerAnswer; serverTime?: number }> {
    let status: number;
    let json: unknown;
    let retryAfter: { retryAfterMs?: number };
    try {
      const response = await send(new URL(prefix + path, base), {
        method,
        headers: {
          authorization: `Bearer ${await prove(method, path, body)}`,
          accept: 'application/json',
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = response.status;
      retryAfter = retryAfterOf(response);
      json = parseJson(await readBounded(response));
    } catch {
      return { answer: unreachable };
    }
    if (status >= 200 && status < 300 && json !== undefined)
      return { answer: { ok: true, body: json } };
    const refusal = errorResponseSchema.safeParse(json);
    if (!refusal.success)
      return {
        answer: {
          ok: false,
          code: 'network.bad-answer',
          retryable: true,
          text: `Something other than a Kedun server answered (HTTP ${status}).`,
          ...retryAfter,
        },
      };
    const { code, message, serverTime } = refusal.data;
    const answer: ServerAnswer = {
      ok: false,
      code,
      retryable: ERRORS[code].retryable,
      text: message.en,
      ...retryAfter,
    };
    return { answer, serverTime };
  }

  return {
    async request(method, path, payload) {
      const body = payload === undefined ? '' : JSON.stringify(payload);
      const first = await attempt(method, path, body);
      const expired = !first.answer.ok && first.answer.code === 'endpoint.proof-expired';
      if (!expired || first.serverTime === undefined) return first.answer;
      clockOffsetMs = first.serverTime - now();
      return (await attempt(method, path, body)).answer;
    },
    authorization: async (method, path) => `Bearer ${await prove(method, path, '')}`,
    clockOffsetMs: () => clockOffsetMs,
  };
}
