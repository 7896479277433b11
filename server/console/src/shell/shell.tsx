import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useServices } from '../services.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Rail } from './rail.tsx';

const RAIL_KEY = 'kedun.rail';

/** Keeps the live connection up while somebody is logged in. */
function useLiveConnection(): void {
  const { live } = useServices();
  useEffect(() => {
    const retry = (): void => {
      if (document.visibilityState === 'visible') live.retryNow();
    };
    live.start();
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', retry);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', retry);
      live.stop();
    };
  }, [live]);
}

/** The frame around every page: rail on the left, or a bar at the bottom of a phone. */
export function Shell() {
  const { t } = useTranslation();
  const { storage } = useServices();
  const [narrow, setNarrow] = useState(() => storage.getItem(RAIL_KEY) === 'narrow');
  useLiveConnection();
  const toggle = (): void => {
    storage.setItem(RAIL_KEY, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <div className="kd-shell" data-rail={narrow ? 'narrow' : 'wide'}>
      <a className="kd-skip" href="#content">
        {t('nav/skip')}
      </a>
      <Rail narrow={narrow} onToggle={toggle} />
      <main id="content" className="kd-content" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar />
    </div>
  );
}
