/** Columns of business exports: headers as systems and clerks name them, in Chinese, English and initials. */
import { asOptional, decoy, type Part } from './piece.ts';
import type { Fill } from './fill.ts';
import type { Column } from './tables.ts';
import * as looks from './values/look-alikes.ts';
import { token } from './values/words.ts';

const HEADERS = {
  name: [
    '姓名',
    '客户姓名',
    '客户名称',
    '用户姓名',
    '联系人',
    '收件人',
    'name',
    'customer_name',
    'full_name',
    'xm',
  ],
  staffName: ['姓名', '员工姓名', 'name'],
  mobile: [
    '手机号',
    '手机号码',
    '联系电话',
    '移动电话',
    '手机',
    'mobile',
    'phone',
    'mobile_no',
    'phone_number',
    'sjh',
  ],
  landline: ['固定电话', '座机', '家庭电话', '办公电话', 'tel', 'landline'],
  residentId: [
    '身份证号',
    '身份证号码',
    '证件号码',
    '居民身份证',
    'id_card',
    'id_no',
    'idNumber',
    'sfzh',
  ],
  card: [
    '银行卡号',
    '卡号',
    '收款账号',
    '工资卡号',
    '还款卡号',
    'bank_card',
    'card_no',
    'cardNumber',
    'yhkh',
  ],
  email: ['邮箱', '电子邮箱', '电子邮件', 'E-mail', 'email', 'mail'],
  address: [
    '地址',
    '联系地址',
    '家庭住址',
    '收货地址',
    '通讯地址',
    '装机地址',
    'address',
    'home_address',
    'dz',
  ],
  plate: ['车牌号', '车牌', '号牌号码', 'plate_no'],
  uscc: ['统一社会信用代码', '信用代码', '纳税人识别号', 'uscc', 'credit_code'],
  imei: ['IMEI', '终端串号', '手机串号', 'imei'],
  imsi: ['IMSI', 'imsi'],
  iccid: ['ICCID', 'SIM卡号', 'iccid'],
  iot: ['物联网卡号', '物联卡号', 'IoT卡号码', 'MSISDN'],
  passport: ['护照号', '护照号码', 'passport_no', 'Passport'],
  customerNumber: ['客户号', '客户编号', 'customer_no'],
} as const;

export type ColumnName = keyof typeof HEADERS;

/** A column of findings. */
export function columnOf(fill: Fill, name: ColumnName): Column {
  const maker = name === 'staffName' ? 'name' : name;
  return { header: fill.pick(HEADERS[name]), cell: () => fill[maker]() };
}

export const HARMLESS = {
  order: ['订单号', '订单编号', '业务流水号', 'order_no', 'ddh'],
  date: ['日期', '开户日期', '办理时间', '登记日期', 'created_at', 'date'],
  amount: ['金额', '余额(元)', '消费金额', '应付金额', 'amount', 'balance'],
  level: ['等级', '客户星级', '状态', 'level', 'status'],
  serial: ['序号', '编号', 'No.', 'id', 'xh'],
  city: ['城市', '归属地', '所属地市', 'city'],
  plan: ['套餐', '产品', '业务类型', 'plan'],
  remark: ['备注', '说明', 'remark'],
  likeMobile: ['订单号', '流水号', '物料编码', '设备编号', '工单号', '批次号', 'sku'],
  likeCard: ['交易流水号', '支付单号', '快递单号', '参考号', 'trace_no', '凭证号'],
  timestamp: ['时间戳', 'timestamp', 'ts', '更新时间戳'],
  hash: ['摘要', 'md5', 'digest', 'token'],
} as const;
export type HarmlessName = keyof typeof HARMLESS;

/** A column that holds no customer data, however it may look. */
export function harmlessColumn(fill: Fill, name: HarmlessName): Column {
  const { random } = fill;
  let row = 0;
  const cell: Readonly<Record<HarmlessName, () => Part>> = {
    order: () => decoy(fill.orderNumber()),
    date: () => (fill.once(2) ? fill.day() : fill.stamp()),
    amount: () => decoy(fill.amount()),
    level: () => fill.pick(['A', 'B', 'VIP', '三星', '正常', '已停机', '待审核']),
    serial: () => ++row,
    city: () => fill.city(),
    plan: () => fill.plan(),
    remark: () => fill.pick(['', '已回访', '需加急', '无', '老客户', '二次来电', 'ok']),
    likeMobile: () => decoy(looks.likeMobile(random)),
    likeCard: () => decoy(looks.likeCard(random)),
    timestamp: () => decoy(`${fill.int(1_580_000_000, 1_790_000_000)}${fill.digits(3)}`),
    hash: () => decoy(token(random, 32, Array.from('0123456789abcdef'))),
  };
  return { header: fill.pick(HARMLESS[name]), cell: cell[name] };
}

/** A column whose findings nobody is asked for. */
export function uncertain(column: Column): Column {
  return {
    header: column.header,
    cell: () => {
      const part = column.cell();
      return typeof part === 'object' ? asOptional(part) : part;
    },
  };
}
