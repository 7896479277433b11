import { UserOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { useServices } from '../services.ts';
import { AccountPopover } from './account-menu.tsx';
import { NAV_ITEMS } from './nav-items.tsx';

/** The rail of a phone. */
export function BottomBar() {
  const { t } = useTranslation();
  const { live } = useServices();
  const state = useSyncExternalStore(live.subscribe, live.state);
  return (
    <div className="kd-bottom">
      {state === 'waiting' && (
        <div className="kd-bottom-live" role="status">
          {t('live/waiting')}
        </div>
      )}
      <nav className="kd-bottom-bar" aria-label={t('nav/main')}>
        {NAV_ITEMS.map((item) => (
          <Link
            key={item.to}
            to={item.to}
            className="kd-bottom-item"
            activeProps={{ 'aria-current': 'page' }}
          >
            {item.icon}
            <span>{t(item.label)}</span>
          </Link>
        ))}
        <AccountPopover placement="top">
          <button type="button" className="kd-bottom-item" aria-haspopup="dialog">
            <UserOutlined aria-hidden />
            <span>{t('nav/me')}</span>
          </button>
        </AccountPopover>
      </nav>
    </div>
  );
}
