import type { z } from 'zod';

import {
  type AlertDetail,
  alertDetailSchema,
  type AlertListResponse,
  alertListResponseSchema,
  type AlertSummary,
} from '@kedun/shared/contracts/api/alerts';
import {
  type EndpointHistoryResponse,
  endpointHistoryResponseSchema,
  type EndpointListResponse,
  endpointListResponseSchema,
  enrolmentTokenResponseSchema,
} from '@kedun/shared/contracts/api/fleet';
import { sessionResponseSchema } from '@kedun/shared/contracts/api/identities';
import { type PolicyResponse, policyResponseSchema } from '@kedun/shared/contracts/api/policies';
import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';

/** A coded error of the server, with its status. */
export class ConsoleError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, text: string) {
    super(`${status} ${code}: ${text}`);
    this.name = 'ConsoleError';
    this.status = status;
    this.code = code;
  }
}

/** What a person does in the console, over the same API. Every answer is checked against its schema. */
export interface ConsoleClient {
  /** Value for a `Cookie` header. */
  readonly cookie: () => string;
  alerts(query?: string): Promise<AlertListResponse>;
  /** All alerts, newest first, page by page. */
  allAlerts(): Promise<AlertSummary[]>;
  alert(id: string): Promise<AlertDetail>;
  endpoints(): Promise<EndpointListResponse>;
  endpointHistory(id: string): Promise<EndpointHistoryResponse>;
  revoke(endpointId: string): Promise<void>;
  enrolmentToken(kind: 'agent' | 'extension', uses?: number): Promise<string>;
  policy(): Promise<PolicyResponse>;
  publish(bundle: PolicyBundle): Promise<PolicyResponse>;
}

type Ask = <S extends z.ZodType>(
  method: 'GET' | 'POST',
  path: string,
  schema: S,
  body?: unknown,
) => Promise<z.infer<S>>;

function createAsk(url: string, session: { cookie: string }): Ask {
  return async (method, path, schema, body) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: url,
        ...(session.cookie === '' ? {} : { cookie: session.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (set.length > 0) session.cookie = set.join('; ');
    const answer: unknown = await response.json();
    if (response.ok) return schema.parse(answer);
    const error = errorResponseSchema.safeParse(answer).data;
    throw new ConsoleError(
      response.status,
      error?.code ?? 'no-code',
      `${method} ${path} ${JSON.stringify(error?.fields ?? error?.message.en ?? answer)}`,
    );
  };
}

/** Logs in. Throws `ConsoleError` when the server says no. */
export async function openConsole(
  url: string,
  account: string,
  password: string,
): Promise<ConsoleClient> {
  const session = { cookie: '' };
  const ask = createAsk(url, session);
  await ask('POST', '/api/v1/session', sessionResponseSchema, { account, password });
  const alerts = (query = ''): Promise<AlertListResponse> =>
    ask('GET', `/api/v1/alerts${query}`, alertListResponseSchema);
  return {
    cookie: () => session.cookie,
    alerts,
    allAlerts: async () => {
      const all: AlertSummary[] = [];
      let before = '';
      for (;;) {
        const page = await alerts(`?limit=200${before}`);
        all.push(...page.alerts);
        if (page.nextBefore === null) return all;
        before = `&before=${page.nextBefore}`;
      }
    },
    alert: (id) => ask('GET', `/api/v1/alerts/${id}`, alertDetailSchema),
    endpoints: () => ask('GET', '/api/v1/endpoints', endpointListResponseSchema),
    endpointHistory: (id) =>
      ask('GET', `/api/v1/endpoints/${id}/events`, endpointHistoryResponseSchema),
    revoke: async (id) => {
      await ask(
        'POST',
        `/api/v1/endpoints/${id}/revoke`,
        endpointListResponseSchema.shape.endpoints.element,
      );
    },
    enrolmentToken: async (kind, uses = 1) => {
      const body = { kind, uses };
      const answer = await ask(
        'POST',
        '/api/v1/enrolment-tokens',
        enrolmentTokenResponseSchema,
        body,
      );
      return answer.token;
    },
    policy: () => ask('GET', '/api/v1/policy', policyResponseSchema),
    publish: (bundle) => ask('POST', '/api/v1/policy', policyResponseSchema, { bundle }),
  };
}
