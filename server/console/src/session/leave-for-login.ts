import type { QueryClient } from '@tanstack/react-query';

import type { AppRouter } from '../router.tsx';
import { SESSION_KEY } from './session-query.ts';

/** Takes the person to the login, once, and remembers where they were. What was loaded is forgotten. */
export function leaveForLogin(deps: { router: AppRouter; queryClient: QueryClient }): () => void {
  return () => {
    const { pathname, href } = deps.router.state.location;
    // Nobody was logged in yet: the route itself leads to the login, and nothing has expired.
    const wasInside = deps.queryClient.getQueryData(SESSION_KEY) !== undefined;
    if (pathname === '/login' || !wasInside) return;
    deps.queryClient.clear();
    void deps.router.navigate({ to: '/login', search: { back: href, expired: true } });
  };
}
