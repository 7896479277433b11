import { errorResponseSchema } from '@kedun/shared/contracts/error-response';

import { Fault } from './fault.ts';

/** What of a zod schema the boundary needs. */
export interface AnswerSchema<Answer> {
  safeParse(value: unknown): { success: true; data: Answer } | { success: false };
}

export interface Call<Answer> {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Path under /api/v1, segments encoded by the caller. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly answer: AnswerSchema<Answer>;
  readonly signal?: AbortSignal;
}

export interface ApiClient {
  /** Rejects with a Fault, and only with a Fault (or the caller's own abort). */
  request<Answer>(call: Call<Answer>): Promise<Answer>;
}

export interface ApiClientDeps {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
}

/** For answers without a body (204). */
export const noAnswer: AnswerSchema<undefined> = {
  safeParse: () => ({ success: true, data: undefined }),
};

function withQuery(path: string, query: Call<unknown>['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return `/api/v1${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return response.status === 204 ? undefined : await response.json();
  } catch {
    return undefined;
  }
}

function failure(body: unknown): Fault {
  const parsed = errorResponseSchema.safeParse(body);
  if (!parsed.success) return new Fault('console.bad-answer');
  const { code, reference, fields } = parsed.data;
  return new Fault(code, { reference, fields });
}

/** The one place that speaks HTTP. Every answer is held to its contract before a view sees it. */
export function createApiClient({ fetch, timeoutMs }: ApiClientDeps): ApiClient {
  return {
    async request({ method = 'GET', path, query, body, answer, signal }) {
      const timeout = AbortSignal.timeout(timeoutMs);
      let response: Response;
      let content: unknown;
      try {
        response = await fetch(withQuery(path, query), {
          method,
          credentials: 'same-origin',
          headers: {
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        content = await readJson(response);
      } catch (error) {
        if (signal?.aborted) throw error;
        throw new Fault(timeout.aborted ? 'console.timed-out' : 'console.offline');
      }
      if (!response.ok) throw failure(content);
      const parsed = answer.safeParse(content);
      if (!parsed.success) throw new Fault('console.bad-answer');
      return parsed.data;
    },
  };
}
