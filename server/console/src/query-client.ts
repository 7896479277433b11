import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { isSessionMissing, isWorthRetrying } from './api/fault.ts';

const FRESH_MS = 15_000;

/** Server state of the console. A session that ended, wherever that comes to light, leads to the login. */
export function createQueryClient(deps: { onSessionMissing: () => void }): QueryClient {
  const onError = (error: unknown): void => {
    if (isSessionMissing(error)) deps.onSessionMissing();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The server may be on this machine: what the browser thinks of the network does not matter.
      queries: {
        networkMode: 'always',
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
