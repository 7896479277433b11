import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Out of a view that has nothing to show, to the list it belongs to. */
export function WayBack(props: { to: '/alerts' | '/endpoints' }) {
  const { t } = useTranslation();
  return (
    <Link to={props.to} className="kd-way-back">
      {t(props.to === '/alerts' ? 'fault/backToAlerts' : 'fault/backToEndpoints')}
    </Link>
  );
}
