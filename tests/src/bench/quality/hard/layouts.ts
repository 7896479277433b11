/** Findings that only their layout names: tables, keys of data formats, forms, mail headers. */
import { columnOf, harmlessColumn } from '../columns.ts';
import { valueOf } from '../fields.ts';
import { exact, type Fill } from '../fill.ts';
import { asOptional, decoy, join, labelled, type Piece, t } from '../piece.ts';
import { layOut } from '../tables.ts';
import { mixedTable } from '../texts/exports.ts';
import type { Kind } from '../texts/template.ts';
import * as looks from '../values/look-alikes.ts';
import * as numbers from '../values/numbers.ts';

const tables: Kind = {
  id: 'table-with-headers',
  prose: false,
  templates: [
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'markdown', 'html', 'aligned']),
        ['passport', 'mobile'],
        ['likeMobile', 'amount'],
        f.int(2, 8),
      ),
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'markdown', 'html']),
        ['imei', 'imsi', 'iccid'],
        ['timestamp'],
        f.int(2, 8),
      ),
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'markdown', 'html', 'aligned']),
        ['mobile'],
        ['likeMobile', 'likeCard', 'timestamp'],
        f.int(2, 8),
      ),
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'markdown']),
        ['card', 'name'],
        ['likeCard', 'hash'],
        f.int(2, 8),
      ),
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'html', 'aligned']),
        ['iot', 'iccid'],
        ['timestamp', 'level'],
        f.int(2, 8),
      ),
    (f) =>
      mixedTable(
        f,
        f.pick(['tsv', 'markdown', 'aligned']),
        ['landline', 'address', 'name'],
        ['order', 'remark'],
        f.int(2, 8),
      ),
    (f) => {
      const columns = [
        columnOf(f, 'mobile'),
        columnOf(f, 'residentId'),
        harmlessColumn(f, 'amount'),
      ];
      const { text, ...table } = layOut(f, f.pick(['csv', 'tsv']), columns, f.int(2, 6));
      return { text: text.trimEnd(), ...table };
    },
  ],
};

const JSON_KEYS = {
  mobile: [
    'mobile',
    'phoneNumber',
    'userPhone',
    'contact_mobile',
    'sjh',
    'sjhm',
    'lxdh',
    'shouji',
    'tel_no',
    'customerMobile',
    'phone_no',
  ],
  residentId: [
    'idCard',
    'id_card_no',
    'certNo',
    'sfzh',
    'sfzhm',
    'zjhm',
    'identityNumber',
    'idNo',
    'shenfenzheng',
  ],
  card: ['bankCard', 'card_no', 'bankAccount', 'yhkh', 'yhzh', 'kahao', 'payCardNo', 'acct_no'],
  email: ['email', 'mailAddress', 'user_email', 'dzyx', 'yx'],
  name: ['xm', 'name', 'userName', 'custName', 'khxm', 'real_name', 'xingming'],
  address: ['dz', 'address', 'homeAddr', 'lxdz', 'txdz', 'receiver_address'],
} as const;
type Key = keyof typeof JSON_KEYS;

function pairs(fill: Fill): readonly [string, Piece][] {
  const names = (Object.keys(JSON_KEYS) as Key[]).filter(() => fill.once(2));
  const chosen: readonly Key[] = names.length > 0 ? names : ['mobile'];
  return chosen.map((name) => [fill.pick(JSON_KEYS[name]), valueOf(fill, name)]);
}

const keys: Kind = {
  id: 'keys',
  prose: false,
  templates: [
    (f) =>
      t`{${join(
        pairs(f).map(([key, value]) => t`"${key}":"${value}"`),
        ',',
      )},"orderNo":"${decoy(looks.likeMobile(f.random))}"}`,
    (f) =>
      join(
        pairs(f).map(([key, value]) => t`${key}: ${value}`),
        '\n',
      ),
    (f) =>
      t`<customer>\n${join(
        pairs(f).map(([key, value]) => t`  <${key}>${value}</${key}>`),
        '\n',
      )}\n</customer>`,
    (f) =>
      t`SELECT * FROM kh WHERE ${join(
        pairs(f).map(([key, value]) => t`${key} = '${value}'`),
        ' AND ',
      )};`,
    (f) =>
      join(
        pairs(f).map(([key, value]) => t`${key}=${value}`),
        '&',
      ),
    (f) =>
      t`export default { ${join(
        pairs(f).map(([key, value]) => t`${key}: '${value}'`),
        ', ',
      )} };`,
    (f) =>
      t`https://crm.example.com/user/query?ts=${decoy(`17${f.digits(11)}`)}&mobile=${exact('cn-mobile', numbers.mobileNumber(f.random))}&idNo=${f.residentId()}`,
    (f) => t`name="mobile" value="${f.mobile()}" placeholder="请输入手机号"`,
  ],
};

const scanned: Kind = {
  id: 'forms-and-scans',
  prose: true,
  templates: [
    (f) => t`姓 名:${f.name()}\n身 份 证 号:${f.residentId()}\n手 机:${f.mobile()}`,
    (f) => t`姓名:__${f.name()}__ 电话:__${f.mobile()}__ 身份证号:__${f.residentId()}__`,
    (f) =>
      t`姓名 ${f.name()}\n性别 ${f.pick(['男', '女'])} 民族 汉\n出生 ${f.chineseDay()}\n住址 ${f.address()}\n公民身份号码 ${f.residentId()}`,
    (f) => t`[姓名]${f.name()}[手机]${f.mobile()}[地址]${f.address()}`,
    (f) => t`*收货人:${f.name()}\n*手机号码:${f.mobile()}\n*详细地址:${f.address()}`,
    (f) => t`户名:${f.name()}\n账号:${f.card()}\n开户行:${f.bank()}`,
  ],
};

const mailForms: Kind = {
  id: 'mail-forms',
  prose: false,
  templates: [
    (f) => t`"${asOptional(f.name())}" <${f.email()}>`,
    (f) => t`<a href="mailto:${f.email()}">写信给我</a>`,
    (f) => t`邮箱是${f.email()}。`,
    (f) => t`${exact('email', `li.na+bill${f.digits(2)}@gmail.com`)},${f.email()}`,
    (f) =>
      t`Contact ${f.email()}, or ${exact('email', `ZHANG.WEI@${f.pick(['HUAXIN.COM.CN', 'Bluebay.cn'])}`)}.`,
    (f) => t`[${f.email()}](${asOptional(f.email())})`,
    (f) =>
      t`git commit --author="${asOptional(labelled('person-name', 'Wang Fang', 'Wang Fang'))} <${f.email()}>"`,
  ],
};

export const HARD_LAYOUTS: readonly Kind[] = [tables, keys, scanned, mailForms];
