import { createContext, useContext } from 'react';

import type { ApiClient } from './api/client.ts';
import type { LiveFeed } from './live/live-feed.ts';
import type { ThemeStore } from './theme/theme-choice.ts';

/** What the composition root made and the views use. */
export interface Services {
  readonly api: ApiClient;
  readonly live: LiveFeed;
  readonly themeStore: ThemeStore;
  readonly reducedMotion: boolean;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('ServicesContext is missing above this view');
  return services;
}
