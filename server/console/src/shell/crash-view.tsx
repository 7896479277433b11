import { useTranslation } from 'react-i18next';

/** Without antd: what crashed may be its provider. */
export function CrashView() {
  const { t } = useTranslation();
  return (
    <div className="kd-fault" role="alert">
      <h2>{t('fault/title')}</h2>
      <p>{t('fault/crashed')}</p>
      <p>
        <a href="/">{t('action/reload')}</a>
      </p>
      <p className="kd-fault-reference kd-mono">console.crashed</p>
    </div>
  );
}
