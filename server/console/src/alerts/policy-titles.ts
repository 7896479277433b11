import { policyResponseSchema } from '@kedun/shared/contracts/api/policies';
import type { LocalizedText } from '@kedun/shared/contracts/primitives';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { ApiClient } from '../api/client.ts';
import { useServices } from '../services.ts';

const FRESH_MS = 5 * 60_000;

function policyQuery(api: ApiClient) {
  return queryOptions({
    queryKey: ['policy'] as const,
    queryFn: ({ signal }) => api.request({ path: '/policy', answer: policyResponseSchema, signal }),
    staleTime: FRESH_MS,
  });
}

/** Titles by the policy in force; null while it is not there, and for what it no longer holds. */
export function usePolicyTitles(): Record<'rule' | 'pack', (id: string) => LocalizedText | null> {
  const { api } = useServices();
  const bundle = useQuery(policyQuery(api)).data?.bundle;
  return {
    rule: (id) => bundle?.rules.find((rule) => rule.id === id)?.title ?? null,
    pack: (id) => bundle?.packs.find((pack) => pack.id === id)?.title ?? null,
  };
}
