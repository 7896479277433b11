import type { AlertDetail, AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Violation } from '@kedun/shared/contracts/violation';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isMissing } from '../api/fault.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useServices } from '../services.ts';
import { ErrorView } from '../shell/error-view.tsx';
import { NoSuchAlert } from '../shell/route-views.tsx';
import { WayBack } from '../shell/way-back.tsx';
import { VerdictMark } from '../theme/marks.tsx';
import { AlertHistory } from './alert-history.tsx';
import { alertDetailQuery, findLoaded } from './alert-queries.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { ContextFacts, Times } from './context-facts.tsx';
import { AlertMoves, DetailHead } from './detail-head.tsx';
import { DetailSkeleton } from './detail-skeleton.tsx';
import { Findings } from './findings.tsx';
import { ConsequenceSentence, HappenedSentence } from './happened.tsx';
import { Reasons } from './reasons.tsx';

const route = getRouteApi('/inside/alerts/$alertId');

function Section(props: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="kd-section">
      <h2>
        {props.title}
        {props.note !== undefined && <span className="kd-faint kd-figures">{props.note}</span>}
      </h2>
      {props.children}
    </section>
  );
}

function Lead(props: { alert: AlertSummary; violation: Violation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { alert, violation } = props;
  const { act, verdict, enforcement } = violation;
  return (
    <div className="kd-lead">
      <p className="kd-lead-sentence">
        <HappenedSentence alert={alert} violation={violation} />
        {language === 'en' && ' '}
        <ConsequenceSentence violation={violation} />
      </p>
      <div className="kd-lead-facts">
        <VerdictMark action={verdict.action} word filled />
        <span
          className="kd-lead-outcome"
          data-failed={enforcement.outcome === 'failed' || undefined}
        >
          {t(`outcome/${enforcement.outcome}`)}
        </span>
        <span className="kd-lead-route">
          <ChannelIcon channel={act.channel} />
          {t(`channel/${act.channel}`)}
        </span>
      </div>
      {enforcement.justification !== undefined && (
        <p className="kd-note kd-justification">
          <span className="kd-muted">{t('detail/justification')}</span>
          {enforcement.justification}
        </p>
      )}
    </div>
  );
}

function NotScanned(props: { violation: Violation }) {
  const { t } = useTranslation();
  return (
    <ul className="kd-unscanned">
      {props.violation.unscanned.map((each) => (
        <li key={`${each.reason}:${each.part ?? ''}`}>
          <span className="kd-tag" data-tone="warn">
            {t(`unscanned/${each.reason}`)}
          </span>
          <span className="kd-muted">{each.part ?? t('detail/wholeContent')}</span>
        </li>
      ))}
    </ul>
  );
}

function ViolationView(props: { alert: AlertSummary; violation: Violation }) {
  const { t } = useTranslation();
  const { alert, violation } = props;
  const { findingCount, unscanned } = violation;
  return (
    <>
      <Lead alert={alert} violation={violation} />
      <Section title={t('detail/why')}>
        <Reasons verdict={violation.verdict} />
      </Section>
      {(findingCount > 0 || unscanned.length === 0) && (
        <Section title={t('detail/findings')} note={findingCount > 0 ? findingCount : undefined}>
          <Findings key={violation.id} violation={violation} />
        </Section>
      )}
      {unscanned.length > 0 && (
        <Section title={t('detail/notScanned')} note={unscanned.length}>
          <NotScanned violation={violation} />
        </Section>
      )}
      <Section title={t('detail/context')}>
        <ContextFacts alert={alert} violation={violation} />
      </Section>
    </>
  );
}

function DetailBody(props: { detail: AlertDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [index, setIndex] = useState(0);
  const { alert, violations } = props.detail;
  const violation = violations[index] ?? violations[0];
  return (
    <>
      {alert.clause && alert.clauseTitle && (
        <h1 className="kd-detail-title">
          <span className="kd-mono kd-clause">{alert.clause.clause}</span>
          {alert.clauseTitle[language]}
        </h1>
      )}
      {violations.length > 1 && (
        <Segmented<number>
          size="small"
          value={index}
          onChange={setIndex}
          options={violations.map((_each, at) => ({
            value: at,
            label: t('detail/violationOf', { index: at + 1, total: violations.length }),
          }))}
        />
      )}
      {violation && <ViolationView alert={alert} violation={violation} />}
      <Section title={t('detail/times')}>
        <Times alert={alert} />
      </Section>
      <Section title={t('detail/history')}>
        <AlertHistory detail={props.detail} />
      </Section>
    </>
  );
}

/** j and k do the same; the buttons are for those without a keyboard. */
function pressKey(key: string): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

/** One alert: what happened, why, and what to do about it. */
export function AlertDetailPage() {
  const { alertId } = route.useParams();
  const { api } = useServices();
  const queryClient = useQueryClient();
  const detail = useQuery(alertDetailQuery(api, alertId));
  const alert = detail.data?.alert ?? findLoaded(queryClient, alertId);
  let body = <DetailSkeleton />;
  if (detail.data) body = <DetailBody key={alertId} detail={detail.data} />;
  else if (isMissing(detail.error)) body = <NoSuchAlert />;
  else if (detail.isError)
    body = (
      <ErrorView error={detail.error} onRetry={() => void detail.refetch()}>
        <WayBack to="/alerts" />
      </ErrorView>
    );
  return (
    <article className="kd-detail">
      <DetailHead alert={alert} onStep={(by) => pressKey(by === 1 ? 'j' : 'k')} />
      <div className="kd-detail-scroll" key={alertId}>
        {body}
      </div>
      {alert && !detail.isError && (
        <footer className="kd-detail-foot">
          <AlertMoves alert={alert} />
        </footer>
      )}
    </article>
  );
}
