import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createCharTable } from './char-table.ts';
import { createContextTerms } from './context-score.ts';
import { createTableFinder } from './find-tables.ts';

const table = createCharTable();
const terms = createContextTerms(table, createDetectors());
const finderOf = (text: string) => createTableFinder(table, terms, text);

const A = '13800138000';
const B = '13900139000';

/** `headers / row / row` of each table, cells joined by `·`. */
function tablesOf(text: string): string[] {
  return finderOf(text)
    .all()
    .map((found) =>
      [
        found.headers.join('·'),
        ...Array.from(found.rows(), (cells) =>
          cells.map(({ start, end }) => text.slice(start, end)).join('·'),
        ),
      ].join(' / '),
    );
}

const CUSTOMERS = `姓名·手机号 / 张三·${A} / 李四·${B}`;

describe('tables of every writing', () => {
  it.each([
    ['commas', `姓名,手机号\n张三,${A}\n李四,${B}\n`, CUSTOMERS],
    ['tabs', `姓名\t手机号\n张三\t${A}\n李四\t${B}`, CUSTOMERS],
    ['semicolons', `姓名;手机号\n张三;${A}\n李四;${B}`, CUSTOMERS],
    ['full-width commas', `姓名\uff0c手机号\n张三\uff0c${A}\n李四\uff0c${B}`, CUSTOMERS],
    ['Windows lines', `姓名,手机号\r\n张三,${A}\r\n李四,${B}\r\n`, CUSTOMERS],
    ['a byte order mark', `\ufeff姓名,手机号\n张三,${A}\n李四,${B}\n`, CUSTOMERS],
    ['quoted cells', `"姓名","手机号"\n"张三","${A}"\n"李四","${B}"\n`, CUSTOMERS],
    ['a delimiter too many', `姓名,手机号\n张三,${A},\n李四,${B},\n`, CUSTOMERS],
    [
      'an empty last header',
      `姓名,手机号,\n张三,${A}\n李四,${B}\n`,
      `姓名·手机号· / 张三·${A}· / 李四·${B}·`,
    ],
    ['Markdown', `| 姓名 | 手机号 |\n|---|:-:|\n| 张三 | ${A} |\n| 李四 | ${B} |\n`, CUSTOMERS],
    [
      'Markdown without outer pipes',
      `姓名 | 手机号\n--- | ---\n张三 | ${A}\n李四 | ${B}\n`,
      CUSTOMERS,
    ],
    [
      'psql',
      ` 姓名 |   手机号    \n------+-------------\n 张三 | ${A}\n 李四 | ${B}\n(2 rows)\n`,
      CUSTOMERS,
    ],
    [
      'mysql',
      `+------+-------------+\n| 姓名 | 手机号      |\n+------+-------------+\n| 张三 | ${A} |\n| 李四 | ${B} |\n+------+-------------+\n`,
      CUSTOMERS,
    ],
    [
      'drawn lines',
      `┌────┬────┐\n│姓名│手机号│\n├────┼────┤\n│张三│${A}│\n│李四│${B}│\n└────┴────┘`,
      CUSTOMERS,
    ],
    ['aligned text', `姓名    手机号\n张三    ${A}\n李四    ${B}\n`, CUSTOMERS],
    ['full-width blanks', `姓名\u3000手机号\n张三\u3000${A}\n李四\u3000${B}\n`, CUSTOMERS],
    ['single blanks', `姓名 电话 手机号\n张三 - ${A}\n`, `姓名·电话·手机号 / 张三·-·${A}`],
    ['a list of one column', `手机号\n${A}\n${B}\n${A}\n`, `手机号 / ${A} / ${B} / ${A}`],
    [
      'SQL',
      `INSERT INTO \`t\` (\`姓名\`, 手机号) VALUES ('张三', '${A}'), ('李四',${B});`,
      CUSTOMERS,
    ],
    [
      'SQL, a statement a row',
      `insert into crm.t (name,phone) values ('O''Neil','${A}');\ninsert into crm.t (name,phone) values ('b, (c)','${B}');\n`,
      `name·phone / O''Neil·${A} / b, (c)·${B}`,
    ],
    [
      'SQL in a log line',
      `12:00 DEBUG INSERT INTO t(a, mobile) VALUES (1, N'${A}')`,
      `a·mobile / 1·${A}`,
    ],
  ])('%s', (_name, text, expected) => {
    expect(tablesOf(text)).toEqual([expected]);
  });

  it.each([
    ['a cell with a delimiter', `姓名,手机号\n"张,三",${A}\n`, `姓名·手机号 / 张,三·${A}`],
    ['a cell with a line break', `备注,手机号\n"一\n二",${A}\n`, `备注·手机号 / 一\n二·${A}`],
    ['a cell with quotes', `备注,手机号\n"说""好""的",${A}\n`, `备注·手机号 / 说""好""的·${A}`],
    ['a sign of inches', `备注,手机号\n5" 屏,${A}\n`, `备注·手机号 / 5" 屏·${A}`],
    [
      'an escaped pipe',
      `| 备注 | 手机号 |\n|--|--|\n| a\\|b | ${A} |\n`,
      `备注·手机号 / a\\|b·${A}`,
    ],
    ['notes in headers', `姓名*,手机号\uff08必填\uff09\n张三,${A}\n`, `姓名·手机号 / 张三·${A}`],
    ['English notes', `Name,Phone No.\nBob,${A}\n`, `Name·Phone No / Bob·${A}`],
    [
      'snake case',
      `cust_name,customer_mobile_phone\nBob,${A}\n`,
      `cust_name·customer_mobile_phone / Bob·${A}`,
    ],
    ['camel case', `custName,userPhone\nBob,${A}\n`, `custName·userPhone / Bob·${A}`],
    [
      'titles above',
      `客户清单\n\n制表,李四,2024年,共3页\n姓名,手机号\n张三,${A}\n`,
      `姓名·手机号 / 张三·${A}`,
    ],
    ['a row that does not fit', `姓名,手机号\n张三,${A}\n小计,1,2\n李四,${B}\n`, CUSTOMERS],
    ['a header on every page', `姓名,手机号\n张三,${A}\n姓名,手机号\n李四,${B}\n`, CUSTOMERS],
    ['a page break', `姓名,手机号\n张三,${A}\n\n第 2 页\n姓名,手机号\n李四,${B}\n`, CUSTOMERS],
    ['a total', `姓名,手机号\n张三,${A}\n合计,1\n`, `姓名·手机号 / 张三·${A} / 合计·1`],
    [
      'cells that are missing below aligned headers',
      `姓名      邮箱        手机号\n张三                  ${A}\n李四      a@b.cn      ${B}\n`,
      `姓名·邮箱·手机号 / 张三··${A} / 李四·a@b.cn·${B}`,
    ],
    [
      'unknown names above three rows',
      `甲,乙,丙\n1,2,3\n4,5,6\n7,8,9\n`,
      '甲·乙·丙 / 1·2·3 / 4·5·6 / 7·8·9',
    ],
    ['no header', '1,a\n2,b\n3,c\n4,d\n5,e\n', '· / 1·a / 2·b / 3·c / 4·d / 5·e'],
    ['a grid of numbers', '1 2\n3 4\n5 6\n7 8\n9 0\n', '· / 1·2 / 3·4 / 5·6 / 7·8 / 9·0'],
  ])('%s', (_name, text, expected) => {
    expect(tablesOf(text)).toEqual([expected]);
  });

  it('finds several, at any depth', () => {
    const text = `${'前言。\n'.repeat(40)}姓名,手机号\n张三,${A}\n李四,${B}\n\n卡号,户名\n1,a\n\n完。\n\n| 单号 | 电话 |\n|--|--|\n| 7 | ${A} |\n`;
    expect(tablesOf(text)).toEqual([CUSTOMERS, '卡号·户名 / 1·a', `单号·电话 / 7·${A}`]);
  });

  it.each([
    ['a form', `姓名: 张三\n手机: ${A}\n`],
    ['a form of two columns', `电话\t张三\n手机\t${A}\n`],
    ['a form of four columns', `电话\t张三\t性别\t男\n手机\t${A}\t邮编\t1\n`],
    ['prose with commas', `我们昨天联系了客户的手机,没有人接\n后来,${A}\n`],
    [
      'prose of equal clauses',
      '今天天气好\uff0c我们去爬山\uff0c他没来\n明天有雨\uff0c大家在家\uff0c都不去\n',
    ],
    ['a talk', '您好,在吗\n在的,请讲\n'],
    ['objects', `{"name":"a","phone":"${A}"}\n{"name":"b","phone":"${B}"}\n`],
    ['a label above its value', `手机\n${A}\n`],
    ['a header alone', '姓名,手机号'],
    ['a statement without rows', 'INSERT INTO t (a, b) SELECT a, b FROM s;'],
  ])('sees none in %s', (_name, text) => {
    expect(tablesOf(text)).toEqual([]);
  });
});

