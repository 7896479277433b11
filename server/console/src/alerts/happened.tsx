import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Place } from '@kedun/shared/contracts/act';
import type { Violation } from '@kedun/shared/contracts/violation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { RichText } from '../i18n/rich-text.tsx';

/** A place by its name: host, mount point, or the workstation itself. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation();
  return (place) => {
    if (place.kind === 'web') return place.host;
    return place.kind === 'volume' ? place.mountPoint : t('place/local');
  };
}

/** What happened, in one sentence: who, over which channel, from where to where. */
export function HappenedSentence(props: { alert: AlertSummary; violation: Violation }) {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const { alert, violation } = props;
  const { act } = violation;
  const name = act.content.fileName;
  const file: ReactNode =
    name === undefined ? (
      t('file/unnamed')
    ) : (
      <RichText template={t('file/named')} parts={{ name: <b className="kd-name">{name}</b> }} />
    );
  return (
    <RichText
      template={t(`happened/${act.channel}`)}
      parts={{
        person: <b>{alert.person ?? t('detail/unknownPerson')}</b>,
        endpoint: <b>{alert.endpointName}</b>,
        source: <b>{placeName(act.source)}</b>,
        destination: <b>{placeName(act.destination)}</b>,
        file,
      }}
    />
  );
}

/** What it held and what became of it. */
export function ConsequenceSentence(props: { violation: Violation }) {
  const { t } = useTranslation();
  const { findingCount, customerCount, unscanned, enforcement } = props.violation;
  const outcome = t(`consequence/outcome/${enforcement.outcome}`);
  if (findingCount > 0)
    return (
      <RichText
        template={t('consequence/held')}
        parts={{
          customers: <b>{t('count/customers', { count: customerCount })}</b>,
          identifiers: <b>{t('count/identifiers', { count: findingCount })}</b>,
          outcome,
        }}
      />
    );
  const template = t(unscanned.length > 0 ? 'consequence/unscanned' : 'consequence/nothing');
  return <RichText template={template} parts={{ outcome }} />;
}
