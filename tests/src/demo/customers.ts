/**
 * Synthetic customers for the demo and the tests. Nobody here exists: names, numbers and addresses are drawn
 * from a seeded generator, with the check digits that real ones would carry.
 */
import { luhnCheckDigit, residentIdCheckCharacter } from './check-digits.ts';
import { createRandom, type Random } from './random.ts';

export interface Customer {
  /** `KH` and ten digits. */
  readonly number: string;
  readonly name: string;
  readonly mobile: string;
  /** 18 characters, GB 11643-1999. */
  readonly residentId: string;
  /** 19 digits, Luhn. */
  readonly bankCard: string;
  readonly address: string;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly plan: { readonly zh: string; readonly en: string };
  readonly since: string;
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const GIVEN_NAMES =
  '伟 敏 静 丽 强 磊 洋 艳 勇 杰 娟 涛 明 超 霞 平 文轩 雨桐 子涵 思远 晓东 佳怡 志强 秀英 建华 淑兰 浩然 梓萱'.split(
    ' ',
  );
/** Prefixes of the MIIT table (see the mobile detector); resale and satellite ones left out. */
const MOBILE_PREFIXES =
  '130 131 133 135 136 137 138 139 150 151 152 153 157 158 159 176 177 178 180 181 182 186 187 188 189 191'.split(
    ' ',
  );
/** Region code (GB/T 2260), place, roads. */
const REGIONS = [
  { code: '440106', place: '广东省广州市天河区', roads: ['体育西路', '珠江东路', '中山大道西'] },
  { code: '440305', place: '广东省深圳市南山区', roads: ['科技园路', '后海大道', '学府路'] },
  { code: '110105', place: '北京市朝阳区', roads: ['建国路', '望京街', '朝阳北路'] },
  { code: '310115', place: '上海市浦东新区', roads: ['世纪大道', '张杨路', '锦绣路'] },
  { code: '330106', place: '浙江省杭州市西湖区', roads: ['文三路', '天目山路', '学院路'] },
  { code: '320102', place: '江苏省南京市玄武区', roads: ['中山东路', '珠江路', '长江路'] },
  { code: '420106', place: '湖北省武汉市武昌区', roads: ['中南路', '友谊大道', '徐东大街'] },
  { code: '510107', place: '四川省成都市武侯区', roads: ['科华北路', '人民南路', '高升桥路'] },
] as const;
/** UnionPay issuer prefixes as they are publicly listed. */
const CARD_PREFIXES = ['622202', '621700', '622848', '621661', '622588'];
const PLANS = [
  { zh: '5G 畅享套餐 129 元', en: '5G Plus, CNY 129' },
  { zh: '千兆宽带融合 199 元', en: 'Gigabit bundle, CNY 199' },
  { zh: '4G 大流量套餐 59 元', en: '4G data, CNY 59' },
  { zh: '政企专线 100M', en: 'Leased line 100M' },
] as const;
const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

function residentId(random: Random, regionCode: string): string {
  const year = random.integer(1956, 2003);
  const birth = `${year}${padded(random.integer(1, 12), 2)}${padded(random.integer(1, 28), 2)}`;
  const body = `${regionCode}${birth}${random.digits(2)}${random.integer(0, 9)}`;
  return body + residentIdCheckCharacter(body);
}

function bankCard(random: Random): string {
  const body = random.pick(CARD_PREFIXES) + random.digits(12);
  return body + luhnCheckDigit(body);
}

function customer(random: Random): Customer {
  const region = random.pick(REGIONS);
  const since = `${random.integer(2009, 2025)}-${padded(random.integer(1, 12), 2)}`;
  return {
    number: `KH${random.digits(10)}`,
    name: random.pick(SURNAMES) + random.pick(GIVEN_NAMES),
    mobile: random.pick(MOBILE_PREFIXES) + random.digits(8),
    residentId: residentId(random, region.code),
    bankCard: bankCard(random),
    address: `${region.place}${random.pick(region.roads)}${random.integer(1, 399)}号${random.integer(1, 28)}栋${padded(random.integer(101, 2606), 3)}室`,
    grade: random.pick(GRADES),
    plan: random.pick(PLANS),
    since: `${since}-${padded(random.integer(1, 28), 2)}`,
  };
}

/** `count` customers; the same seed gives the same people. */
export function createCustomers(count: number, seed = 20_260_701): Customer[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => customer(random));
}

/** The export every clerk knows: a CSV with a header line, CRLF and a byte order mark, as spreadsheets write it. */
export function toCsv(customers: readonly Customer[]): string {
  const head = '客户编号,姓名,手机号,身份证号,银行卡号,地址';
  const lines = customers.map((c) =>
    [c.number, c.name, c.mobile, c.residentId, c.bankCard, c.address].join(','),
  );
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
