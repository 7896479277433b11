import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createCharTable } from './char-table.ts';
import { createContextTerms } from './context-score.ts';
import { createEngine } from './engine.ts';
import { createTableFinder } from './find-tables.ts';
import { assignRecords } from './records.ts';

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
    ['a form', `姓名:张三\n手机:${A}\n证件号:${ID_A}\n`, [0, 0, 0]],
    ['two forms', `手机:${A}\n证件号:${ID_A}\n\n手机:${B}\n证件号:${ID_B}`, [0, 0, 1, 1]],
    [
      'forms without a blank line',
      `手机:${A}\n证件号:${ID_A}\n手机:${B}\n证件号:${ID_B}`,
      [0, 0, 1, 1],
    ],
    ['lines of a chat', `甲说 ${A}\n乙说 ${ID_B}`, [0, 1]],
    ['one customer named twice', `${A}\n${B}\n${A} ${ID_A}`, [0, 1, 0, 0]],
    ['objects', `[{"name":"a","mobile":"${A}","cert":"${ID_A}"},{"mobile":"${B}"}]`, [0, 0, 1]],
    [
      'objects on lines, keys nobody knows',
      `{\n  "a": "${A}",\n  "b": 1,\n  "c": "${ID_A}"\n},\n{\n  "c": "${ID_B}"\n}`,
      [0, 0, 1],
    ],
    ['objects in an object', `[{"c":{"p":"${A}"},"i":"${ID_A}"},{"c":{"p":"${B}"}}]`, [0, 0, 1]],
    ['objects of one type each', `[{"p":"${A}"},{"i":"${ID_A}"}]`, [0, 1]],
    ['elements', `<c><p>${A}</p><i>${ID_A}</i></c><c><p>${B}</p><i>${ID_B}</i></c>`, [0, 0, 1, 1]],
    ['elements of one type each', `<r><c><p>${A}</p></c><c><i>${ID_A}</i></c></r>`, [0, 1]],
    ['elements in an element', `<c><k><p>${A}</p></k><i>${ID_A}</i></c>`, [0, 0]],
    [
      'tuples',
      `INSERT INTO t (p,i) VALUES ('${A}','${ID_A}'),('${B}',''),('','${ID_B}')`,
      [0, 0, 1, 2],
    ],
    ['a far end of one line', `${A}${'文'.repeat(600)}${ID_A}`, [0, 1]],
    [
      'a sentence that was wrapped',
      `客户${'来电'.repeat(16)}留下${A}以及身份
证${ID_A}`,
      [0, 0],
    ],
    // The manager's phone is in each row; the customers stay apart.
    [
      'a shared value',
      `手机,经理手机
${A},${C}
${B},${C}
`,
      [0, 0, 1, 1],
    ],
    [
      'a known value behind a new one',
      `${A}
${B}
${ID_A} ${A}`,
      [0, 1, 0, 0],
    ],
    [
      'a known value with another ID',
      `${A} ${ID_A}
${A} ${ID_B}`,
      [0, 0, 1, 1],
    ],
    ['the same number in two writings', `${A}\n138-0013-8000`, [0, 0]],
  ])('%s', (_name, text, expected) => {
    expect(engine.scan(text).detections.map(({ record }) => record)).toEqual(expected);
  });
});

describe('names', () => {
  const table = createCharTable();
  const terms = createContextTerms(table, createDetectors());
  const TYPES = {
    '#': 'person-name',
    '@': 'postal-address',
    '!': 'keyword',
    '1': 'cn-mobile',
  } as const;

  it.each([
    ['before the number', '#a 138, #b 139', [0, 0, 1, 1]],
    ['behind the number', '138 #a, 139 #b', [0, 0, 1, 1]],
    ['over a blank line', '#a\n\n138', [0, 0]],
    ['of the next line, nearer to its own number', '138 \u6587\u6587\u6587\n#b 139', [0, 1, 1]],
    ['alone', '#a\n\n\n\n\n138', [0, 1]],
    ['twice', '#a 138\n\n\n\n#b 139\n\n\n\n#a', [0, 0, 1, 1, 0]],
    ['of two people', '#a 138\n#a 139', [0, 0, 1, 1]],
    ['two addresses', '#a 138 @x @y', [0, 0, 0, 0]],
    ['a keyword opens no record', '!k 138\n!k\n139', [0, 0, 0, 1]],
    ['only keywords', '!k\n!l', [0, 0]],
    ['none', '', []],
  ])('%s', (_name, text, expected) => {
    const members = Array.from(text.matchAll(/[#@!1][\da-z]+/g), (match) => ({
      type: TYPES[match[0].charAt(0) as keyof typeof TYPES],
      value: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    const tables = createTableFinder(table, terms, text);
    expect(assignRecords({ terms, text, tables }, members)).toEqual(expected);
  });
});
