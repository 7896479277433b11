import type { AlertDetail } from '@kedun/shared/contracts/api/alerts';
import { useTranslation } from 'react-i18next';

import { RichText } from '../i18n/rich-text.tsx';
import { StateMark } from '../theme/marks.tsx';
import { fullTime } from '../time/format-time.ts';

/** Who moved the alert from where to where, the latest first. */
export function AlertHistory(props: { detail: AlertDetail }) {
  const { t } = useTranslation();
  const { alert, history } = props.detail;
  return (
    <ol className="kd-history">
      {history.toReversed().map((step) => (
        <li key={`${step.at}:${step.to}`}>
          <time className="kd-mono kd-faint">{fullTime(step.at)}</time>
          <span>
            <b>{step.account}</b>{' '}
            <RichText
              template={t('detail/moved')}
              parts={{
                from: <span className="kd-muted">{t(`state/${step.from}`)}</span>,
                to: <StateMark state={step.to} />,
              }}
            />
          </span>
        </li>
      ))}
      <li>
        <time className="kd-mono kd-faint">{fullTime(alert.receivedAt)}</time>
        <span className="kd-muted">{t('detail/created')}</span>
      </li>
    </ol>
  );
}
