import { Tooltip } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { useServices } from '../services.ts';

/** That what is on screen may be old, over the list it speaks of; nothing while the connection is up. */
export function LiveNote() {
  const { t } = useTranslation();
  const { live } = useServices();
  const state = useSyncExternalStore(live.subscribe, live.state);
  return state === 'waiting' && <p className="kd-live-note">{t('live/waitingHint')}</p>;
}

/** Whether what is on screen is live; quiet while it is. */
export function LiveSign() {
  const { t } = useTranslation();
  const { live } = useServices();
  const state = useSyncExternalStore(live.subscribe, live.state);
  return (
    <Tooltip
      title={t(state === 'waiting' ? 'live/waitingHint' : 'live/openHint')}
      placement="bottom"
    >
      <div className="kd-live" data-state={state} role="status">
        <span className="kd-live-dot" aria-hidden="true" />
        <span className="kd-word">{t(`live/${state}`)}</span>
      </div>
    </Tooltip>
  );
}
