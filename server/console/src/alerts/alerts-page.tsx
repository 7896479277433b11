import { CheckCircleOutlined, FilterOutlined } from '@ant-design/icons';
import type { AlertState, AlertSummary } from '@kedun/shared/contracts/api/alerts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { toFault } from '../api/fault.ts';
import { useServices } from '../services.ts';
import { EmptyView } from '../shell/empty-view.tsx';
import { ErrorView, useFaultText } from '../shell/error-view.tsx';
import { LiveNote, LiveSign } from '../shell/live-sign.tsx';
import { AlertFilters } from './alert-filters.tsx';
import { AlertList } from './alert-list.tsx';
import { alertDetailQuery, alertListQuery } from './alert-queries.ts';
import { type AlertFilter, DEFAULT_FILTER, isFiltered, toFilter, toSearch } from './filter.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { ListHead, SkeletonRows } from './list-frame.tsx';
import { type Shortcut, stepFrom } from './shortcuts.ts';
import { useAlertActions } from './use-alert-actions.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const route = getRouteApi('/inside/alerts');

const STATE_SHORTCUTS: Partial<Record<Shortcut, AlertState>> = {
  acknowledge: 'acknowledged',
  close: 'closed',
  'false-alarm': 'false-alarm',
};

function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-alert="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus({ preventScroll: true });
}

/** Which row is meant, and the ways to another. */
function useSelection() {
  const navigate = useNavigate({ from: '/alerts' });
  const selectedId = useParams({ strict: false }).alertId ?? null;
  const [cursorId, setCursorId] = useState<string | null>(null);
  const { api } = useServices();
  const queryClient = useQueryClient();
  const open = (alertId: string, replace = false): void => {
    setCursorId(alertId);
    void queryClient.prefetchQuery(alertDetailQuery(api, alertId));
    void navigate({ to: '/alerts/$alertId', params: { alertId }, search: true, replace });
  };
  const leave = (): void => {
    if (selectedId === null) {
      setCursorId(null);
      return;
    }
    setCursorId(selectedId);
    void navigate({ to: '/alerts', search: true }).then(() => focusRow(selectedId));
  };
  return { selectedId, cursorId: selectedId ?? cursorId, setCursorId, open, leave };
}

function useTriageKeys(deps: {
  alerts: readonly AlertSummary[];
  selection: ReturnType<typeof useSelection>;
  onHelp: () => void;
}): void {
  const { alerts, selection, onHelp } = deps;
  const { move } = useAlertActions();
  const { api } = useServices();
  const queryClient = useQueryClient();

  const current = (): AlertSummary | undefined => {
    const id = selection.cursorId;
    if (id === null) return undefined;
    return (
      alerts.find((alert) => alert.id === id) ??
      queryClient.getQueryData(alertDetailQuery(api, id).queryKey)?.alert
    );
  };
  const step = (by: 1 | -1): void => {
    const target = stepFrom(
      alerts.map((alert) => alert.id),
      selection.cursorId,
      by,
    );
    if (target === null) return;
    if (selection.selectedId === null) selection.setCursorId(target);
    else selection.open(target, true);
    focusRow(target);
  };
  useShortcuts((shortcut) => {
    const state = STATE_SHORTCUTS[shortcut];
    const alert = current();
    if (state && alert) move(alert, state);
    if (shortcut === 'next') step(1);
    if (shortcut === 'previous') step(-1);
    if (shortcut === 'open' && selection.cursorId !== null) selection.open(selection.cursorId);
    if (shortcut === 'leave') selection.leave();
    if (shortcut === 'help') onHelp();
  });
}

function NothingHere(props: { filter: AlertFilter; onClear: () => void }) {
  const { t } = useTranslation();
  if (props.filter.state === 'open' && !isFiltered(props.filter))
    return (
      <EmptyView
        picture={<CheckCircleOutlined aria-hidden />}
        title={t('alerts/emptyOpen')}
        hint={t('alerts/emptyOpenHint')}
      />
    );
  return (
    <EmptyView
      picture={<FilterOutlined aria-hidden />}
      title={t('alerts/emptyFilter')}
      hint={t('alerts/emptyFilterHint')}
    >
      <Button onClick={props.onClear}>{t('action/clear')}</Button>
    </EmptyView>
  );
}

function ListSkeleton() {
  return (
    <div className="kd-list" aria-busy="true">
      <ListHead />
      <div className="kd-list-scroll">
        <SkeletonRows rows={14} />
      </div>
    </div>
  );
}

export function AlertsPage() {
  const { t } = useTranslation();
  const { api } = useServices();
  const queryClient = useQueryClient();
  const navigate = useNavigate({ from: '/alerts' });
  const search = route.useSearch();
  const searchText = useLocation({ select: (location) => location.searchStr });
  const filter = useMemo(() => toFilter(search), [search]);
  const list = useInfiniteQuery(alertListQuery(api, filter));
  const alerts = useMemo(() => list.data?.pages.flatMap((page) => page.alerts) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? null;
  const [helpOpen, setHelpOpen] = useState(false);
  const selection = useSelection();
  const faultText = useFaultText();
  const { fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  useTriageKeys({ alerts, selection, onHelp: () => setHelpOpen((open) => !open) });
  useEffect(() => {
    document.title = `${t('alerts/title')} · ${t('product/name')}`;
  }, [t]);

  const show = (next: AlertFilter): void =>
    void navigate({ to: '.', search: toSearch(next), replace: true });

  let body = <ListSkeleton />;
  if (list.isError && !list.data)
    body = <ErrorView error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.data && alerts.length === 0)
    body = <NothingHere filter={filter} onClear={() => show(DEFAULT_FILTER)} />;
  else if (list.data)
    body = (
      <AlertList
        key={JSON.stringify(filter)}
        alerts={alerts}
        filter={filter}
        search={searchText}
        selectedId={selection.selectedId}
        cursorId={selection.cursorId}
        hasMore={list.hasNextPage}
        loadingMore={list.isFetchingNextPage}
        moreError={list.isFetchNextPageError ? faultText(toFault(list.error)) : null}
        onOpen={(id) => selection.open(id, selection.selectedId !== null)}
        onNear={(id) => void queryClient.prefetchQuery(alertDetailQuery(api, id))}
        onMore={more}
      />
    );

  return (
    <div className="kd-page" data-side={selection.selectedId === null ? undefined : true}>
      <section className="kd-page-main" aria-label={t('alerts/title')}>
        <header className="kd-page-head kd-alerts-head">
          <h1>{t('alerts/title')}</h1>
          <AlertFilters filter={filter} total={total} onChange={show} />
          <LiveSign />
          <KeyboardHelp open={helpOpen} onOpenChange={setHelpOpen} />
        </header>
        <LiveNote />
        {body}
      </section>
      <aside className="kd-page-side" aria-label={t('detail/title')}>
        <Outlet />
      </aside>
    </div>
  );
}
