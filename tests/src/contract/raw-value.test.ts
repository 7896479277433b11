import { format, inspect } from 'node:util';

import { createEngine } from '@kedun/shared/detection/engine';
import { createDetectors } from '@kedun/shared/detectors/registry';
import { RawValue } from '@kedun/shared/redaction/raw-value';
import { describe, expect, it } from 'vitest';

const SECRET = '13800138000';

/** Every way a value usually ends up in a log, an error or an event. */
const WAYS: readonly (readonly [string, (value: RawValue) => string])[] = [
  ['JSON.stringify', (value) => JSON.stringify({ value, list: [value] })],
  ['template string', (value) => `value ${value as unknown as string}`],
  ['concatenation', (value) => 'value ' + (value as unknown as string)],
  ['String()', (value) => String(value)],
  ['inspect', (value) => inspect({ value }, { depth: 9, showHidden: true })],
  ['format %s %o %j', (value) => format('%s %o %j', value, value, value)],
  ['error message', (value) => new Error(`no: ${value as unknown as string}`).stack ?? ''],
  ['error cause', (value) => inspect(new Error('no', { cause: value }))],
  ['spread', (value) => JSON.stringify(Object.assign({}, value))],
  ['keys and entries', (value) => JSON.stringify([Object.keys(value), Object.entries(value)])],
  ['structured clone', (value) => inspect(structuredClone(value))],
];

describe('RawValue', () => {
  it.each(WAYS)('does not show its value by %s', (_way, show) => {
    expect(show(new RawValue(SECRET))).not.toContain(SECRET);
  });

  it('gives it to who asks', () => {
    expect(new RawValue(SECRET).reveal()).toBe(SECRET);
  });
});

it('a whole scan result can be logged without a raw value', () => {
  const text = `手机号 ${SECRET} 身份证 11010519491231002X 卡号 6222021234567890128`;
  const result = createEngine({ detectors: createDetectors() }).scan(text);
  expect(result.detections).toHaveLength(3);
  const shown = inspect(result, { depth: 9, showHidden: true }) + JSON.stringify(result);
  for (const value of [SECRET, '11010519491231002X', '6222021234567890128'])
    expect(shown).not.toContain(value);
});
