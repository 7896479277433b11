import type { AlertListResponse, AlertSummary } from '@kedun/shared/contracts/api/alerts';

import { type AlertFilter, fits } from './filter.ts';

/** The loaded part of a list: pages, newest first. Generic over what the cache keeps beside them. */
export interface LoadedPages {
  readonly pages: readonly AlertListResponse[];
}

const withTotal = (pages: readonly AlertListResponse[], by: number): AlertListResponse[] =>
  by === 0 ? [...pages] : pages.map((page) => ({ ...page, total: Math.max(0, page.total + by) }));

function replaced(pages: readonly AlertListResponse[], alert: AlertSummary): AlertListResponse[] {
  return pages.map((page) =>
    page.alerts.some((each) => each.id === alert.id)
      ? { ...page, alerts: page.alerts.map((each) => (each.id === alert.id ? alert : each)) }
      : page,
  );
}

/** Puts it before the first older one; null when its place is beyond what was loaded. */
function inserted(
  pages: readonly AlertListResponse[],
  alert: AlertSummary,
): AlertListResponse[] | null {
  const last = pages.length - 1;
  for (const [index, page] of pages.entries()) {
    const older = page.alerts.findIndex((each) => each.id < alert.id);
    const atEnd = index === last && page.nextBefore === null;
    if (older === -1 && !atEnd) continue;
    const at = older === -1 ? page.alerts.length : older;
    return pages.with(index, { ...page, alerts: page.alerts.toSpliced(at, 0, alert) });
  }
  return null;
}

/**
 * Brings a live change into a loaded list.
 * A row in the list stays where it is, even when it no longer fits the filter (the view dims it): nothing vanishes
 * under the reviewer's hand. A new one goes where its id puts it. `total` counts what fits.
 */
export function mergeAlert<Loaded extends LoadedPages>(
  loaded: Loaded,
  alert: AlertSummary,
  filter: AlertFilter,
): Loaded {
  const known = loaded.pages.flatMap((page) => page.alerts).find((each) => each.id === alert.id);
  const fitsNow = fits(filter, alert);
  if (known) {
    const change = Number(fitsNow) - Number(fits(filter, known));
    return { ...loaded, pages: withTotal(replaced(loaded.pages, alert), change) };
  }
  if (!fitsNow) return loaded;
  // Beyond the loaded part it may be a known one that changed: the count is put right by the next fetch.
  const pages = inserted(loaded.pages, alert);
  return pages ? { ...loaded, pages: withTotal(pages, 1) } : loaded;
}

/** Ids that were put above the row that was on top before; empty for a list that was replaced as a whole. */
export function arrivedAbove(before: readonly string[], now: readonly string[]): string[] {
  const top = before[0];
  if (top === undefined) return [];
  const at = now.indexOf(top);
  return at <= 0 ? [] : now.slice(0, at);
}
