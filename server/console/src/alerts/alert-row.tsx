import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Language } from '@kedun/shared/contracts/vocabulary';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { MaskedValue } from '../masked/masked-value.tsx';
import { SeverityMark, StateMark, VerdictMark } from '../theme/marks.tsx';
import { clockTime, fullTime } from '../time/format-time.ts';
import { ChannelIcon } from './channel-icon.tsx';

export interface AlertRowProps {
  readonly alert: AlertSummary;
  readonly href: string;
  readonly language: Language;
  /** Its detail is open. */
  readonly selected: boolean;
  /** Where the keyboard is. */
  readonly cursor: boolean;
  /** Came while the list was open. */
  readonly fresh: boolean;
  /** No longer fits the filter: dimmed, not taken away. */
  readonly gone: boolean;
}

function Found(props: { alert: AlertSummary }) {
  const { t } = useTranslation();
  const { alert } = props;
  if (alert.types.length === 0)
    return (
      <span className="kd-faint">
        {t(alert.findingCount === 0 ? 'alerts/nothingFound' : 'alerts/notScanned')}
      </span>
    );
  return (
    <>
      {alert.types.map(({ type, count }) => (
        <span key={type} className="kd-tag">
          {t(`finding/${type}`)}
          {count > 1 && <b className="kd-figures">{count}</b>}
        </span>
      ))}
      {alert.masked.map((masked) => (
        <MaskedValue key={masked} masked={masked} short />
      ))}
    </>
  );
}

export const AlertRow = memo(function AlertRow(props: AlertRowProps) {
  const { t } = useTranslation();
  const { alert, language } = props;
  return (
    <li className="kd-row-place">
      <a
        className="kd-row"
        href={props.href}
        data-alert={alert.id}
        data-cursor={props.cursor || undefined}
        data-gone={props.gone || undefined}
        aria-current={props.selected || undefined}
      >
        <span className="kd-row-mark">
          {props.fresh && <span className="kd-fresh" role="img" aria-label={t('alerts/unseen')} />}
          <SeverityMark severity={alert.severity} />
        </span>
        <time
          className="kd-row-time kd-figures"
          dateTime={new Date(alert.occurredAt).toISOString()}
          title={fullTime(alert.occurredAt)}
        >
          {clockTime(alert.occurredAt)}
        </time>
        <span className="kd-row-who kd-cut-off">
          <b>{alert.person ?? t('detail/unknownPerson')}</b>
          <span className="kd-faint">{alert.endpointName}</span>
        </span>
        <span className="kd-row-where kd-cut-off">
          <ChannelIcon channel={alert.channel} />
          <span className="kd-row-channel">{t(`channel/${alert.channel}`)}</span>
          <span className="kd-muted kd-cut-off">
            {alert.destination === 'local' ? t('place/local') : alert.destination}
          </span>
        </span>
        <span className="kd-row-what">
          <Found alert={alert} />
        </span>
        <span
          className="kd-row-clause kd-cut-off"
          title={alert.clauseTitle ? alert.clauseTitle[language] : undefined}
        >
          {alert.clause && <span className="kd-mono kd-muted">{alert.clause.clause}</span>}
          <span className="kd-faint kd-cut-off">{alert.clauseTitle?.[language]}</span>
        </span>
        <span className="kd-row-verdict">
          <VerdictMark action={alert.action} word />
        </span>
        <span className="kd-row-state">
          <StateMark state={alert.state} />
        </span>
      </a>
    </li>
  );
});
