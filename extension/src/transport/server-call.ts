import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { type ProofSubject, signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

import { UNREACHABLE } from './uplink.ts';

export interface Caller {
  readonly serverUrl: string;
  readonly endpointId: ProofSubject['endpointId'];
  readonly key: CryptoKey;
}

export interface ServerCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export type ServerAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly code: string };

/** One proven request. Never rejects. */
export type ServerCaller = (caller: Caller, call: ServerCall) => Promise<ServerAnswer>;

export interface ServerCallDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly timeoutMs?: number;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Calls the server as an endpoint: every request carries its proof; a wrong clock is corrected once. */
export function createServerCaller(deps: ServerCallDeps): ServerCaller {
  let clockOffsetMs = 0;

  const once = async (caller: Caller, call: ServerCall): Promise<ServerAnswer> => {
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const proof = await signEndpointProof(
      {
        endpointId: caller.endpointId,
        method: call.method,
        path: call.path,
        body,
        nowMs: deps.now() + clockOffsetMs,
      },
      caller.key,
    );
    const response = await deps.fetch(new URL(call.path, caller.serverUrl), {
      method: call.method,
      headers: {
        authorization: `Bearer ${proof}`,
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === '' ? {} : { body }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(deps.timeoutMs ?? 15_000),
    });
    const answer = await readJson(response);
    if (response.ok) return { ok: true, body: answer };
    const error = errorResponseSchema.safeParse(answer).data;
    if (error?.code === 'endpoint.proof-expired') clockOffsetMs = error.serverTime - deps.now();
    return { ok: false, code: error?.code ?? UNREACHABLE };
  };

  return async (caller, call) => {
    try {
      const answer = await once(caller, call);
      if (answer.ok || answer.code !== 'endpoint.proof-expired') return answer;
      return await once(caller, call);
    } catch {
      return { ok: false, code: UNREACHABLE };
    }
  };
}
