/** Values made of words: people, places, mail addresses, secrets, marks. */
import type { Random } from '../../../demo/random.ts';
import { ESTATES, type Place, ROADS, TOWERS } from './places.data.ts';
import { GIVEN_NAMES, MAIL_HOSTS, PINYIN, SURNAMES } from './people.data.ts';
import { padded } from './numbers.ts';

/** Family names: the frequent ones more often, as among real customers. */
export function personName(random: Random): string {
  const last = random.integer(0, 3) === 0 ? SURNAMES.length - 1 : 40;
  const surname = SURNAMES[random.integer(0, last)] ?? '王';
  return surname + random.pick(GIVEN_NAMES);
}

/** From the province or only from the road on; to a room, a shop front or a village. */
export function postalAddress(random: Random, place: Place): string {
  const head = random.pick([
    `${place.province}${place.city}${place.district}`,
    `${place.province}${place.city}${place.district}`,
    `${(place.city || place.province).replace(/市$/, '')}市${place.district}`,
    place.district,
  ]);
  const road = `${random.pick(ROADS)}${random.integer(1, 399)}号`;
  const room = `${random.integer(1, 32)}${padded(random.integer(1, 12), 2)}室`;
  const tail = random.pick([
    `${random.pick(ESTATES)}${random.integer(1, 28)}栋${random.integer(1, 4)}单元${room}`,
    `${random.pick(ESTATES)}${random.integer(1, 28)}号楼${room}`,
    `${random.pick(TOWERS)}${random.pick(['A座', 'B座', ''])}${room}`,
    `${random.pick(ESTATES)}${random.integer(1, 18)}幢${random.integer(1, 33)}0${random.integer(1, 4)}`,
    '',
  ]);
  return head + road + tail;
}

export function mailAddress(random: Random): string {
  const person = random.pick(PINYIN);
  const user = random.pick([
    person,
    `${person}${random.integer(1, 999)}`,
    `${person.slice(0, 3)}.${person.slice(3)}`,
    `${person}_${random.integer(1960, 2008)}`,
    String(random.integer(12_345, 2_147_483_647)),
    `${person.charAt(0)}${random.pick(PINYIN)}`,
  ]);
  const host = /^\d/.test(user) ? 'qq.com' : random.pick(MAIL_HOSTS);
  return `${user}@${host}`;
}

const PASSWORD_STEMS =
  'Huaxin Spring Admin Dragon Qwer Kf Summer Tiger Liu Zxcv Hello Beijing'.split(' ');

export function password(random: Random): string {
  const stem = random.pick(PASSWORD_STEMS);
  return random.pick([
    `${stem}@${random.integer(2018, 2026)}`,
    `${stem}${random.digits(3)}!`,
    `${stem.toLowerCase()}#${random.digits(4)}`,
    `${random.pick(['x', 'T', 'p'])}9$${stem}${random.digits(2)}k`,
    `${stem}_${random.digits(4)}Ab`,
  ]);
}

const BASE62 = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');

export function token(random: Random, length: number, alphabet = BASE62): string {
  return Array.from({ length }, () => random.pick(alphabet)).join('');
}

export const HEX = Array.from('0123456789abcdef');

/** A mark of GB/T 7156 and of company rules, with its term where it has one. */
export function secrecyMark(random: Random): string {
  const years = random.pick([1, 3, 5, 10, 20, 30]);
  return random.pick([
    `机密★${years}年`,
    `秘密★${years}年`,
    `绝密★${years}年`,
    '绝密★长期',
    '机密★',
    `秘密★${random.pick([3, 6])}个月`,
    '绝密★启用前',
    '核心商秘',
    '普通商秘',
    '内部资料 注意保存',
    '商业秘密',
  ]);
}

/** What the benchmark's policy bundle configures as keywords, see rules.ts. */
export const KEYWORDS: readonly string[] = [
  '蓝鲸计划',
  '星火并购方案',
  '灰度定价模型',
  'Project Bluefin',
  'Nightjar',
];
