/** Lists that systems export: customers in all layouts, staff. */
import {
  columnOf,
  type ColumnName,
  harmlessColumn,
  type HarmlessName,
  uncertain,
} from '../columns.ts';
import type { Fill } from '../fill.ts';
import { t } from '../piece.ts';
import { type Layout, layOut } from '../tables.ts';
import type { Kind, Template } from './template.ts';

const CUSTOMER_SETS: readonly (readonly ColumnName[])[] = [
  ['name', 'mobile', 'residentId'],
  ['name', 'mobile', 'address'],
  ['customerNumber', 'name', 'mobile', 'residentId', 'card', 'address'],
  ['name', 'residentId', 'card', 'email'],
  ['mobile', 'email'],
  ['name', 'landline', 'mobile', 'address'],
  ['customerNumber', 'mobile', 'plate'],
  ['name', 'passport', 'mobile'],
];
const DEVICE_SETS: readonly (readonly ColumnName[])[] = [
  ['mobile', 'imei', 'imsi', 'iccid'],
  ['iccid', 'iot'],
  ['mobile', 'iccid'],
  ['imei', 'mobile'],
];
const HARMLESS: readonly HarmlessName[] = [
  'order',
  'date',
  'amount',
  'level',
  'serial',
  'city',
  'plan',
  'remark',
];

/** Found columns among harmless ones, in any order but a running number first. */
export function mixedTable(
  fill: Fill,
  layout: Layout,
  names: readonly ColumnName[],
  harmless: readonly HarmlessName[],
  rows: number,
): ReturnType<typeof layOut> {
  const columns = [
    ...names.map((name) => columnOf(fill, name)),
    ...harmless.map((name) => harmlessColumn(fill, name)),
  ];
  for (let at = columns.length - 1; at > 0; at--) {
    const other = fill.int(0, at);
    const [a, b] = [columns[at], columns[other]];
    if (a && b) [columns[at], columns[other]] = [b, a];
  }
  return layOut(fill, layout, columns, rows);
}

function someHarmless(fill: Fill): readonly HarmlessName[] {
  const first = fill.int(0, HARMLESS.length - 1);
  const second = fill.int(0, HARMLESS.length - 1);
  return HARMLESS.filter((_, at) => at === first || at === second);
}

function customers(layout: Layout): Template {
  return (fill) =>
    mixedTable(fill, layout, fill.pick(CUSTOMER_SETS), someHarmless(fill), fill.int(2, 12));
}

const TITLES = ['客户明细', '导出结果', '拜访名单', '到期客户清单', '投放人群包', '存量用户'];

const crm: Kind = {
  id: 'crm-export',
  prose: false,
  templates: [
    customers('csv'),
    customers('csv'),
    customers('tsv'),
    customers('markdown'),
    customers('html'),
    customers('aligned'),
    customers('semicolons'),
    (f) =>
      mixedTable(
        f,
        f.pick(['csv', 'tsv', 'markdown']),
        f.pick(DEVICE_SETS),
        someHarmless(f),
        f.int(2, 8),
      ),
    (f) =>
      layOut(
        f,
        f.pick(['csv', 'tsv', 'markdown', 'aligned']),
        [
          { header: '企业名称', cell: () => f.company() },
          columnOf(f, 'uscc'),
          columnOf(f, 'landline'),
          harmlessColumn(f, 'date'),
        ],
        f.int(2, 8),
      ),
    (f) =>
      t`${f.pick(TITLES)}(${f.day()} 共${f.int(3, 900)}户)\n${customers(f.pick(['markdown', 'aligned', 'tsv']))(f)}`,
  ],
};

const roster: Kind = {
  id: 'hr-roster',
  prose: false,
  templates: [
    (f) =>
      layOut(
        f,
        f.pick(['csv', 'tsv', 'aligned', 'markdown', 'html']),
        [
          { header: '工号', cell: () => f.staffNumber() },
          columnOf(f, 'staffName'),
          { header: '部门', cell: () => f.department() },
          { header: '岗位', cell: () => f.job() },
          columnOf(f, 'mobile'),
          columnOf(f, 'residentId'),
        ],
        f.int(3, 12),
      ),
    (f) =>
      layOut(
        f,
        f.pick(['csv', 'tsv', 'markdown']),
        [
          columnOf(f, 'staffName'),
          columnOf(f, 'card'),
          { header: '开户行', cell: () => f.bank() },
          harmlessColumn(f, 'amount'),
        ],
        f.int(3, 12),
      ),
    (f) =>
      t`员工档案\n姓名:${f.name()}\n工号:${f.staffNumber()}\n部门:${f.department()}  岗位:${f.job()}\n身份证号:${f.residentId()}\n手机:${f.mobile()}\n邮箱:${f.email()}\n家庭住址:${f.address()}\n工资卡号:${f.card()}\n入职日期:${f.day()}`,
    (f) =>
      layOut(
        f,
        f.pick(['csv', 'tsv', 'html']),
        [
          harmlessColumn(f, 'serial'),
          columnOf(f, 'staffName'),
          { header: '分机', cell: () => f.int(2001, 8999) },
          columnOf(f, 'email'),
          uncertain(columnOf(f, 'address')),
        ],
        f.int(3, 10),
      ),
  ],
};

export const EXPORT_KINDS: readonly Kind[] = [crm, roster];
