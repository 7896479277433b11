import { ArrowUpOutlined } from '@ant-design/icons';
import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import { Button } from 'antd';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../i18n/use-language.ts';
import { dayKind, dayTitle, isoDay } from '../time/format-time.ts';
import { useNow } from '../time/use-now.ts';
import { uuidTime } from '../time/uuid-time.ts';
import { AlertRow } from './alert-row.tsx';
import { type AlertFilter, fits } from './filter.ts';
import { ListHead, SkeletonRows } from './list-frame.tsx';
import { useArrivals } from './use-arrivals.ts';

const PRELOAD_AHEAD = '800px 0px';
const RESTING_MS = 80;

export interface AlertListProps {
  readonly alerts: readonly AlertSummary[];
  readonly filter: AlertFilter;
  /** Query string of the filter, put on every row's address. */
  readonly search: string;
  readonly selectedId: string | null;
  readonly cursorId: string | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Why the next page did not come; null while nothing is wrong. */
  readonly moreError: string | null;
  readonly onOpen: (id: string) => void;
  /** The pointer rests on it: its detail may be fetched ahead. */
  readonly onNear: (id: string) => void;
  readonly onMore: () => void;
}

interface Day {
  readonly day: string;
  readonly at: number;
  readonly alerts: readonly AlertSummary[];
}

function byDay(alerts: readonly AlertSummary[]): Day[] {
  const days: { day: string; at: number; alerts: AlertSummary[] }[] = [];
  for (const alert of alerts) {
    const at = uuidTime(alert.id);
    const day = isoDay(at);
    const last = days.at(-1);
    if (last?.day === day) last.alerts.push(alert);
    else days.push({ day, at, alerts: [alert] });
  }
  return days;
}

function DayTitle(props: { at: number; now: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { now } = props;
  const kind = dayKind(props.at, now);
  return (
    <h2 className="kd-day">
      {kind !== 'date' && <span>{t(`alerts/${kind}`)}</span>}
      <span className={kind === 'date' ? undefined : 'kd-faint'}>
        {dayTitle(props.at, now, language)}
      </span>
    </h2>
  );
}

/** Calls `onMore` as the end of the list comes near. */
function MoreBelow(props: { loading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const { onMore, loading } = props;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!mark || loading) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore();
      },
      { root: mark.closest('.kd-list-scroll'), rootMargin: PRELOAD_AHEAD },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [loading, onMore]);
  return (
    <div ref={end} role="status" aria-label={loading ? t('alerts/loadingMore') : undefined}>
      <SkeletonRows rows={3} />
    </div>
  );
}

function ListEnd(props: AlertListProps) {
  const { t } = useTranslation();
  if (props.moreError !== null)
    return (
      <p className="kd-list-end" role="alert">
        {props.moreError}{' '}
        <Button size="small" onClick={props.onMore}>
          {t('action/retry')}
        </Button>
      </p>
    );
  if (props.hasMore) return <MoreBelow loading={props.loadingMore} onMore={props.onMore} />;
  return <p className="kd-list-end">{t('alerts/end')}</p>;
}

const alertOf = (event: { target: EventTarget }): string | null =>
  event.target instanceof Element
    ? (event.target.closest<HTMLElement>('[data-alert]')?.dataset['alert'] ?? null)
    : null;

export function AlertList(props: AlertListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => props.alerts.map((alert) => alert.id), [props.alerts]);
  const days = useMemo(() => byDay(props.alerts), [props.alerts]);
  const now = useNow();
  const { fresh, away, showTop } = useArrivals(ids, scroller);

  const open = (event: MouseEvent): void => {
    const id = alertOf(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (id === null || !plain) return;
    event.preventDefault();
    props.onOpen(id);
  };
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const near = (event: MouseEvent): void => {
    const id = alertOf(event);
    clearTimeout(resting.current);
    if (id !== null) resting.current = setTimeout(() => props.onNear(id), RESTING_MS);
  };

  return (
    <div className="kd-list">
      <ListHead />
      {away && fresh.size > 0 && (
        <button type="button" className="kd-arrivals" onClick={showTop}>
          <ArrowUpOutlined aria-hidden /> {t('count/newAlerts', { count: fresh.size })}
        </button>
      )}
      <div className="kd-list-scroll" ref={scroller}>
        {/* The rows inside are links: the handlers only shorten the way of a plain click. */}
        <ul aria-label={t('alerts/list')} onClick={open} onMouseOver={near}>
          {days.map((day) => (
            <li key={day.day}>
              <DayTitle at={day.at} now={now} />
              <ul>
                {day.alerts.map((alert) => (
                  <AlertRow
                    key={alert.id}
                    alert={alert}
                    href={`/alerts/${alert.id}${props.search}`}
                    language={language}
                    selected={alert.id === props.selectedId}
                    cursor={alert.id === props.cursorId}
                    fresh={fresh.has(alert.id)}
                    gone={!fits(props.filter, alert)}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <ListEnd {...props} />
      </div>
    </div>
  );
}
