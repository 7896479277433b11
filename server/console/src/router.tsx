import { uuidv7Schema } from '@kedun/shared/contracts/primitives';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';

import { alertDetailQuery } from './alerts/alert-queries.ts';
import { readSearch } from './alerts/filter.ts';
import type { ApiClient } from './api/client.ts';
import { isSessionMissing } from './api/fault.ts';
import { backAddress } from './session/back-address.ts';
import { sessionQuery } from './session/session-query.ts';
import { NoSuchAlert, NoSuchEndpoint, NotFoundView, RouteErrorView } from './shell/route-views.tsx';

export interface RouterDeps {
  readonly api: ApiClient;
  readonly queryClient: QueryClient;
}

export interface LoginSearch {
  readonly back?: string;
  /** The session ended under the person's hands. */
  readonly expired?: boolean;
}

/** An address that somebody mistyped or cut short needs no question to the server. */
function demandId(id: string): void {
  if (!uuidv7Schema.safeParse(id).success) throw notFound();
}

function createRouteTree() {
  const root = createRootRouteWithContext<RouterDeps>()({
    component: Outlet,
    notFoundComponent: NotFoundView,
    errorComponent: RouteErrorView,
  });
  const login = createRoute({
    getParentRoute: () => root,
    path: '/login',
    validateSearch: (search: Record<string, unknown>): LoginSearch => ({
      ...(search['back'] === undefined ? {} : { back: backAddress(search['back']) }),
      ...(search['expired'] === true ? { expired: true } : {}),
    }),
    component: lazyRouteComponent(() => import('./session/login-page.tsx'), 'LoginPage'),
  });
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    beforeLoad: async ({ context, location }) => {
      try {
        await context.queryClient.ensureQueryData(sessionQuery(context.api));
      } catch (error) {
        if (!isSessionMissing(error)) throw error;
        throw redirect({ to: '/login', search: { back: location.href } });
      }
    },
    component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
    errorComponent: RouteErrorView,
  });
  const index = createRoute({
    getParentRoute: () => inside,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/alerts' });
    },
  });
  const alerts = createRoute({
    getParentRoute: () => inside,
    path: '/alerts',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
  });
  const alertDetail = createRoute({
    getParentRoute: () => alerts,
    path: '$alertId',
    // Started on the way (also when the pointer rests on a row), shown by the view as it comes.
    loader: ({ context, params }) => {
      demandId(params.alertId);
      void context.queryClient.prefetchQuery(alertDetailQuery(context.api, params.alertId));
    },
    notFoundComponent: NoSuchAlert,
    component: lazyRouteComponent(() => import('./alerts/alert-detail.tsx'), 'AlertDetailPage'),
  });
  const endpoints = createRoute({
    getParentRoute: () => inside,
    path: '/endpoints',
    component: lazyRouteComponent(() => import('./fleet/endpoints-page.tsx'), 'EndpointsPage'),
  });
  const endpointDetail = createRoute({
    getParentRoute: () => endpoints,
    path: '$endpointId',
    loader: ({ params }) => demandId(params.endpointId),
    notFoundComponent: NoSuchEndpoint,
    component: lazyRouteComponent(
      () => import('./fleet/endpoint-detail.tsx'),
      'EndpointDetailPage',
    ),
  });
  return root.addChildren([
    login,
    inside.addChildren([
      index,
      alerts.addChildren([alertDetail]),
      endpoints.addChildren([endpointDetail]),
    ]),
  ]);
}

export function createAppRouter(deps: RouterDeps) {
  return createRouter({
    routeTree: createRouteTree(),
    context: deps,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPreloadStaleTime: 0,
    scrollRestoration: false,
  });
}
export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
