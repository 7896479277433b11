import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createCharTable } from './char-table.ts';
import { createColumnReader } from './columns.ts';
import { createContextTerms } from './context-score.ts';
import { createEngine } from './engine.ts';
import { createTableFinder } from './find-tables.ts';

const numbers = createDetectors().filter(({ wants }) =>
  wants.some(({ kind }) => kind === 'digits'),
);
const engine = createEngine({ detectors: numbers });

/** `value: word of the header that spoke` for each finding. */
function columnsOf(text: string): string[] {
  return engine.scan(text).detections.map(({ value, explanation }) => {
    const column = explanation.score.find(({ part }) => part === 'column');
    return `${value.reveal()}: ${column?.term ?? '-'}`;
  });
}

const A = '13800138000';
const B = '13900139000';

describe('a header names its column', () => {
  it.each([
    ['comma', `姓名,手机号,订单号\n张三,${A},${B}\n`, [`${A}: 手机号`, `${B}: 订单号`]],
    ['tab', `order no\tphone\n${B}\t${A}\n`, [`${B}: order no`, `${A}: phone`]],
    ['Markdown', `| 客户 | 电话 |\n|---|---|\n| 李四 | ${A} |\n`, [`${A}: 电话`]],
    ['semicolon', `手机;金额\n${A};${B}\n`, [`${A}: 手机`, `${B}: 金额`]],
    ['title above', `客户清单\n2024年\n姓名,手机\n张三,${A}\n`, [`${A}: 手机`]],
    ['Windows lines', `姓名,手机\r\n张三,${A}\r\n`, [`${A}: 手机`]],
    ['full-width header', `姓名,ＰＨＯＮＥ\n张三,${A}\n`, [`${A}: phone`]],
    ['quoted cells', `"姓名","手机"\n"张,三","${A}"\n`, [`${A}: 手机`]],
    ['two names in one', `身份证/手机,x\n${A},1\n`, [`${A}: 手机`]],
    ['a look-alike as head', `手机订单号,x\n${A},1\n`, [`${A}: 订单号`]],
    ['a note', `手机号(必填),x\n${A},1\n`, [`${A}: 手机号`]],
    ['another identifier', `身份证号,x\n${A},1\n`, [`${A}: 身份证号`]],
    ['SQL', `INSERT INTO t (id, mobile) VALUES (7, '${A}')`, [`${A}: mobile`]],
    ['far down', `${'文\n'.repeat(50)}姓名,手机\n张三,${A}\n`, [`${A}: 手机`]],
    [
      'many rows',
      `姓名,手机\n${`张三,${A}\n`.repeat(3)}`,
      [`${A}: 手机`, `${A}: 手机`, `${A}: 手机`],
    ],
  ])('%s', (_name, text, expected) => {
    expect(columnsOf(text)).toEqual(expected);
  });

  it.each([
    ['a row of another width', `姓名,手机\n张三,x,${A}\n`],
    ['the header row itself', `手机,${A}\n`],
    ['prose with commas', `我们昨天联系了客户的手机,没有人接\n后来,${A}\n`],
    ['a number across cells', `手机,姓名\n138,00138000\n`],
    ['a remark in a column of another', `身份证号,x\n请打他本人的电话 ${A} 联系,1\n`],
    ['a column without a word', `备注,手机\n${A},张三\n`],
  ])('says nothing of %s', (_name, text) => {
    for (const column of columnsOf(text)) expect(column).toMatch(/: -$/);
  });
});

describe('wordsFrom', () => {
  const table = createCharTable();
  const terms = createContextTerms(table, createDetectors());

  it.each([
    ['the first row', `x,手机\n^张三,${A}\n`],
    ['another row', `x,手机\n张三,${B}\n^李四,${A}\n`],
    ['no table', `^手机\n${A}`],
  ])('%s', (_name, marked) => {
    const text = marked.replace('^', '');
    const columns = createColumnReader(text, terms, createTableFinder(table, terms, text));
    expect(columns.wordsFrom(text.indexOf(A))).toBe(marked.indexOf('^'));
  });
});
