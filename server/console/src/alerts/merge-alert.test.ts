import type { AlertListResponse, AlertSummary } from '@kedun/shared/contracts/api/alerts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { arrivedAbove, mergeAlert } from './merge-alert.ts';
import { alertSummary } from './sample-alert.ts';

const OPEN = { state: 'open' } as const;

function page(alerts: AlertSummary[], nextBefore: string | null, total: number): AlertListResponse {
  return { alerts, nextBefore, total };
}

/** Two pages: 90, 80 | 70, 60, and more beyond. */
function loaded(nextBefore: string | null = alertSummary(60).id) {
  const [a, b, c, d] = [90, 80, 70, 60].map((order) => alertSummary(order));
  if (!a || !b || !c || !d) throw new Error('four alerts are needed');
  return { pages: [page([a, b], b.id, 9), page([c, d], nextBefore, 9)], pageParams: [null, b.id] };
}

const orders = (list: { pages: readonly AlertListResponse[] }): number[] =>
  list.pages.flatMap((each) =>
    each.alerts.map((alert) => Number.parseInt(alert.id.slice(-12), 16)),
  );

describe('a live alert', () => {
  it.each([
    ['on top', 99, [99, 90, 80, 70, 60]],
    ['late, between others', 75, [90, 80, 75, 70, 60]],
  ])('goes %s and is counted', (_where, order, expected) => {
    const merged = mergeAlert(loaded(), alertSummary(order), OPEN);
    expect(orders(merged)).toEqual(expected);
    expect(merged.pages.map((each) => each.total)).toEqual([10, 10]);
    expect(merged.pageParams).toEqual(loaded().pageParams);
  });

  it('is left for the next page when its place is beyond the loaded part', () => {
    const list = loaded();
    expect(mergeAlert(list, alertSummary(10), OPEN)).toBe(list);
  });

  it('goes to the end when everything is loaded, also of an empty list', () => {
    expect(orders(mergeAlert(loaded(null), alertSummary(10), OPEN))).toEqual([90, 80, 70, 60, 10]);
    const empty = { pages: [page([], null, 0)] };
    expect(orders(mergeAlert(empty, alertSummary(5), OPEN))).toEqual([5]);
  });

  it('is not shown where it does not fit', () => {
    const list = loaded();
    expect(mergeAlert(list, alertSummary(99, { state: 'closed' }), OPEN)).toBe(list);
  });
});

describe('a change of a shown alert', () => {
  it('keeps its row in place, and counts it out where it no longer fits', () => {
    const merged = mergeAlert(loaded(), alertSummary(80, { state: 'closed' }), OPEN);
    expect(orders(merged)).toEqual([90, 80, 70, 60]);
    expect(merged.pages[0]?.alerts[1]?.state).toBe('closed');
    expect(merged.pages[0]?.total).toBe(8);
    const back = mergeAlert(merged, alertSummary(80), OPEN);
    expect(back.pages[0]?.total).toBe(9);
  });
});

it('keeps every list newest first and without doubles, whatever arrives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 })), (arrivals) => {
      let list = loaded();
      for (const order of arrivals) list = mergeAlert(list, alertSummary(order), OPEN);
      const shown = orders(list);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => b - a));
    }),
  );
});

it.each([
  [['b', 'a'], ['c', 'b', 'a'], ['c']],
  [['b', 'a'], ['b', 'a', '9'], []],
  [['b'], ['z', 'y'], []],
  [[], ['b'], []],
])('tells what arrived above: %j then %j', (before, now, arrived) => {
  expect(arrivedAbove(before, now)).toEqual(arrived);
});
