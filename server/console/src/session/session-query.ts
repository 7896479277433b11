import {
  type SessionResponse,
  sessionResponseSchema,
} from '@kedun/shared/contracts/api/identities';
import { queryOptions } from '@tanstack/react-query';

import { type ApiClient, noAnswer } from '../api/client.ts';

export const SESSION_KEY = ['session'] as const;

/** Who is logged in; asked once, then kept until the server says otherwise. */
export function sessionQuery(api: ApiClient) {
  return queryOptions({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) =>
      api.request({ path: '/session', answer: sessionResponseSchema, signal }),
    staleTime: Infinity,
  });
}

export function logIn(
  api: ApiClient,
  credentials: { account: string; password: string },
): Promise<SessionResponse> {
  return api.request({
    method: 'POST',
    path: '/session',
    body: credentials,
    answer: sessionResponseSchema,
  });
}

export async function logOut(api: ApiClient): Promise<void> {
  await api.request({ method: 'DELETE', path: '/session', answer: noAnswer });
}
