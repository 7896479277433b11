import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';

import { alertListQuery } from '../alerts/alert-queries.ts';
import type { AlertFilter } from '../alerts/filter.ts';
import { alertSummary } from '../alerts/sample-alert.ts';
import type { ApiClient } from '../api/client.ts';
import { endpointListQuery } from '../fleet/endpoint-queries.ts';
import { endpointSummary } from '../fleet/sample-endpoint.ts';
import { createMessageApplier } from './apply-message.ts';

const api: ApiClient = { request: () => expect.unreachable('nothing is fetched here') };

function listed(queryClient: QueryClient, filter: AlertFilter): string[] {
  const pages = queryClient.getQueryData(alertListQuery(api, filter).queryKey);
  return pages?.pages.flatMap((page) => page.alerts.map((alert) => alert.state)) ?? [];
}

it('brings a change into every loaded list that it fits, and into no other', () => {
  const queryClient = new QueryClient();
  const filters: AlertFilter[] = [{ state: 'open' }, { state: 'all' }, { state: 'closed' }];
  for (const filter of filters)
    queryClient.setQueryData(alertListQuery(api, filter).queryKey, {
      pages: [{ alerts: [], nextBefore: null, total: 0 }],
      pageParams: [undefined],
    });
  const apply = createMessageApplier(queryClient);
  apply({ kind: 'alert.changed', alert: alertSummary(1) });
  expect(filters.map((filter) => listed(queryClient, filter))).toEqual([['open'], ['open'], []]);
  apply({ kind: 'alert.changed', alert: alertSummary(1, { state: 'closed' }) });
  expect(filters.map((filter) => listed(queryClient, filter))).toEqual([
    ['closed'],
    ['closed'],
    ['closed'],
  ]);
});

it('shows a revoked endpoint in its place, and a new one first', () => {
  const queryClient = new QueryClient();
  const { queryKey } = endpointListQuery(api);
  const other = endpointSummary({ id: '019a0000-0000-7000-8000-000000000002' });
  queryClient.setQueryData(queryKey, { endpoints: [endpointSummary(), other], unknown: [] });
  const apply = createMessageApplier(queryClient);
  apply({ kind: 'endpoint.changed', endpoint: { ...other, state: 'revoked' } });
  apply({
    kind: 'endpoint.changed',
    endpoint: endpointSummary({ id: '019a0000-0000-7000-8000-000000000003' }),
  });
  const shown = queryClient.getQueryData(queryKey)?.endpoints;
  expect(shown?.map((each) => each.id.slice(-1) + each.state)).toEqual([
    '3active',
    '1active',
    '2revoked',
  ]);
});
