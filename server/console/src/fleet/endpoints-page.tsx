import { LaptopOutlined } from '@ant-design/icons';
import type { EndpointListResponse, EndpointSummary } from '@kedun/shared/contracts/api/fleet';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../i18n/use-language.ts';
import { useServices } from '../services.ts';
import { EmptyView } from '../shell/empty-view.tsx';
import { ErrorView } from '../shell/error-view.tsx';
import { LiveNote, LiveSign } from '../shell/live-sign.tsx';
import { agoText, fullTime } from '../time/format-time.ts';
import { useNow } from '../time/use-now.ts';
import { PresenceMark } from './endpoint-marks.tsx';
import { endpointListQuery } from './endpoint-queries.ts';

function EndpointRow(props: { endpoint: EndpointSummary; now: number; selected: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { endpoint, now, selected } = props;
  const params = { endpointId: endpoint.id };
  return (
    <tr
      aria-current={selected || undefined}
      onClick={() => void navigate({ to: '/endpoints/$endpointId', params })}
    >
      <th scope="row">
        <Link to="/endpoints/$endpointId" params={params} className="kd-endpoint-name">
          {endpoint.hostName}
        </Link>{' '}
        <span className="kd-endpoint-platform kd-faint">{endpoint.platform}</span>
      </th>
      <td className="kd-endpoint-kind kd-muted">{t(`endpoints/kind/${endpoint.kind}`)}</td>
      <td>
        <PresenceMark endpoint={endpoint} />
      </td>
      <td className="kd-endpoint-seen kd-muted" title={fullTime(endpoint.lastSeenAt)}>
        {agoText(endpoint.lastSeenAt, Math.max(now, endpoint.lastSeenAt), language)}
      </td>
      <td className="kd-endpoint-policy kd-figures kd-muted">
        {endpoint.policyVersion === 0
          ? t('endpoints/noPolicy')
          : t('endpoints/policyVersion', { version: endpoint.policyVersion })}
      </td>
      <td className="kd-endpoint-refused kd-figures" title={t('endpoints/refusedHint')}>
        {endpoint.refusedCount === 0 ? (
          <span className="kd-faint">0</span>
        ) : (
          <span className="kd-tag" data-tone="warn">
            {endpoint.refusedCount}
          </span>
        )}
      </td>
      <td className="kd-endpoint-version kd-mono kd-muted">{endpoint.version}</td>
    </tr>
  );
}

const COLUMNS = [
  ['name', ''],
  ['kind', 'kd-endpoint-kind'],
  ['state', ''],
  ['lastSeen', 'kd-endpoint-seen'],
  ['policy', 'kd-endpoint-policy'],
  ['refused', 'kd-endpoint-refused'],
  ['version', 'kd-endpoint-version'],
] as const;

function TableHead() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {COLUMNS.map(([column, name]) => (
          <th key={column} scope="col" className={name}>
            {t(`endpoints/column/${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function UnknownCallers(props: { unknown: EndpointListResponse['unknown'] }) {
  const { t } = useTranslation();
  return (
    <section className="kd-unknown">
      <h2>{t('endpoints/unknown')}</h2>
      <p className="kd-muted">{t('endpoints/unknownHint')}</p>
      <table className="kd-table">
        <thead>
          <tr>
            <th scope="col">{t('endpoints/claimedId')}</th>
            <th scope="col">{t('endpoints/address')}</th>
            <th scope="col">{t('endpoints/attempts')}</th>
            <th scope="col" className="kd-endpoint-seen">
              {t('endpoints/column/lastSeen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.unknown.map((caller) => (
            <tr key={`${caller.claimedId}:${caller.address}`}>
              <td className="kd-mono">{caller.claimedId}</td>
              <td className="kd-mono kd-muted">{caller.address}</td>
              <td className="kd-figures">{caller.count}</td>
              <td className="kd-endpoint-seen kd-mono kd-muted">{fullTime(caller.lastSeenAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const BONES = [58, 44, 66, 50, 38, 62];

function TableSkeleton() {
  return (
    <table className="kd-table" aria-busy="true">
      <TableHead />
      <tbody aria-hidden="true">
        {BONES.map((width) => (
          <tr key={width}>
            {COLUMNS.map(([column, name]) => (
              <td key={column} className={name}>
                <i className="kd-bone" style={{ width: `${width}%` }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EndpointTable(props: { list: EndpointListResponse; selectedId: string | null }) {
  const { t } = useTranslation();
  const now = useNow();
  const { endpoints, unknown } = props.list;
  return (
    <>
      {endpoints.length === 0 ? (
        <EmptyView
          picture={<LaptopOutlined aria-hidden />}
          title={t('endpoints/empty')}
          hint={t('endpoints/emptyHint')}
        />
      ) : (
        <table className="kd-table" aria-label={t('endpoints/list')}>
          <TableHead />
          <tbody>
            {endpoints.map((endpoint) => (
              <EndpointRow
                key={endpoint.id}
                endpoint={endpoint}
                now={now}
                selected={endpoint.id === props.selectedId}
              />
            ))}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && <UnknownCallers unknown={unknown} />}
    </>
  );
}

export function EndpointsPage() {
  const { t } = useTranslation();
  const { api } = useServices();
  const list = useQuery(endpointListQuery(api));
  const selectedId = useParams({ strict: false }).endpointId ?? null;
  useEffect(() => {
    document.title = `${t('endpoints/title')} · ${t('product/name')}`;
  }, [t]);
  let body = <TableSkeleton />;
  if (list.data) body = <EndpointTable list={list.data} selectedId={selectedId} />;
  else if (list.isError)
    body = <ErrorView error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="kd-page" data-side={selectedId === null ? undefined : true}>
      <section className="kd-page-main" aria-label={t('endpoints/title')}>
        <header className="kd-page-head">
          <h1>{t('endpoints/title')}</h1>
          <span className="kd-faint kd-figures">{list.data?.endpoints.length}</span>
          <LiveSign />
        </header>
        <LiveNote />
        <div className="kd-endpoints">{body}</div>
      </section>
      <aside className="kd-page-side" aria-label={t('endpoints/history')}>
        <Outlet />
      </aside>
    </div>
  );
}
