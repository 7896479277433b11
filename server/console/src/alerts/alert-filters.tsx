import { ALERT_STATES } from '@kedun/shared/contracts/api/alerts';
import { type Channel, CHANNELS, SEVERITIES } from '@kedun/shared/contracts/vocabulary';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { SeverityMark } from '../theme/marks.tsx';
import type { AlertFilter } from './filter.ts';

/** `total` = how many fit the filter, where that is known. */
export function AlertFilters(props: {
  filter: AlertFilter;
  total: number | null;
  onChange: (filter: AlertFilter) => void;
}) {
  const { t } = useTranslation();
  const { filter, total, onChange } = props;
  const { severity: _severity, ...anySeverity } = filter;
  const { channel: _channel, ...anyChannel } = filter;
  return (
    <div className="kd-filters" role="group" aria-label={t('alerts/filters')}>
      <div className="kd-tabs" role="group" aria-label={t('alerts/state')}>
        {[...ALERT_STATES, 'all' as const].map((state) => (
          <button
            key={state}
            type="button"
            className="kd-tab"
            aria-pressed={filter.state === state}
            onClick={() => onChange({ ...filter, state })}
          >
            {state === 'all' ? t('alerts/anyState') : t(`state/${state}`)}
            {filter.state === state && total !== null && (
              <span className="kd-tab-count kd-figures">{total}</span>
            )}
          </button>
        ))}
      </div>
      <div className="kd-filters-more">
        <div className="kd-chips" role="group" aria-label={t('alerts/severity')}>
          {SEVERITIES.toReversed().map((severity) => (
            <button
              key={severity}
              type="button"
              className="kd-chip"
              aria-pressed={filter.severity === severity}
              onClick={() =>
                onChange(filter.severity === severity ? anySeverity : { ...filter, severity })
              }
            >
              <SeverityMark severity={severity} word />
            </button>
          ))}
        </div>
        <Select<Channel>
          className="kd-channel-filter"
          size="small"
          allowClear
          variant="filled"
          aria-label={t('alerts/channel')}
          placeholder={t('alerts/anyChannel')}
          popupMatchSelectWidth={false}
          value={filter.channel ?? null}
          onChange={(channel: Channel | undefined) =>
            onChange(channel ? { ...filter, channel } : anyChannel)
          }
          options={CHANNELS.map((value) => ({ value, label: t(`channel/${value}`) }))}
        />
      </div>
    </div>
  );
}
