import { createRoot } from 'react-dom/client';

import { createApiClient } from './api/client.ts';
import { App } from './app.tsx';
import { createI18n } from './i18n/i18n.ts';
import { storedLanguage } from './i18n/language-choice.ts';
import { followLanguage } from './i18n/follow-language.ts';
import { createMessageApplier } from './live/apply-message.ts';
import { connectBrowserSocket } from './live/browser-socket.ts';
import { createLiveFeed } from './live/live-feed.ts';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import { leaveForLogin } from './session/leave-for-login.ts';
import { SESSION_KEY } from './session/session-query.ts';
import { createThemeStore } from './theme/theme-choice.ts';

const REQUEST_TIMEOUT_MS = 20_000;

/** The composition root: everything is made here once and handed down. */
async function start(root: HTMLElement): Promise<void> {
  const storage = window.localStorage;
  const api = createApiClient({
    fetch: (path, init) => window.fetch(path, init),
    timeoutMs: REQUEST_TIMEOUT_MS,
  });
  const queryClient = createQueryClient({ onSessionMissing: () => leave() });
  const router = createAppRouter({ api, queryClient });
  const leave = leaveForLogin({ router, queryClient });
  const live = createLiveFeed({
    connect: (events) => connectBrowserSocket(window.location, events),
    schedule: (task, delayMs) => {
      const timer = window.setTimeout(task, delayMs);
      return () => window.clearTimeout(timer);
    },
    chance: () => Math.random(),
    onMessage: createMessageApplier(queryClient),
    onGap: () => void queryClient.invalidateQueries(),
    onLost: () => void queryClient.invalidateQueries({ queryKey: SESSION_KEY }),
  });
  const themeStore = createThemeStore({
    storage,
    systemIsDark: window.matchMedia('(prefers-color-scheme: dark)'),
    root: document.documentElement,
  });
  const i18n = await createI18n(storedLanguage(storage));
  followLanguage({ i18n, storage, page: document });
  createRoot(root).render(
    <App
      services={{
        api,
        live,
        themeStore,
        storage,
        reducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      }}
      queryClient={queryClient}
      router={router}
      i18n={i18n}
    />,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
