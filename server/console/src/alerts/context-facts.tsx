import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Place } from '@kedun/shared/contracts/act';
import type { Violation } from '@kedun/shared/contracts/violation';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../i18n/use-language.ts';
import { CopyableId } from '../shell/copyable.tsx';
import { fullTime, spanText } from '../time/format-time.ts';
import { bytesText } from './bytes-text.ts';
import { usePlaceName } from './happened.tsx';
import { useKnownWords } from './known-words.ts';

/** Beyond this an endpoint clock is wrong rather than a network slow. */
const CLOCK_AHEAD_MS = 60_000;

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function PlaceText(props: { place: Place }) {
  const { t } = useTranslation();
  const name = usePlaceName()(props.place);
  if (props.place.kind !== 'volume') return name;
  return (
    <>
      {name}{' '}
      <span className="kd-faint">
        {t(props.place.removable ? 'place/volume' : 'place/fixedVolume')} · {props.place.fileSystem}
      </span>
    </>
  );
}

/** What was done, in words, with the code to quote behind them. */
function EnforcementText(props: { code: string }) {
  const words = useKnownWords('enforcement')(props.code);
  const code = <span className="kd-mono kd-code">{props.code}</span>;
  return words === null ? (
    code
  ) : (
    <>
      {words} {code}
    </>
  );
}

/** Who, where, what: everything the act says about itself. */
export function ContextFacts(props: { alert: AlertSummary; violation: Violation }) {
  const { t } = useTranslation();
  const { alert, violation } = props;
  const { act, verdict, enforcement } = violation;
  const { actor, content } = act;
  return (
    <dl className="kd-facts">
      <Fact name={t('detail/endpoint')}>
        <Link to="/endpoints/$endpointId" params={{ endpointId: alert.endpointId }}>
          {alert.endpointName}
        </Link>
      </Fact>
      <Fact name={t('detail/employment')}>{t(`employment/${actor.employment}`)}</Fact>
      {actor.osUser !== undefined && (
        <Fact name={t('detail/account')}>
          <span className="kd-mono">{actor.osUser}</span>
        </Fact>
      )}
      {actor.employeeId !== undefined && (
        <Fact name={t('detail/employeeId')}>
          <span className="kd-mono">{actor.employeeId}</span>
        </Fact>
      )}
      {actor.unit !== undefined && <Fact name={t('detail/unit')}>{actor.unit}</Fact>}
      {actor.groups.length > 0 && (
        <Fact name={t('detail/groups')}>
          <span className="kd-mono">{actor.groups.join(t('punctuation/list'))}</span>
        </Fact>
      )}
      <Fact name={t('detail/source')}>
        <PlaceText place={act.source} />
      </Fact>
      <Fact name={t('detail/destination')}>
        <PlaceText place={act.destination} />
      </Fact>
      <Fact name={t('detail/content')}>
        {t(`contentKind/${content.kind}`)}{' '}
        <span className="kd-faint kd-figures">
          {[bytesText(content.sizeBytes), content.mediaType].filter(Boolean).join(' · ')}
        </span>
      </Fact>
      {content.fileName !== undefined && <Fact name={t('detail/file')}>{content.fileName}</Fact>}
      <Fact name={t('detail/initiator')}>{t(`initiator/${act.initiator}`)}</Fact>
      {enforcement.detail !== undefined && (
        <Fact name={t('detail/enforcementDetail')}>
          <EnforcementText code={enforcement.detail} />
        </Fact>
      )}
      <Fact name={t('detail/policyVersion')}>
        {verdict.policyVersion === 0
          ? t('detail/noPolicy')
          : t('endpoints/policyVersion', { version: verdict.policyVersion })}
      </Fact>
      <Fact name={t('detail/violationId')}>
        <CopyableId id={violation.id} />
      </Fact>
    </dl>
  );
}

/** The act by the endpoint's clock and by the server's: a wrong clock must show. */
export function Times(props: { alert: AlertSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { occurredAt, receivedAt } = props.alert;
  const gapMs = receivedAt - occurredAt;
  const gap = spanText(gapMs, language);
  return (
    <>
      <dl className="kd-facts">
        <Fact name={t('detail/endpointClock')}>
          <time className="kd-mono" dateTime={new Date(occurredAt).toISOString()}>
            {fullTime(occurredAt)}
          </time>
        </Fact>
        <Fact name={t('detail/serverClock')}>
          <time className="kd-mono" dateTime={new Date(receivedAt).toISOString()}>
            {fullTime(receivedAt)}
          </time>{' '}
          {gapMs >= 0 && <span className="kd-faint">{t('detail/delay', { gap })}</span>}
        </Fact>
      </dl>
      {gapMs < -CLOCK_AHEAD_MS && (
        <p className="kd-note" data-tone="warn">
          {t('detail/clockAhead', { gap })}
        </p>
      )}
    </>
  );
}
