import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, LeftOutlined } from '@ant-design/icons';
import type { AlertState, AlertSummary } from '@kedun/shared/contracts/api/alerts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { SeverityMark, StateMark } from '../theme/marks.tsx';
import { useAlertActions } from './use-alert-actions.tsx';

/** Where an alert can go from each state, the most likely first. */
const MOVES: Readonly<Record<AlertState, readonly AlertState[]>> = {
  open: ['acknowledged', 'closed', 'false-alarm'],
  acknowledged: ['closed', 'false-alarm', 'open'],
  closed: ['open'],
  'false-alarm': ['open'],
};

const MOVE_KEYS: Readonly<Partial<Record<AlertState, string>>> = {
  acknowledged: 'a',
  closed: 'c',
  'false-alarm': 'f',
};

export function AlertMoves(props: { alert: AlertSummary }) {
  const { t } = useTranslation();
  const { move } = useAlertActions();
  const { alert } = props;
  return (
    <div className="kd-moves" role="group" aria-label={t('detail/actions')}>
      {MOVES[alert.state].map((state, index) => (
        <Button
          key={state}
          type={index === 0 && alert.state === 'open' ? 'primary' : 'default'}
          aria-keyshortcuts={MOVE_KEYS[state]}
          onClick={() => move(alert, state)}
        >
          {t(`alerts/move/${state}`)}
          {MOVE_KEYS[state] && (
            <kbd className="kd-key" aria-hidden="true">
              {MOVE_KEYS[state]}
            </kbd>
          )}
        </Button>
      ))}
    </div>
  );
}

export function DetailHead(props: {
  alert: AlertSummary | undefined;
  onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation();
  const { alert, onStep } = props;
  return (
    <header className="kd-detail-head">
      <Link to="/alerts" search={true} className="kd-detail-back">
        <LeftOutlined aria-hidden /> {t('alerts/title')}
      </Link>
      {alert && (
        <>
          <SeverityMark severity={alert.severity} word filled />
          <StateMark state={alert.state} />
        </>
      )}
      <span className="kd-detail-ways">
        <Button
          type="text"
          size="small"
          icon={<ArrowUpOutlined aria-hidden />}
          aria-label={t('alerts/previous')}
          title={`${t('alerts/previous')} (k)`}
          onClick={() => onStep(-1)}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDownOutlined aria-hidden />}
          aria-label={t('alerts/next')}
          title={`${t('alerts/next')} (j)`}
          onClick={() => onStep(1)}
        />
        <Link
          to="/alerts"
          search={true}
          className="kd-detail-close"
          aria-label={t('action/close')}
          title={`${t('action/close')} (Esc)`}
        >
          <CloseOutlined aria-hidden />
        </Link>
      </span>
    </header>
  );
}
