import { describe, expect, it } from 'vitest';

import { agoText, clockTime, dayKind, dayTitle, fullTime, spanText } from './format-time.ts';

const shanghai = { timeZone: 'Asia/Shanghai' };
const at = Date.UTC(2026, 2, 8, 16, 3, 7);

it('shows the day and time of the zone it is asked for', () => {
  expect(fullTime(at, shanghai)).toBe('2026-03-09 00:03:07');
  expect(clockTime(at, { timeZone: 'UTC' })).toBe('16:03:07');
});

it.each([
  [Date.UTC(2026, 2, 9, 1), 'today'],
  [Date.UTC(2026, 2, 9, 17), 'yesterday'],
  [Date.UTC(2026, 2, 10, 17), 'date'],
] as const)('calls the day by the calendar, not by 24 hours', (now, kind) => {
  expect(dayKind(at, now, shanghai)).toBe(kind);
});

it('names the year only when it is another', () => {
  expect(dayTitle(at, at, 'zh', shanghai)).toBe('3月9日星期一');
  expect(dayTitle(at, at, 'en', shanghai)).toMatch(/^Mon,? 9 Mar$/);
  expect(dayTitle(at, Date.UTC(2027, 5, 1), 'zh', shanghai)).toContain('2026年');
});

describe('spans', () => {
  it.each([
    [340, 'zh', '340毫秒'],
    [3200, 'zh', '3秒钟'],
    [-7_300_000, 'en', '2 hours'],
  ] as const)('%i ms in %s is %s', (spanMs, language, text) => {
    expect(spanText(spanMs, language)).toBe(text);
  });

  it.each([
    [at + 20_000, 'zh', '刚刚'],
    [at + 180_000, 'zh', '3分钟前'],
    [at + 90_000_000, 'en', 'yesterday'],
    // A clock that is ahead is no time in the future.
    [at - 60_000, 'en', 'just now'],
  ] as const)('seen at %i in %s is %s', (now, language, text) => {
    expect(agoText(at, now, language)).toBe(text);
  });
});
