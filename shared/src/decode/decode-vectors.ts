/** Disguised texts and what they read. All values are made. */
import type { Evasion } from '../contracts/vocabulary.ts';
import { foldUnit } from '../detection/char-table.ts';

export interface DecodeVector {
  readonly evasion: Evasion;
  readonly text: string;
  /** Stands in the view. */
  readonly reads: string;
  /** The part of `text` that `reads` came from. */
  readonly from: string;
}

/** Where the triggers start, as the engine finds them: any case, any width. */
export function findHits(text: string, triggers: readonly string[]): number[] {
  let folded = '';
  for (let index = 0; index < text.length; index++)
    folded += String.fromCharCode(foldUnit(text.charCodeAt(index)));
  const hits = new Set<number>();
  for (const trigger of triggers)
    for (let at = folded.indexOf(trigger); at >= 0; at = folded.indexOf(trigger, at + 1))
      hits.add(at);
  return [...hits].sort((left, right) => left - right);
}

function disguised(evasion: Evasion) {
  return (text: string, reads: string, from = text): DecodeVector => ({
    evasion,
    text,
    reads,
    from,
  });
}

const MOBILE = '13800138000';
const ID = '11010519491231002X';
const CARD = '6222021234567890128';

const markup = disguised('markup');
const entity = disguised('entities');
const url = disguised('url-encoding');
const escape = disguised('escapes');
const quoted = disguised('quoted-printable');
const base64 = disguised('base64');
const utf7 = disguised('utf-7');
const hex = disguised('hex');
const scientific = disguised('scientific');
const address = disguised('spelled-address');
const look = disguised('look-alike-letters');
const words = disguised('number-words');
const joined = disguised('concatenation');
const filler = disguised('filler');
const reversed = disguised('reversed');

/** Unit by unit. */
function each(value: string, write: (unit: string) => string): string {
  return Array.from(value, write).join('');
}

