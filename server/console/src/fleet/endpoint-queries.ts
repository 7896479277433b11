import {
  type EndpointListResponse,
  type EndpointSummary,
  endpointHistoryResponseSchema,
  endpointListResponseSchema,
  endpointSummarySchema,
} from '@kedun/shared/contracts/api/fleet';
import { type QueryClient, queryOptions } from '@tanstack/react-query';

import type { ApiClient } from '../api/client.ts';
import { mergeEndpoint } from './merge-endpoint.ts';

const LIST_KEY = ['endpoints', 'list'] as const;

export function endpointListQuery(api: ApiClient) {
  return queryOptions({
    queryKey: LIST_KEY,
    queryFn: ({ signal }) =>
      api.request({ path: '/endpoints', answer: endpointListResponseSchema, signal }),
  });
}

export function endpointHistoryQuery(api: ApiClient, id: string) {
  return queryOptions({
    queryKey: ['endpoints', 'history', id] as const,
    queryFn: ({ signal }) =>
      api.request({
        path: `/endpoints/${encodeURIComponent(id)}/events`,
        answer: endpointHistoryResponseSchema,
        signal,
      }),
  });
}

export function revokeEndpoint(api: ApiClient, id: string): Promise<EndpointSummary> {
  return api.request({
    method: 'POST',
    path: `/endpoints/${encodeURIComponent(id)}/revoke`,
    answer: endpointSummarySchema,
  });
}

/** Brings one endpoint, as it is now, into the list. */
export function applyEndpoint(queryClient: QueryClient, endpoint: EndpointSummary): void {
  queryClient.setQueryData<EndpointListResponse>(LIST_KEY, (list) =>
    list ? mergeEndpoint(list, endpoint) : list,
  );
}
