import type { EndpointSummary } from '@kedun/shared/contracts/api/fleet';
import { useTranslation } from 'react-i18next';

/** Whether it is there: dot and word; a revoked one is neither on nor off. */
export function PresenceMark(props: { endpoint: EndpointSummary }) {
  const { t } = useTranslation();
  const { state, connected } = props.endpoint;
  const presence = state === 'revoked' ? 'revoked' : connected ? 'online' : 'offline';
  return (
    <span className="kd-presence" data-presence={presence}>
      <span className="kd-presence-dot" aria-hidden="true" />
      {presence === 'revoked' ? t('endpoints/state/revoked') : t(`endpoints/${presence}`)}
    </span>
  );
}
