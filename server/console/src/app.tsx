import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';

import type { AppRouter } from './router.tsx';
import { type Services, ServicesContext } from './services.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';

export function App(props: {
  services: Services;
  queryClient: QueryClient;
  router: AppRouter;
  i18n: i18n;
}) {
  return (
    <ServicesContext value={props.services}>
      <I18nextProvider i18n={props.i18n}>
        <QueryClientProvider client={props.queryClient}>
          <ErrorBoundary>
            <ThemeProvider>
              <RouterProvider router={props.router} />
            </ThemeProvider>
          </ErrorBoundary>
        </QueryClientProvider>
      </I18nextProvider>
    </ServicesContext>
  );
}
