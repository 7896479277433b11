import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyView } from './empty-view.tsx';
import { ErrorView } from './error-view.tsx';

export function NotFoundView() {
  const { t } = useTranslation();
  return (
    <EmptyView title="404" hint={t('fault/notFound')}>
      <Link to="/alerts">{t('fault/notFoundAction')}</Link>
    </EmptyView>
  );
}

export function RouteErrorView(props: ErrorComponentProps) {
  const router = useRouter();
  const retry = (): void => {
    props.reset();
    void router.invalidate();
  };
  return <ErrorView error={props.error} onRetry={retry} />;
}