export const DECODE_VECTORS: readonly DecodeVector[] = [
  markup('电话<b>138</b>0013<i class="x">8000</i>。', MOBILE, '138</b>0013<i class="x">8000'),
  markup(
    each(MOBILE, (unit) => `<span style="color:red">${unit}</span>`),
    MOBILE,
    each(MOBILE, (unit) => `<span style="color:red">${unit}</span>`).slice(24, -7),
  ),
  markup('138<!-- note -->0013<!---->8000', MOBILE),
  markup('138<wbr/>0013<BR>8000', '1380013\n8000'),
  markup(
    '<tr>\n  <th>姓名</th>\n  <th>手机号</th>\n</tr>\n<tr>\n <td>张三</td>\n <td>13800138000</td>\n</tr>',
    '姓名\t手机号\n张三\t13800138000',
    '姓名</th>\n  <th>手机号</th>\n</tr>\n<tr>\n <td>张三</td>\n <td>13800138000',
  ),
  markup(
    '<table><tr><td><p>张三</p></td><td>138\n0013</td></tr></table>',
    ' 张三 \t138 0013',
    '<p>张三</p></td><td>138\n0013',
  ),
  markup(
    '<tr><td>&nbsp;李四&nbsp;</td><td>1</td></tr>',
    '\u00a0李四\u00a0\t1',
    '&nbsp;李四&nbsp;</td><td>1',
  ),
  markup(
    '<div title="a > b">13800138000</div>',
    '\n13800138000\n',
    '<div title="a > b">13800138000</div>',
  ),
  markup('<![CDATA[138]]>0013<![CDATA[8000]]>', MOBILE, '138]]>0013<![CDATA[8000'),
  markup('138<x-a>0013</x-a>8000', '138 0013 8000'),
  markup(
    '<script>var tel="13800138000"</script>',
    'var tel="13800138000"',
    'var tel="13800138000"',
  ),
  markup('138**0013**8000', MOBILE),
  markup('**138**00138000', MOBILE, '138**00138000'),
  markup('1*3*8*0*0*1*3*8*0*0*0', MOBILE),
  markup('`138``0013``8000`', MOBILE, '138``0013``8000'),
  markup('***110105***19491231002X', ID.slice(0, 17), '110105***19491231002'),
  markup(
    '\u001b[31m138\u001b[0m0013\u001b[1;32m8000\u001b[m',
    MOBILE,
    '138\u001b[0m0013\u001b[1;32m8000',
  ),
  markup('138\u001b]8;;http://x\u00070013\u001b]8;;\u001b\\8000', MOBILE),
  markup('138\u009b31m0013\\e[0m8000', MOBILE),

  entity(
    each(MOBILE, (unit) => `&#${unit.charCodeAt(0)};`),
    MOBILE,
  ),
  entity(
    each(MOBILE, (unit) => `&#x${unit.charCodeAt(0).toString(16)};`),
    MOBILE,
  ),
  entity('&#49&#51&#56&#48', '1380'),
  entity('手机&#49;38&#0048;013&#X38;000', MOBILE, '&#49;38&#0048;013&#X38;000'),
  entity('138&nbsp;0013&ensp;8000', '138\u00a00013 8000'),
  entity('138&shy;0013&zwnj;8000', MOBILE),
  entity('zhang&commat;qq&period;com', 'zhang@qq.com'),
  entity('&amp;#49;&amp;#51;&amp;amp;#56;', '138'),
  entity('＆＃４９；＆＃５１；', '13'),
  entity('&#25163;&#26426;', '手机'),
  entity('1&lt;b&gt;3', '1<b>3'),

  url(
    each(MOBILE, (unit) => `%${unit.charCodeAt(0).toString(16)}`),
    MOBILE,
  ),
  url('tel=%31%338%30%3013%38000', MOBILE, '%31%338%30%3013%38000'),
  url('%E6%89%8B%E6%9C%BA=138', '手机', '%E6%89%8B%E6%9C%BA'),
  url('%CA%D6%BB%FA', '手机'),
  url('%E5%BC%A0+%E4%B8%89', '张 三'),
  url('zhang%40qq.com', 'zhang@qq.com'),
  url('138%2D0013%208000', '138-0013 8000'),
  url('%u624B%u673A', '手机'),
  url('%2531%2533', '%31%33'),

  escape('\\u0031\\u0033\\u0038', '138'),
  escape('\\u{31}\\u{0033}', '13'),
  escape('\\U00000031\\U00000033', '13'),
  escape('\\x31\\x33\\x38', '138'),
  escape('\\061\\063\\070', '138'),
  escape('1\\638\\060\\060138000', MOBILE),
  escape('\\\\u0031\\\\u0033', '13'),
  escape('"\\u624b\\u673a": 1', '手机', '\\u624b\\u673a'),
  escape('\\ud835\\udfcf', '\ud835\udfcf'),
  escape('\\xe6\\x89\\x8b', '手'),
  escape('\\xca\\xd6\\xbb\\xfa', '手机'),
  escape('\\x1b[31m', '\u001b[31m'),
  escape('\\033[31m', '\u001b[31m'),
  escape('U+0031U+0033', '13'),

  quoted(
    each(MOBILE, (unit) => `=${unit.charCodeAt(0).toString(16)}`),
    MOBILE,
  ),
  quoted('138001=\r\n38000', MOBILE),
  quoted('=E6=89=8B=E6=9C=BA', '手机'),
  quoted('=CA=D6=BB=FA', '手机'),
  quoted('=E6=89=\n=8B', '手'),
  quoted('=31=33=38=\r\n=30=30', '13800'),
  quoted('zhang=40qq.com', 'zhang@qq.com'),

  base64('MTM4MDAxMzgwMDA=', MOBILE),
  base64('客户MTM4MDAxMzgwMDA的号码', MOBILE, 'MTM4MDAxMzgwMDA'),
  base64('id=MTEwMTA1MTk0OTEyMzEwMDJY&x=1', ID, 'MTEwMTA1MTk0OTEyMzEwMDJY'),
  base64('api/user/MTM4MDAxMzgwMDA=', MOBILE, 'MTM4MDAxMzgwMDA='),
  base64('5omL5py65Y+3OjEzODAwMTM4MDAw', `手机号:${MOBILE}`),
  base64('5omL5py65Y-3OjEzODAwMTM4MDAw', `手机号:${MOBILE}`),
  base64('ytbQ+LrFOjEzODAwMTM4MDAw', MOBILE, 'OjEzODAwMTM4MDAw'.slice(1)),
  base64('MQAzADgAMAAwADEAMwA4ADAAMAAwAA==', MOBILE),
  base64('ADEAMwA4ADAAMAAxADMAOAAwADAAMA==', MOBILE),
  base64('TVRNNE1EQXhNemd3TURBPQ==', 'MTM4MDAxMzgwMDA='),

  utf7('+YktnOg-13800138000', '手机13800138000', '+YktnOg-13800138000'),
  utf7('+ADEAMwA4-', '138'),

  hex('3133383030313338303030', MOBILE),
  hex(
    'tel=0x31 0x33 0x38 0x30 0x30 0x31 0x33 0x38 0x30 0x30 0x30',
    MOBILE,
    '0x31 0x33 0x38 0x30 0x30 0x31 0x33 0x38 0x30 0x30 0x30',
  ),
  hex(
    '{0x31, 0x33, 0x38, 0x30, 0x30, 0x31, 0x33}',
    '1380013',
    '0x31, 0x33, 0x38, 0x30, 0x30, 0x31, 0x33',
  ),
  hex('号码 31 33 38 30 30 31 33 38 30 30 30。', MOBILE, '31 33 38 30 30 31 33 38 30 30 30'),
  hex('31:33:38:30:30:31:33:38:30:30:30', MOBILE),
  hex('e6898be69cba3133383030313338303030', `手机${MOBILE}`),

  scientific('1.3800138E10', MOBILE),
  scientific('1.3800138000E+10', MOBILE),
  scientific('1.38001380001E10', MOBILE),
  scientific('6.222021234567890128E+18', CARD),
  scientific('1.3800138×10^10', MOBILE),
  scientific('1.3800138e+010', MOBILE),

  address('zhang at qq dot com', 'zhang@qq.com'),
  address('zhang(at)qq.com', 'zhang@qq.com'),
  address(
    '联系zhang.san[at]company[dot]com[dot]cn',
    'zhang.san@company.com.cn',
    'zhang.san[at]company[dot]com[dot]cn',
  ),
  address('zhangsan#qq.com', 'zhangsan@qq.com'),
  address('10001#qq.com', '10001@qq.com'),
  address('zhang AT corp DOT cn', 'zhang@corp.cn'),
  address('zhang@qq点com', 'zhang@qq.com'),
  address('ｚｈａｎｇ＠qq.com', 'zhang@qq.com'),
  address('zhang艾特qq.com', 'zhang@qq.com'),
  address('zhang@ qq . com', 'zhang@qq.com'),
  address('zhang @ qq.com', 'zhang@qq.com'),
  address('邮箱 wang at example.com', 'wang@example.com', 'wang at example.com'),
  address('zhang_at_qq_dot_com', 'zhang@qq.com'),
  address('zhang@qq。com', 'zhang@qq.com'),
  address('zhang(a)163.com', 'zhang@163.com'),

  look('l38OOl38OOO', MOBILE),
  look('138OO138OOO', MOBILE),
  look('138-OO13-8OOO', '138-0013-8000'),
  look('l38 OOl3 8OOO', '138 0013 8000'),
  look('I38oo138ooo', MOBILE),
  look('电话：138〇〇l38〇〇〇', MOBILE, '138〇〇l38〇〇〇'),
  look('11O1O51949123lOO2X', ID, '11O1O51949123lOO2X'),
  look('62220Z1Z34S6789O1Z8', '6222021234567890128'.replace('4567', '4567'), '62220Z1Z34S6789O1Z8'),

  words('yao san ba ling ling yao san ba ling ling ling', MOBILE),
  words('yisanbalinglingyisanbalinglingling', MOBILE),
  words('one three eight zero zero one three eight zero zero zero', MOBILE),
  words('one-three-eight-double zero-one-three-eight-triple zero', MOBILE),
  words(
    '手机yao三'.replace('三', 'san') + '八'.replace('八', 'ba') + 'dongdongyaosanbadongdongdong',
    MOBILE,
    'yaosanbadongdongyaosanbadongdongdong',
  ),
  words('One Three Eight 0013 Eight Oh Oh Oh', MOBILE),
  words('yi,san,ba,ling,ling,yi,san', '1,3,8,0,0,1,3'),

  joined('"138"+"0013"+"8000"', MOBILE, '138"+"0013"+"8000'),
  joined("'138' . '0013' . '8000'", MOBILE, "138' . '0013' . '8000"),
  joined('="138" & "0013" & "8000"', MOBILE, '138" & "0013" & "8000'),
  joined('CONCAT("138","0013","8000")', MOBILE, '138","0013","8000'),
  joined("select '138' || '0013' || '8000'", MOBILE, "138' || '0013' || '8000"),
  joined('"138" "0013" "8000"', MOBILE, '138" "0013" "8000'),
  joined('["1","3","8","0","0","1","3"].join("")', '1380013', '1","3","8","0","0","1","3'),
  joined("`138${'0013'}8000`", MOBILE, "138${'0013'}8000"),
  joined('"138" +\n      "00138000"', MOBILE, '138" +\n      "00138000'),
  joined('“138”+“0013”+“8000”', MOBILE, '138”+“0013”+“8000'),

  filler('138哈0013哈8000', MOBILE),
  filler(
    each(MOBILE, (unit) => `${unit}😀`),
    MOBILE,
    each(MOBILE, (unit) => `${unit}😀`).slice(0, -2),
  ),
  filler('1😀3😁8😂0😀0😁1😂3😀8😁0😂0😀0', MOBILE),
  filler('13a80a01a38a000', MOBILE),
  filler('138#0013#8000', MOBILE),
  filler('110105呀19491231呀002X', ID.slice(0, 17), '110105呀19491231呀002'),
  filler('我的号是138你好0013你好8000', MOBILE, '138你好0013你好8000'),
  filler('1⭐3⭐8⭐00138000', MOBILE),

  reversed('倒序：00083100831', MOBILE, '00083100831'),
  reversed('00083100831 (reversed)', MOBILE, '00083100831'),
  reversed('X20013219491501011', ID),
  reversed('反过来念 000-8310-0831', MOBILE, '000-8310-0831'),
];

