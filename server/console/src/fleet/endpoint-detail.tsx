import { CloseOutlined, LeftOutlined } from '@ant-design/icons';
import type { EndpointHistoryResponse, EndpointSummary } from '@kedun/shared/contracts/api/fleet';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

import { isSessionMissing, toFault } from '../api/fault.ts';
import { CopyableId } from '../shell/copyable.tsx';
import { useServices } from '../services.ts';
import { ErrorView, useFaultText } from '../shell/error-view.tsx';
import { NoSuchEndpoint } from '../shell/route-views.tsx';
import { fullTime } from '../time/format-time.ts';
import { PresenceMark } from './endpoint-marks.tsx';
import {
  applyEndpoint,
  endpointHistoryQuery,
  endpointListQuery,
  revokeEndpoint,
} from './endpoint-queries.ts';
import { eventText, isAlarming } from './event-text.ts';
import { useToast } from '../shell/toast.tsx';

const route = getRouteApi('/inside/endpoints/$endpointId');

function RevokeButton(props: { endpoint: EndpointSummary }) {
  const { t } = useTranslation();
  const { api } = useServices();
  const toast = useToast();
  const text = useFaultText();
  const queryClient = useQueryClient();
  const { endpoint } = props;
  const revoking = useMutation({
    mutationFn: () => revokeEndpoint(api, endpoint.id),
    onSuccess: (changed) => {
      applyEndpoint(queryClient, changed);
      toast.success(t('endpoints/revoked', { name: changed.hostName }));
    },
    onError: (error) => {
      if (!isSessionMissing(error)) toast.error(text(toFault(error)));
    },
  });
  return (
    <Popconfirm
      title={t('endpoints/revokeTitle', { name: endpoint.hostName })}
      description={<div className="kd-revoke-hint">{t('endpoints/revokeHint')}</div>}
      okText={t('endpoints/revoke')}
      cancelText={t('action/cancel')}
      okButtonProps={{ danger: true }}
      placement="bottomRight"
      onConfirm={() => revoking.mutate()}
    >
      <Button danger type="text" size="small" loading={revoking.isPending}>
        {t('endpoints/revoke')}
      </Button>
    </Popconfirm>
  );
}

function Events(props: { events: EndpointHistoryResponse['events'] }) {
  const { t, i18n } = useTranslation();
  if (props.events.length === 0) return <p className="kd-muted">{t('endpoints/historyEmpty')}</p>;
  return (
    <ol className="kd-events">
      {props.events.map((event) => (
        <li key={event.id}>
          <time className="kd-mono kd-faint">{fullTime(event.occurredAt)}</time>
          <span className="kd-tag" data-tone={isAlarming(event) ? 'warn' : undefined}>
            {i18n.exists(`endpoints/event/${event.kind}`)
              ? t(`endpoints/event/${event.kind}` as 'endpoints/event/policy.refused')
              : event.kind}
          </span>
          <span className="kd-muted">{eventText(event, t)}</span>
        </li>
      ))}
    </ol>
  );
}

function EventSkeleton() {
  return (
    <div className="kd-detail-bones" aria-hidden="true">
      {[72, 58, 80, 64].map((width) => (
        <i key={width} className="kd-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** One endpoint: what it is, what it reported about itself, and the way to shut it out. */
export function EndpointDetailPage() {
  const { t } = useTranslation();
  const { endpointId } = route.useParams();
  const { api } = useServices();
  const list = useQuery(endpointListQuery(api));
  const history = useQuery(endpointHistoryQuery(api, endpointId));
  const endpoint = list.data?.endpoints.find((each) => each.id === endpointId);
  let events = <EventSkeleton />;
  if (history.data) events = <Events events={history.data.events} />;
  else if (history.isError)
    events = <ErrorView error={history.error} onRetry={() => void history.refetch()} />;
  if (list.data && !endpoint) return <NoSuchEndpoint />;
  return (
    <article className="kd-detail">
      <header className="kd-detail-head">
        <Link to="/endpoints" className="kd-detail-back">
          <LeftOutlined aria-hidden /> {t('endpoints/title')}
        </Link>
        {endpoint && <PresenceMark endpoint={endpoint} />}
        <span className="kd-detail-ways">
          {endpoint?.state === 'active' && <RevokeButton endpoint={endpoint} />}
          <Link to="/endpoints" className="kd-detail-close" aria-label={t('action/close')}>
            <CloseOutlined aria-hidden />
          </Link>
        </span>
      </header>
      <div className="kd-detail-scroll">
        {endpoint && (
          <>
            <h1 className="kd-detail-title">{endpoint.hostName}</h1>
            <dl className="kd-facts">
              <div>
                <dt>{t('endpoints/column/kind')}</dt>
                <dd>{t(`endpoints/kind/${endpoint.kind}`)}</dd>
              </div>
              <div>
                <dt>{t('endpoints/platform')}</dt>
                <dd>{endpoint.platform}</dd>
              </div>
              <div>
                <dt>{t('endpoints/column/policy')}</dt>
                <dd>
                  {endpoint.policyVersion === 0
                    ? t('endpoints/noPolicy')
                    : t('endpoints/policyVersion', { version: endpoint.policyVersion })}
                </dd>
              </div>
              <div>
                <dt>{t('endpoints/column/version')}</dt>
                <dd className="kd-mono">{endpoint.version}</dd>
              </div>
              <div>
                <dt>{t('endpoints/enrolledAt')}</dt>
                <dd className="kd-mono">{fullTime(endpoint.enrolledAt)}</dd>
              </div>
              <div>
                <dt>{t('endpoints/column/lastSeen')}</dt>
                <dd className="kd-mono">{fullTime(endpoint.lastSeenAt)}</dd>
              </div>
              <div>
                <dt>{t('endpoints/id')}</dt>
                <dd>
                  <CopyableId id={endpoint.id} />
                </dd>
              </div>
            </dl>
          </>
        )}
        <section className="kd-section">
          <h2>{t('endpoints/history')}</h2>
          {events}
        </section>
      </div>
    </article>
  );
}
