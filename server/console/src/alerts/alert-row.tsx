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

/** How many types a list of each width names (alert-list.css); the rest is counted. */
const NAMED_TYPES = [1, 2, 3];

function Found(props: { alert: AlertSummary }) {
  const { t } = useTranslation();
  const { types, masked } = props.alert;
  if (types.length === 0) return <span className="kd-faint">{t('alerts/nothingFound')}</span>;
  const name = ({ type, count }: (typeof types)[number]): string =>
    count > 1 ? `${t(`finding/${type}`)} ${count}` : t(`finding/${type}`);
  return (
    <span className="kd-row-found" title={types.map(name).join(t('punctuation/list'))}>
      {types.slice(0, Math.max(...NAMED_TYPES)).map(({ type, count }) => (
        <span key={type} className="kd-tag">
          {t(`finding/${type}`)}
          {count > 1 && <b className="kd-figures">{count}</b>}
        </span>
      ))}
      {NAMED_TYPES.filter((named) => types.length > named).map((named) => (
        <span key={named} className="kd-row-more" data-named={named}>
          +{types.length - named}
        </span>
      ))}
      {masked.map((value) => (
        <MaskedValue key={value} masked={value} />
      ))}
    </span>
  );
}

/** Where it went. Of a mount point the end tells most: there the beginning is cut off. */
function Destination(props: { alert: AlertSummary }) {
  const { t } = useTranslation();
  const { channel, destination } = props.alert;
  // What is copied goes to the clipboard, whatever is done with it then.
  if (destination === 'local')
    return (
      <span className="kd-muted kd-cut-off">
        {t(channel === 'clipboard.copy' ? 'place/clipboard' : 'place/local')}
      </span>
    );
  const isPath = /[/\\]/.test(destination);
  return (
    <span
      className={isPath ? 'kd-muted kd-cut-off kd-tail' : 'kd-muted kd-cut-off'}
      title={destination}
    >
      <bdi dir="ltr">{destination}</bdi>
    </span>
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
        <span
          className="kd-row-who kd-cut-off"
          title={`${alert.person ?? t('detail/unknownPerson')} · ${alert.endpointName}`}
        >
          <b>{alert.person ?? t('detail/unknownPerson')}</b>{' '}
          <span className="kd-faint">{alert.endpointName}</span>
        </span>
        <span className="kd-row-where kd-cut-off">
          <ChannelIcon channel={alert.channel} />
          <span className="kd-row-channel kd-cut-off">{t(`channel/${alert.channel}`)}</span>
          <Destination alert={alert} />
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
