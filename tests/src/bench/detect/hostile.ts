import { MAKERS } from './identifiers.ts';
import { createRandom } from './random.ts';

/** Characters of every hostile text; in UTF-8 some of them are up to three times as many bytes. */
export const HOSTILE_LENGTH = 102_400;

function fill(unit: string): string {
  return unit.repeat(Math.ceil(HOSTILE_LENGTH / unit.length)).slice(0, HOSTILE_LENGTH);
}

function join(make: (row: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, row = 0; length < HOSTILE_LENGTH; row++) {
    const part = make(row);
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, HOSTILE_LENGTH);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Base64 of base64 of base64 of mobiles. */
function nestedBase64(): string {
  return base64(base64(base64(fill('13800138000,')))).slice(0, HOSTILE_LENGTH);
}

/** One unit over and over: what a walk that looks back or ahead without a bound would pay for. */
const REPEATED: readonly (readonly [name: string, unit: string])[] = [
  ['one digit', '1'],
  ['"1 "', '1 '],
  ['"1\\n"', '1\n'],
  ['"1\\t"', '1\t'],
  ['"a."', 'a.'],
  ['"@"', '@'],
  ['"a@"', 'a@'],
  ['e-mails "a@a.a@"', 'a@a.a@'],
  ['one long local part', 'abcdefghij.klmno-pqrst_'],
  ['"138 "', '138 '],
  ['packed mobiles', '13800138000'],
  ['mobiles', '13800138000 '],
  ['mobiles behind labels', '手机号13800138000 '],
  ['order numbers', '订单号13800138000 '],
  ['grouped cards', '6222 0212 3456 7890 128 '],
  ['"+86"', '+86'],
  ['zero-width', '\u200b'],
  ['zero-width between digits', '1\u200b3\u200b8\u200b'],
  ['bidi marks', '\u202e1\u202c'],
  ['full-width digits', '１３８'],
  ['circled digits', '①③⑧'],
  ['mathematical digits', '𝟏𝟑𝟖'],
  ['half surrogates', '\ud835'],
  ['Chinese numerals', '一三八零零'],
  ['Chinese numerals, spaced', '幺 三 八 〇 '],
  ['number words', 'one three eight zero '],
  ['pinyin', 'yi san ba ling '],
  ['"&#4"', '&#4'],
  ['"&#49;"', '&#49;'],
  ['"%31"', '%31'],
  ['"%E4%B8%80"', '%E4%B8%80'],
  ['"\\u0031"', '\\u0031'],
  ['"\\x31"', '\\x31'],
  ['"=31"', '=31'],
  ['"=\\n"', '=\n'],
  ['"+AGE-"', '+AGE-'],
  ['hex', '31333830'],
  ['"1.38e10 "', '1.38e10 '],
  ['"\'1\'+"', "'1'+"],
  ['"1😀"', '1😀'],
  ['"<b>"', '<b>'],
  ['"<b>1</b>"', '<b>1</b>'],
  ['"<"', '<'],
  ['"<!--"', '<!--'],
  ['ANSI', '\u001b[1m1'],
  ['"姓名"', '姓名'],
  ['"姓名：张伟"', '姓名：张伟'],
  ['"王"', '王'],
  ['"路1号"', '路1号'],
  ['"省市区县"', '省市区县'],
  ['"密码:"', '密码:'],
  ['"password="', 'password='],
  ['"绝密★"', '绝密★'],
  ['plate heads "京A"', '京A'],
  ['codes "A1"', 'A1'],
  ['"E1234567"', 'E1234567'],
  ['"O1l0"', 'O1l0'],
  ['name at host', 'name at host '],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['"|"', '|'],
  ['Markdown rows', '|1|3|8\n'],
  ['open quotes in CSV', '"1,'],
  ['"-"', '-'],
];

/** Texts of 102,400 characters that somebody made to hold an engine up, or that happen to. Seeded. */
export function makeHostileTexts(): readonly (readonly [name: string, text: string])[] {
  const random = createRandom(7);
  return [
    ['base64 of noise', base64(random.digits(HOSTILE_LENGTH)).slice(0, HOSTILE_LENGTH)],
    ['base64 of mobiles', base64(fill('13800138000,')).slice(0, HOSTILE_LENGTH)],
    ['nested base64', nestedBase64()],
    ['random digits', random.digits(HOSTILE_LENGTH)],
    ...REPEATED.map(([name, unit]) => [name, fill(unit)] as const),
    ['resident IDs', join(() => `${MAKERS['cn-resident-id'](random)},`)],
    ['one long line of CSV', join(() => `${random.digits(11)},${random.digits(5)},张伟,`)],
    [
      'CSV of customers',
      join((row) =>
        row === 0
          ? '姓名,手机号,身份证号,地址\n'
          : `张伟,${MAKERS['cn-mobile'](random)},${MAKERS['cn-resident-id'](random)},北京市朝阳区建国路${row}号\n`,
      ),
    ],
    ['many short lines', join(() => `${random.digits(3)}\n`)],
    [
      'aligned numbers',
      join(() => `${random.digits(4)}  ${random.digits(4)}  ${random.digits(4)}\n`),
    ],
    ['deep HTML table', fill('<table><tr><td>')],
    ['HTML cells of one digit', `<table>${fill('<tr><td>1</td><td>3</td></tr>')}`],
    ['wide TSV', join((row) => `手机${row}\t`)],
  ];
}
