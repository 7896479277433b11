/** What templates are filled with: findings as people write them, and the innocent rest of business texts. */
import type { FindingType } from '@kedun/shared/contracts/vocabulary';

import type { Random } from '../../demo/random.ts';
import { asOptional, labelled, type Piece } from './piece.ts';
import * as looks from './values/look-alikes.ts';
import * as numbers from './values/numbers.ts';
import * as people from './values/people.data.ts';
import { PLACES, type Place, SEVEN_DIGIT_AREAS } from './values/places.data.ts';
import * as words from './values/words.ts';

export interface Fill {
  readonly random: Random;
  pick<T>(items: readonly T[]): T;
  int(from: number, to: number): number;
  digits(count: number): string;
  /** True once in `times`. */
  once(times: number): boolean;

  mobile(): Piece;
  landline(): Piece;
  residentId(): Piece;
  card(): Piece;
  email(): Piece;
  imei(): Piece;
  imsi(): Piece;
  iccid(): Piece;
  uscc(): Piece;
  passport(): Piece;
  permit(kind: numbers.PermitKind): Piece;
  plate(): Piece;
  iot(): Piece;
  customerNumber(): Piece;
  broadband(): Piece;
  contractNumber(): Piece;
  name(): Piece;
  address(): Piece;
  keyword(): Piece;
  password(): Piece;
  mark(): Piece;

  place(): Place;
  city(): string;
  company(): string;
  bank(): string;
  product(): string;
  plan(): string;
  job(): string;
  department(): string;
  /** A family name with a title: whom colleagues speak of. Two people could differ whether that is a name. */
  colleague(): Piece;
  staffNumber(): string;
  day(): string;
  clock(): string;
  stamp(): string;
  chineseDay(): string;
  orderNumber(): string;
  amount(): string;
}

/** One value in its canonical form, written as it stands. */
export function exact(type: FindingType, value: string): Piece {
  return labelled(type, value, value);
}

function writtenMobile(random: Random): Piece {
  const value = numbers.mobileNumber(random);
  const [a, b, c] = [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
  switch (random.integer(0, 15)) {
    case 0:
      return labelled('cn-mobile', `${a} ${b} ${c}`, value);
    case 1:
      return labelled('cn-mobile', `${a}-${b}-${c}`, value);
    case 2:
      return labelled('cn-mobile', value, value, { before: random.pick(['+86', '+86 ', '+86-']) });
    default:
      return exact('cn-mobile', value);
  }
}

function writtenLandline(random: Random): Piece {
  const { areaCode } = random.pick(PLACES);
  const local = numbers.lineNumber(random, SEVEN_DIGIT_AREAS.includes(areaCode) ? 7 : 8);
  const value = areaCode + local;
  const after =
    random.integer(0, 5) === 0
      ? `${random.pick(['-', '转', 'ext.', ' 转 '])}${random.digits(3)}`
      : '';
  const written = random.pick([
    `${areaCode}-${local}`,
    `${areaCode}-${local}`,
    value,
    `(${areaCode})${local}`,
    `${areaCode} ${local}`,
  ]);
  return labelled('cn-landline', written, value, { after });
}

function writtenCard(random: Random): Piece {
  const value = numbers.cardNumber(random);
  const grouped = random.integer(0, 3) === 0 && value.length !== 15;
  return labelled('bank-card', grouped ? value.replace(/(.{4})(?=.)/g, '$1 ') : value, value);
}

function writtenPlate(random: Random): Piece {
  const value = numbers.plateNumber(random);
  const dotted = random.integer(0, 4) === 0;
  return labelled('cn-plate', dotted ? `${value.slice(0, 2)}·${value.slice(2)}` : value, value);
}

function findings(
  random: Random,
): Pick<
  Fill,
  | 'mobile'
  | 'landline'
  | 'residentId'
  | 'card'
  | 'email'
  | 'imei'
  | 'imsi'
  | 'iccid'
  | 'uscc'
  | 'passport'
  | 'permit'
  | 'plate'
  | 'iot'
  | 'customerNumber'
  | 'broadband'
  | 'contractNumber'
  | 'name'
  | 'address'
  | 'keyword'
  | 'password'
  | 'mark'
> {
  return {
    mobile: () => writtenMobile(random),
    landline: () => writtenLandline(random),
    residentId: () => exact('cn-resident-id', numbers.residentIdNumber(random)),
    card: () => writtenCard(random),
    email: () => exact('email', words.mailAddress(random)),
    imei: () => exact('imei', numbers.imeiNumber(random)),
    imsi: () => exact('imsi', numbers.imsiNumber(random)),
    iccid: () => exact('iccid', numbers.iccidNumber(random)),
    uscc: () => exact('uscc', numbers.creditCode(random)),
    passport: () => exact('cn-passport', numbers.passportNumber(random)),
    permit: (kind) => exact('cn-travel-permit', numbers.permitNumber(random, kind)),
    plate: () => writtenPlate(random),
    iot: () => exact('iot-number', numbers.iotNumber(random)),
    customerNumber: () => exact('customer-number', `KH${random.digits(10)}`),
    broadband: () =>
      exact('customer-number', `${random.pick(['0755', '0571', '0731'])}KD${random.digits(8)}`),
    contractNumber: () =>
      exact(
        'custom-pattern',
        `HT-${random.integer(2018, 2026)}-${random.pick(['GD', 'BJ', 'SH', 'ZJ'])}${random.digits(6)}`,
      ),
    name: () => exact('person-name', words.personName(random)),
    address: () => exact('postal-address', words.postalAddress(random, random.pick(PLACES))),
    keyword: () => exact('keyword', random.pick(words.KEYWORDS)),
    password: () => exact('credential', words.password(random)),
    mark: () => exact('secrecy-mark', words.secrecyMark(random)),
  };
}

export function createFill(random: Random): Fill {
  const pick: Random['pick'] = (items) => random.pick(items);
  const integer = (from: number, to: number): number => random.integer(from, to);
  const digits = (count: number): string => random.digits(count);
  return {
    random,
    pick,
    int: integer,
    digits,
    once: (times) => integer(1, times) === 1,
    ...findings(random),
    place: () => pick(PLACES),
    city: () => {
      const place = pick(PLACES);
      return place.city || place.province;
    },
    company: () => pick(['', '深圳', '杭州', '上海', '成都']) + pick(people.COMPANIES),
    bank: () => pick(people.BANKS),
    product: () => pick(people.PRODUCTS),
    plan: () => pick(people.PLANS),
    job: () => pick(people.JOBS),
    department: () => pick(people.DEPARTMENTS),
    colleague: () =>
      asOptional(
        exact(
          'person-name',
          pick(people.SURNAMES.slice(0, 40)) + pick(['工', '经理', '主任', '总', '姐', '哥']),
        ),
      ),
    staffNumber: () => pick(['', 'A', 'YG']) + digits(pick([4, 5, 6])),
    day: () => looks.day(random),
    clock: () => looks.clock(random),
    stamp: () => looks.stamp(random),
    chineseDay: () => looks.chineseDay(random),
    orderNumber: () =>
      pick([
        () => `DD${looks.serial(random, 6)}`,
        () => looks.serial(random, 8),
        () => looks.serial(random, 4),
      ])(),
    amount: () => looks.amount(random),
  };
}
