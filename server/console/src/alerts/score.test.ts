import { expect, it } from 'vitest';

import { percentText, pointsText, scoreChart } from './score.ts';

it('starts each bar where the one before ended', () => {
  const { bars, sum, zero } = scoreChart([
    { part: 'shape', points: 0.4 },
    { part: 'label', points: 0.5, term: '手机号' },
    { part: 'negative', points: -0.3, term: '订单号' },
  ]);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 40],
    [40, 50],
    [60, 30],
  ]);
  expect(bars[1]?.term).toBe('手机号');
  expect([sum, zero]).toEqual([0.6, 0]);
});

it('keeps bars below zero and beyond one in the picture', () => {
  const { bars, sum, zero } = scoreChart([
    { part: 'negative', points: -0.5 },
    { part: 'shape', points: 1 },
    { part: 'checksum', points: 1 },
  ]);
  expect(sum).toBe(1.5);
  expect(zero).toBe(25);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 25],
    [0, 50],
    [50, 50],
  ]);
});

it('has nothing to draw for an empty score', () => {
  expect(scoreChart([])).toEqual({ bars: [], sum: 0, zero: 0 });
});

it.each([
  [0.45, '+0.45'],
  [-0.1, '−0.10'],
  [0, '+0.00'],
])('writes %d as %s', (points, text) => {
  expect(pointsText(points)).toBe(text);
});

it.each([
  [1, '100%'],
  [0.999, '99%'],
  [0.29, '29%'],
])('writes a confidence of %d as %s', (confidence, text) => {
  expect(percentText(confidence)).toBe(text);
});
