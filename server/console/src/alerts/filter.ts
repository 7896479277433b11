import {
  ALERT_STATES,
  type AlertState,
  type AlertSummary,
} from '@kedun/shared/contracts/api/alerts';
import {
  type Channel,
  CHANNELS,
  SEVERITIES,
  type Severity,
} from '@kedun/shared/contracts/vocabulary';

/** What the reviewer looks at. */
export interface AlertFilter {
  readonly state: AlertState | 'all';
  readonly severity?: Severity;
  readonly channel?: Channel;
}

/** The filter as it stands in the address: the default (open alerts) is not written. */
export interface AlertSearch {
  readonly state?: Exclude<AlertFilter['state'], 'open'>;
  readonly severity?: Severity;
  readonly channel?: Channel;
}

export const DEFAULT_FILTER: AlertFilter = { state: 'open' };

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

/** Reads an address; words it does not know are left out, never an error. */
export function readSearch(search: Readonly<Record<string, unknown>>): AlertSearch {
  const state = oneOf([...ALERT_STATES, 'all' as const], search['state']);
  const severity = oneOf(SEVERITIES, search['severity']);
  const channel = oneOf(CHANNELS, search['channel']);
  return {
    ...(state && state !== 'open' ? { state } : {}),
    ...(severity ? { severity } : {}),
    ...(channel ? { channel } : {}),
  };
}

export function toFilter(search: AlertSearch): AlertFilter {
  return { ...search, state: search.state ?? 'open' };
}

export function toSearch(filter: AlertFilter): AlertSearch {
  return readSearch({ ...filter });
}

/** The filter as the server wants it. */
export function toQuery(filter: AlertFilter): Record<string, string | undefined> {
  const { state, severity, channel } = filter;
  return { state: state === 'all' ? undefined : state, severity, channel };
}

export function fits(filter: AlertFilter, alert: AlertSummary): boolean {
  return (
    (filter.state === 'all' || filter.state === alert.state) &&
    (filter.severity === undefined || filter.severity === alert.severity) &&
    (filter.channel === undefined || filter.channel === alert.channel)
  );
}

export function isFiltered(filter: AlertFilter): boolean {
  return filter.severity !== undefined || filter.channel !== undefined;
}
