import { CloudServerOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { type Fault, faultText, isWorthRetrying, toFault } from '../api/fault.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CopyButton } from './copyable.tsx';

export function useFaultText(): (fault: Fault) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (fault) => faultText(fault, language, (key) => t(`fault/${key}`));
}

/** Code and reference, to quote to an administrator. */
export function FaultReference(props: { fault: Fault }) {
  const { t } = useTranslation();
  const { code, reference } = props.fault;
  return (
    <p className="kd-fault-reference" title={t('fault/quote')}>
      <span>
        {t('fault/code')} <span className="kd-mono">{code}</span>
      </span>
      {reference !== null && (
        <span>
          {t('fault/reference')} <span className="kd-mono">{reference}</span>
        </span>
      )}
      <CopyButton text={[code, reference].filter((part) => part !== null).join(' ')} word />
    </p>
  );
}

/** What went wrong, the way out, and what to quote; in the place of what should have been there. */
export function ErrorView(props: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const text = useFaultText();
  const fault = toFault(props.error);
  return (
    <div className="kd-fault" role="alert">
      <CloudServerOutlined className="kd-fault-picture" aria-hidden="true" />
      <h2>{t('fault/title')}</h2>
      <p>{text(fault)}</p>
      {fault.fields.length > 0 && (
        <ul aria-label={t('fault/fields')}>
          {fault.fields.map((field) => (
            <li key={`${field.path}:${field.problem}`} className="kd-mono">
              {field.path}: {field.problem}
            </li>
          ))}
        </ul>
      )}
      <div className="kd-fault-ways">
        {props.onRetry && (
          <Button type={isWorthRetrying(fault) ? 'primary' : 'default'} onClick={props.onRetry}>
            {t('action/retry')}
          </Button>
        )}
        {props.children}
      </div>
      <FaultReference fault={fault} />
    </div>
  );
}
