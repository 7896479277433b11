import {
  type AlertDetail,
  type AlertState,
  type AlertSummary,
  alertDetailSchema,
  alertListResponseSchema,
  alertSummarySchema,
} from '@kedun/shared/contracts/api/alerts';
import {
  infiniteQueryOptions,
  type InfiniteData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';

import type { ApiClient } from '../api/client.ts';
import { type AlertFilter, toQuery } from './filter.ts';
import { mergeAlert } from './merge-alert.ts';

const LIST_KEY = ['alerts', 'list'] as const;
const PAGE_SIZE = 50;

const detailKey = (id: string) => ['alerts', 'detail', id] as const;

type AlertPages = InfiniteData<
  ReturnType<typeof alertListResponseSchema.parse>,
  string | undefined
>;

export function alertListQuery(api: ApiClient, filter: AlertFilter) {
  return infiniteQueryOptions({
    queryKey: [...LIST_KEY, filter] as const,
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/alerts',
        query: { ...toQuery(filter), before: pageParam, limit: PAGE_SIZE },
        answer: alertListResponseSchema,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextBefore ?? undefined,
  });
}

export function alertDetailQuery(api: ApiClient, id: string) {
  return queryOptions({
    queryKey: detailKey(id),
    queryFn: ({ signal }) =>
      api.request({
        path: `/alerts/${encodeURIComponent(id)}`,
        answer: alertDetailSchema,
        signal,
      }),
  });
}

export function changeAlertState(
  api: ApiClient,
  id: string,
  state: AlertState,
): Promise<AlertSummary> {
  return api.request({
    method: 'POST',
    path: `/alerts/${encodeURIComponent(id)}/state`,
    body: { state },
    answer: alertSummarySchema,
  });
}

/** Brings one alert, as it is now, into everything that shows it. */
export function applyAlert(queryClient: QueryClient, alert: AlertSummary): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: LIST_KEY })) {
    const filter = query.queryKey[LIST_KEY.length] as AlertFilter;
    queryClient.setQueryData<AlertPages>(query.queryKey, (pages) =>
      pages ? mergeAlert(pages, alert, filter) : pages,
    );
  }
  queryClient.setQueryData<AlertDetail>(detailKey(alert.id), (detail) =>
    detail ? { ...detail, alert } : detail,
  );
}

/** The history of an alert grew: fetch it where it is on screen. */
export async function refreshDetail(queryClient: QueryClient, id: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: detailKey(id) });
}

/** The alert as a loaded list knows it: enough for the head of its detail while the rest is on its way. */
export function findLoaded(queryClient: QueryClient, id: string): AlertSummary | undefined {
  return queryClient
    .getQueriesData<AlertPages>({ queryKey: LIST_KEY })
    .flatMap(([, pages]) => pages?.pages ?? [])
    .flatMap((page) => page.alerts)
    .find((alert) => alert.id === id);
}
