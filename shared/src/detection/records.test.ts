import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createEngine } from './engine.ts';

const engine = createEngine({ detectors: createDetectors() });
const A = '13800138000';
const B = '13900139000';
const C = '13700137000';
const ID_A = '110101199003070214';
const ID_B = '320106198511234517';

describe('records', () => {
  it.each([
    ['one line, two types', `${A} ${ID_A}`, [0, 0]],
    ['a list of one type', `${A},${B},${C}`, [0, 1, 2]],
    ['people on one line', `${A} ${ID_A};${B} ${ID_B}`, [0, 0, 1, 1]],
    ['people on lines', `${A} ${ID_A}\n${B} ${ID_B}`, [0, 0, 1, 1]],
    ['rows of a table', `手机,备用手机,身份证\n${A},${B},${ID_A}\n${C},,${ID_B}`, [0, 0, 0, 1, 1]],
    ['rows with one cell each', `手机,身份证\n${A},\n,${ID_B}`, [0, 1]],
    ['a form', `姓名:张三\n手机:${A}\n证件号:${ID_A}\n`, [0, 0]],
    ['two forms', `手机:${A}\n证件号:${ID_A}\n\n手机:${B}\n证件号:${ID_B}`, [0, 0, 1, 1]],
    [
      'forms without a blank line',
      `手机:${A}\n证件号:${ID_A}\n手机:${B}\n证件号:${ID_B}`,
      [0, 0, 1, 1],
    ],
    ['lines of a chat', `甲说 ${A}\n乙说 ${ID_B}`, [0, 1]],
    ['one customer named twice', `${A}\n${B}\n${A} ${ID_A}`, [0, 1, 0, 0]],
    ['the same number in two writings', `${A}\n138-0013-8000`, [0, 0]],
  ])('%s', (_name, text, expected) => {
    expect(engine.scan(text).detections.map(({ record }) => record)).toEqual(expected);
  });
});
