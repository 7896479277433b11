import { CompassOutlined } from '@ant-design/icons';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyView } from './empty-view.tsx';
import { ErrorView } from './error-view.tsx';
import { WayBack } from './way-back.tsx';

/** No such page, or nothing under this id. */
function NothingHere(props: { hint: string; back: '/alerts' | '/endpoints' }) {
  const { t } = useTranslation();
  return (
    <EmptyView
      picture={<CompassOutlined aria-hidden />}
      title={t('fault/missing')}
      hint={props.hint}
    >
      <WayBack to={props.back} />
    </EmptyView>
  );
}

export function NotFoundView() {
  const { t } = useTranslation();
  return (
    <main className="kd-lost">
      <NothingHere hint={t('fault/notFound')} back="/alerts" />
    </main>
  );
}

export function NoSuchAlert() {
  const { t } = useTranslation();
  return <NothingHere hint={t('fault/noSuchAlert')} back="/alerts" />;
}

export function NoSuchEndpoint() {
  const { t } = useTranslation();
  return <NothingHere hint={t('fault/noSuchEndpoint')} back="/endpoints" />;
}

export function RouteErrorView(props: ErrorComponentProps) {
  const router = useRouter();
  const retry = (): void => {
    props.reset();
    void router.invalidate();
  };
  return <ErrorView error={props.error} onRetry={retry} />;
}
