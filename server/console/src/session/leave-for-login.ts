import type { QueryClient } from '@tanstack/react-query';

import type { AppRouter } from '../router.tsx';

/** Takes the person to the login, once, and remembers where they were. What was loaded is forgotten. */
export function leaveForLogin(deps: { router: AppRouter; queryClient: QueryClient }): () => void {
  return () => {
    const { pathname, href } = deps.router.state.location;
    if (pathname === '/login') return;
    deps.queryClient.clear();
    void deps.router.navigate({ to: '/login', search: { back: href, expired: true } });
  };
}
