import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ALERT_STATES } from '@kedun/shared/contracts/api/alerts';
import { CHANNELS, SEVERITIES } from '@kedun/shared/contracts/vocabulary';

import { type AlertFilter, fits, readSearch, toFilter, toQuery, toSearch } from './filter.ts';
import { alertSummary } from './sample-alert.ts';

const filters: fc.Arbitrary<AlertFilter> = fc
  .record({
    state: fc.constantFrom(...ALERT_STATES, 'all' as const),
    severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
    channel: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
  })
  .map(({ state, severity, channel }) => ({
    state,
    ...(severity ? { severity } : {}),
    ...(channel ? { channel } : {}),
  }));

describe('filter and address', () => {
  it('say the same both ways', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(toFilter(readSearch({ ...toSearch(filter) }))).toEqual(filter);
      }),
    );
  });

  it('leaves the everyday filter out of the address', () => {
    expect(toSearch({ state: 'open' })).toEqual({});
    expect(readSearch({ state: 'open' })).toEqual({});
  });

  it.each([
    [{ state: 'gone', severity: 7, channel: null }, {}],
    [{ state: 'all', severity: 'CRITICAL' }, { state: 'all' }],
    [{ severity: 'critical', __proto__: { state: 'closed' } }, { severity: 'critical' }],
    [{ state: ['closed'] }, {}],
  ])('reads no more than it knows from %o', (search, read) => {
    expect(readSearch({ ...search })).toEqual(read);
  });
});

it('asks the server for every state by leaving the state out', () => {
  expect(toQuery({ state: 'all', severity: 'low' })).toEqual({ severity: 'low' });
});

it.each([
  [{ state: 'open' }, true],
  [{ state: 'all' }, true],
  [{ state: 'closed' }, false],
  [{ state: 'open', severity: 'high' }, true],
  [{ state: 'open', severity: 'low' }, false],
  [{ state: 'open', channel: 'print' }, false],
] as const)('judges whether an alert fits %o', (filter, expected) => {
  expect(fits(filter, alertSummary(1))).toBe(expected);
});