describe('cellAt', () => {
  it('tells row and column, in any order of asking', () => {
    const text = `姓名,手机号\n张三,${A}\n\n李四,"${B}"\n`;
    const finder = finderOf(text);
    const at = (position: number) => finder.tableAt(position)?.cellAt(position) ?? null;
    const b = text.indexOf(B);
    const a = text.indexOf(A);
    expect(at(b)).toEqual({ row: 1, column: 1, start: b, end: b + 11 });
    expect(at(a + 10)).toEqual({ row: 0, column: 1, start: a, end: a + 11 });
    expect(at(0)).toBeNull();
    expect(at(a - 1)).toBeNull();
    expect(at(b - 1)).toBeNull();
    expect(at(text.length)).toBeNull();
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '姓名',
      '手机号',
      A,
      '金额',
      'a',
      '"',
      '\n',
      '\n\n',
      ',',
      '\t',
      '|',
      ';',
      ' ',
      '  ',
    ),
    fc.constantFrom(
      '|---|---|\n',
      '\\',
      'INSERT INTO t(a,b) VALUES (',
      ')',
      '(',
      "'",
      '\uff0c',
      '\u3000',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  it('agrees with the rows, whatever the text; tables do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const found of finderOf(text).all()) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeLessThanOrEqual(text.length);
          for (const cells of found.rows()) {
            expect(cells).toHaveLength(found.headers.length);
            for (const cell of cells) {
              if (cell.end === cell.start) continue;
              expect(found.cellAt(cell.start)).toEqual(cell);
              expect(
                finderOf(text)
                  .tableAt(cell.end - 1)
                  ?.cellAt(cell.end - 1),
              ).toEqual(cell);
            }
          }
          end = found.end;
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('cost', () => {
  const long = `${'"'.repeat(4000)},\n`;
  it.each([
    ',',
    '|',
    '\t',
    '  ',
    '"',
    '(',
    'a,',
    'a,\n',
    '|\n',
    '"a,\n',
    '"",\n',
    long,
    '手机,\n',
    '手机\n1\n',
    '手机  a\n1  2 3\n',
    '手机,a\n1,2\n\n\n\n',
    'a  b\n',
    'a|b\\\n',
    'x\n',
    '\n',
    '---\n',
    '1 2\n',
    'into ',
    "insert into '\n",
    'insert into t values (\n',
    'INSERT INTO t (a,b) VALUES (1,2);\n',
  ])('grows in step with the length: %j', (unit) => {
    const once = unit.repeat(Math.ceil(200_000 / unit.length));
    const started = performance.now();
    finderOf(once).all();
    // Some 20 ms in truth; a quadratic step takes many seconds.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
