import { luhnCheckDigit, residentIdCheckCharacter } from '../../demo/check-digits.ts';
import type { Random } from './random.ts';

/** Made-up identifiers of the four types that every engine of the benchmark could know, and what only looks like them. */
export const FOUR_TYPES = ['cn-mobile', 'cn-resident-id', 'bank-card', 'email'] as const;
export type FourType = (typeof FOUR_TYPES)[number];

const two = (number: number): string => String(number).padStart(2, '0');

const birthday = (random: Random): string =>
  `${1950 + random.below(55)}${two(1 + random.below(12))}${two(1 + random.below(28))}`;

function residentBody(random: Random): string {
  return `${random.pick(['110101', '440524', '320106', '510107'])}${birthday(random)}${random.digits(3)}`;
}

function cardBody(random: Random): string {
  return random.pick([
    `622202${random.digits(12)}`,
    `621700${random.digits(12)}`,
    `622588${random.digits(9)}`,
  ]);
}

const mailbox = (random: Random): string =>
  `${random.pick(['wang.wei', 'li_na', 'chenjie', 'zhao.min'])}${random.digits(2)}`;

export const MAKERS: Readonly<Record<FourType, (random: Random) => string>> = {
  'cn-mobile': (random) => random.pick(['138', '159', '186', '199', '177']) + random.digits(8),
  'cn-resident-id': (random) => {
    const body = residentBody(random);
    return body + residentIdCheckCharacter(body);
  },
  'bank-card': (random) => {
    const body = cardBody(random);
    return body + luhnCheckDigit(body);
  },
  email: (random) =>
    `${mailbox(random)}@${random.pick(['example.com', 'mail.example.cn', 'example.org'])}`,
};

/** The field name a writer puts in front, as often as not. */
export const LABELS: Readonly<Record<FourType, readonly string[]>> = {
  'cn-mobile': ['手机 ', '联系电话：', 'phone: '],
  'cn-resident-id': ['身份证号 ', '证件号码：', 'ID: '],
  'bank-card': ['银行卡号 ', '卡号：', 'card no. '],
  email: ['邮箱 ', 'E-mail：', 'mail: '],
};

function otherDigit(digit: string): string {
  return digit === '7' ? '4' : '7';
}

/** None of the four types, and of no type at all: near misses and the numbers of everyday texts. */
export const DECOYS: readonly ((random: Random) => string)[] = [
  (random) => `订单号 20240115${random.digits(14)}`,
  (random) => `时间戳 ${1_700_000_000_000 + random.below(1e9)}`,
  (random) => `节点 192.168.${random.below(255)}.${random.below(255)}`,
  (random) => `手机 138****${random.digits(4)}`,
  (random) => `版本 v${random.below(9)}.${random.below(20)}.${random.below(99)}`,
  // No such region, date or check letter.
  (random) => {
    const body = residentBody(random);
    return `编号 ${body}${otherDigit(residentIdCheckCharacter(body))}`;
  },
  (random) => {
    const body = cardBody(random);
    return `单号 ${body}${otherDigit(luhnCheckDigit(body))}`;
  },
  (random) => `编码 12${random.digits(9)}`,
  (random) => `流水号 138${random.digits(21)}`,
  (random) => `@${random.pick(['张经理', '客服小李'])} 请查收`,
  () => 'icon@2x.png',
];
