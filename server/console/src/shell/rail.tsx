import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

import { Shield } from '../theme/marks.tsx';
import { AccountButton } from './account-menu.tsx';
import { NAV_ITEMS } from './nav-items.tsx';

export function Rail(props: { narrow: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const toggleLabel = t(props.narrow ? 'nav/expand' : 'nav/collapse');
  return (
    <nav className="kd-rail" aria-label={t('nav/main')}>
      <Link to="/alerts" className="kd-brand" aria-label={t('product/name')}>
        <Shield size={24} />
        <span className="kd-word">{t('product/name')}</span>
      </Link>
      <ul className="kd-rail-items">
        {NAV_ITEMS.map((item) => (
          <li key={item.to}>
            <Tooltip title={props.narrow ? t(item.label) : null} placement="right">
              <Link to={item.to} className="kd-rail-item" activeProps={{ 'aria-current': 'page' }}>
                {item.icon}
                <span className="kd-word">{t(item.label)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <div className="kd-rail-foot">
        <AccountButton narrow={props.narrow} />
        <Tooltip title={props.narrow ? toggleLabel : null} placement="right">
          <button
            type="button"
            className="kd-rail-item"
            onClick={props.onToggle}
            aria-expanded={!props.narrow}
            aria-label={toggleLabel}
          >
            {props.narrow ? (
              <DoubleRightOutlined aria-hidden />
            ) : (
              <DoubleLeftOutlined aria-hidden />
            )}
            <span className="kd-word">{toggleLabel}</span>
          </button>
        </Tooltip>
      </div>
    </nav>
  );
}
