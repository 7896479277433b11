/** Labelled fields as forms, tickets and mails have them. */
import type { Fill } from './fill.ts';
import { join, type Piece, t } from './piece.ts';

const NAMES = {
  name: [
    '姓名',
    '客户姓名',
    '联系人',
    '申请人',
    '用户姓名',
    '户主',
    '投诉人',
    '机主姓名',
    '经办人',
  ],
  mobile: [
    '手机号',
    '手机',
    '手机号码',
    '联系电话',
    '电话',
    '联系方式',
    '移动电话',
    '本人电话',
    '预留手机号',
    '回访号码',
  ],
  landline: ['固定电话', '座机', '办公电话', '家庭电话', '联系电话', '电话', '固话'],
  residentId: [
    '身份证号',
    '身份证',
    '身份证号码',
    '证件号码',
    '证件号',
    '公民身份号码',
    '居民身份证号码',
  ],
  card: [
    '银行卡号',
    '卡号',
    '收款账号',
    '工资卡',
    '还款账户',
    '储蓄卡号',
    '银行账号',
    '借记卡号',
    '扣款卡号',
  ],
  email: ['邮箱', '电子邮箱', 'E-mail', 'Email', '电子邮件', '邮件地址'],
  address: ['地址', '住址', '联系地址', '家庭住址', '通讯地址', '现住址', '通信地址'],
  imei: ['IMEI', '手机串号', 'IMEI号', '终端IMEI', '设备串号(IMEI)'],
  imsi: ['IMSI', 'IMSI号', '用户IMSI'],
  iccid: ['ICCID', 'SIM卡号', '卡片ICCID', 'SIM卡ICCID', 'eSIM ICCID'],
  uscc: [
    '统一社会信用代码',
    '信用代码',
    '社会信用代码',
    '纳税人识别号',
    '税号',
    '统一社会信用代码(税号)',
  ],
  passport: ['护照号', '护照号码', '护照', 'Passport No.', '因私护照号'],
  plate: ['车牌号', '车牌', '车牌号码', '号牌号码', '车辆号牌'],
  iot: ['物联网卡号', '物联卡号码', '物联网号码', 'IoT卡号'],
  customerNumber: ['客户号', '客户编号'],
  broadband: ['宽带账号', '宽带帐号'],
  contractNumber: ['合同编号', '合同号'],
  password: [
    '密码',
    '初始密码',
    '登录密码',
    '临时密码',
    '口令',
    'password',
    'Password',
    '服务密码',
  ],
} as const;
export type FieldName = keyof typeof NAMES;

const ENGLISH: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  mobile: ['Mobile', 'Phone', 'Contact number', 'Cell', 'Mobile phone', 'Tel'],
  residentId: ['ID number', 'ID card', 'National ID', 'Resident ID', 'ID No.'],
  card: ['Bank card', 'Card number', 'Account (card)', 'Debit card', 'Payout card'],
  email: ['Email', 'E-mail', 'Mail'],
  imei: ['IMEI', 'Device IMEI'],
  iccid: ['ICCID', 'SIM ICCID'],
  imsi: ['IMSI'],
  passport: ['Passport', 'Passport No.', 'Passport number'],
  plate: ['Plate', 'License plate'],
  password: ['Password', 'password', 'Initial password', 'passwd'],
  landline: ['Tel', 'Telephone', 'Office phone', 'Landline'],
  uscc: ['Unified Social Credit Code', 'USCC', 'Credit code'],
};

/** The bare value that belongs to a field. */
export function valueOf(fill: Fill, name: FieldName): Piece {
  return fill[name]();
}

const PERMITS = {
  'home-return': ['回乡证', '回乡证号', '港澳居民来往内地通行证', '回乡证号码'],
  'hong-kong-macao': ['港澳通行证', '往来港澳通行证', '港澳通行证号', '往来港澳通行证号码'],
  taiwan: ['台胞证', '台胞证号', '台湾居民来往大陆通行证', '台胞证号码'],
} as const;

export function permitField(fill: Fill, separator = ':'): Piece {
  const kind = fill.pick(['home-return', 'hong-kong-macao', 'taiwan'] as const);
  return t`${fill.pick(PERMITS[kind])}${separator}${fill.permit(kind)}`;
}

export function field(fill: Fill, name: FieldName): Piece {
  const colon = fill.pick([':', ':', ':', ': ', ' : ', '', ' ']);
  const label = fill.pick(NAMES[name]);
  const space = colon === '' && /[A-Za-z.]$/.test(label) ? ' ' : '';
  return t`${label}${name === 'password' || name === 'name' ? ':' : colon}${space}${valueOf(fill, name)}`;
}

export function englishField(fill: Fill, name: FieldName): Piece {
  const label = fill.pick(ENGLISH[name] ?? NAMES[name]);
  return t`${label}${fill.pick([': ', ': ', ' - ', ' = '])}${valueOf(fill, name)}`;
}

/** Fields one below the other, or in one line. */
export function sheet(fill: Fill, names: readonly FieldName[], separator?: string): Piece {
  const between = separator ?? fill.pick(['\n', '\n', ',', ';', '  ', '\n- ', ' | ']);
  return join(
    names.map((name) => field(fill, name)),
    between,
  );
}

const SETS: readonly (readonly FieldName[])[] = [
  ['name', 'mobile'],
  ['name', 'mobile', 'residentId'],
  ['name', 'residentId', 'mobile', 'address'],
  ['mobile', 'email'],
  ['customerNumber', 'name', 'mobile'],
  ['name', 'mobile', 'address'],
  ['name', 'mobile', 'card'],
  ['mobile', 'landline'],
];

/** A customer as tickets name one. */
export function customer(fill: Fill): Piece {
  return sheet(fill, fill.pick(SETS));
}