/** Texts that read the same however one looks at them: no view of any kind. */
export const PLAIN_TEXTS: readonly string[] = [
  '138****5678',
  '138**5678',
  '138 **** 5678, 139****0001',
  '622202*********0128',
  '6222 0212 **** 0128',
  '110105********002X',
  '1101051949****002X',
  '张*三 z***n@qq.com',
  '138-xxxx-5678 138XXXX5678',
  '客户电话 13800138000，邮箱 zhang.san@example.com，身份证 11010519491231002X。',
  '2024年1月15日 13时45分30秒，共1380元，3号楼2单元1201室',
  'look at example.com and visit us at the office',
  'if (a < b && c > d) return a <b;',
  'createCharTable(unitClasses, normalizeDigits) // handsomeIdentifierNames',
  '550e8400-e29b-41d4-a716-446655440000 d41d8cd98f00b204e9800998ecf8427e',
  '/usr/local/lib/node_modules/typescript/lib/typescript.js',
  'B08N5WRWNW SN-1O2O3O4 iPhone15Pro',
  '1920x1080x60 100x200x300 1.5E3 3.2e10 1.38E+10',
  'https://example.com/a?x=35&y=%2Fhome%2Fuser#top',
  'I have one question and two or three answers; calling the building',
  '12,345,678 1,000,000 2024-01-15,10:30:00',
  'C:\\01\\new\\users\\x.txt \\d+ \\w',
  'a+b, i+j-1, +8613800138000',
  'var s = "a" + "b"; log("x" , "1");',
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoH',
  'C# 9.0, issue#12, page.html#section, #fff000',
  '| 395 | 335 | one regex | 309-340 | 78 | yes | 13 | 78 |',
  '1月2日3月4日5月6日7月8日',
  '{"a":"b","c":["d","e"]}',
];
