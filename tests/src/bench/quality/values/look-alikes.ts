/** What stands in business texts and is no customer data, some of it very like it. */
import { luhnCheckDigit, residentIdCheckCharacter } from '../../../demo/check-digits.ts';
import type { Random } from '../../../demo/random.ts';
import {
  birthDate,
  cardNumber,
  mobileNumber,
  padded,
  residentIdNumber,
  UNIONPAY_RANGES,
} from './numbers.ts';
import { HEX, token } from './words.ts';

export const two = (value: number): string => padded(value, 2);

export function day(random: Random): string {
  return `${random.integer(2015, 2026)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

export function clock(random: Random): string {
  return `${two(random.integer(0, 23))}:${two(random.integer(0, 59))}`;
}

export function chineseDay(random: Random): string {
  return `${random.integer(2015, 2026)}年${random.integer(1, 12)}月${random.integer(1, 28)}日`;
}

export function stamp(random: Random): string {
  return `${day(random)} ${clock(random)}:${two(random.integer(0, 59))}`;
}

export function compactDay(random: Random): string {
  return day(random).replaceAll('-', '');
}

/** Date and running number: orders, tickets, transactions. */
export function serial(random: Random, digits: number): string {
  return compactDay(random) + random.digits(digits);
}

/** Eleven digits that would pass for a mobile number. */
export function likeMobile(random: Random): string {
  return mobileNumber(random);
}

/** Sixteen or nineteen digits that would pass for a bank card, Luhn included. */
export function likeCard(random: Random): string {
  return cardNumber(random, UNIONPAY_RANGES);
}

function passesLuhn(value: string): boolean {
  return luhnCheckDigit(value.slice(0, -1)) === value.slice(-1);
}

/** Eighteen digits like a resident ID whose check digit fails, and that are no card either. */
export function wrongResidentId(random: Random): string {
  for (;;) {
    const value = residentIdNumber(random);
    const body = value.slice(0, 17);
    const wrong = random.pick(
      Array.from('0123456789X').filter((letter) => letter !== value.slice(17)),
    );
    if (wrong === 'X' || !passesLuhn(body + wrong)) return body + wrong;
  }
}

/** Eighteen digits with a date that does not exist; the check digit is right. */
export function impossibleResidentId(random: Random): string {
  for (;;) {
    const date = `${birthDate(random).slice(0, 4)}${random.pick(['1332', '0230', '1131', '0000', '1545'])}`;
    const body = `${random.pick(['110105', '440305', '320102'])}${date}${random.digits(3)}`;
    const value = body + residentIdCheckCharacter(body);
    if (!passesLuhn(value.replace('X', '0'))) return value;
  }
}

export function wrongCard(random: Random): string {
  const value = cardNumber(
    random,
    UNIONPAY_RANGES.filter(([, length]) => length !== 18),
  );
  const last = (Number(value.slice(-1)) + random.integer(1, 9)) % 10;
  return value.slice(0, -1) + last;
}

export function uuid(random: Random): string {
  const hex = (count: number): string => token(random, count, HEX);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(Array.from('89ab'))}${hex(3)}-${hex(12)}`;
}

export function ipAddress(random: Random): string {
  return Array.from({ length: 4 }, () => random.integer(1, 254)).join('.');
}

export function amount(random: Random): string {
  const cents = two(random.integer(0, 99));
  return random.pick([
    `${random.integer(1, 9999)}.${cents}`,
    `${random.integer(1, 999)},${random.digits(3)}.${cents}`,
    `${random.integer(10, 9900)}`,
  ]);
}

/** GS1 and ISBN-13: thirteen digits with their own check digit. */
export function barcode(random: Random, start: string): string {
  const body = start + random.digits(12 - start.length);
  const sum = Array.from(body).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return body + ((10 - (sum % 10)) % 10);
}

const STARS = ['****', '****', 'xxxx', 'XXXX', '●●●●', '####', '⁎⁎⁎⁎', '····'];

/** Properly masked: nobody can be called from it. */
export function maskedMobile(random: Random): string {
  const value = mobileNumber(random);
  const stars = random.pick(STARS);
  return random.pick([
    value.slice(0, 3) + stars + value.slice(7),
    `${value.slice(0, 3)} ${stars} ${value.slice(7)}`,
    `${value.slice(0, 3)}-${stars}-${value.slice(7)}`,
    `*******${value.slice(7)}`,
    `${value.slice(0, 3)}********`,
  ]);
}

export function maskedResidentId(random: Random): string {
  const value = residentIdNumber(random);
  return random.pick([
    `${value.slice(0, 6)}********${value.slice(14)}`,
    `${value.slice(0, 4)}**********${value.slice(14)}`,
    `${value.slice(0, 1)}****************${value.slice(17)}`,
    `${value.slice(0, 3)}***********${value.slice(14)}`,
  ]);
}

export function maskedCard(random: Random): string {
  const value = cardNumber(random, UNIONPAY_RANGES);
  return random.pick([
    `${value.slice(0, 6)}******${value.slice(-4)}`,
    `**** **** **** ${value.slice(-4)}`,
    `${value.slice(0, 4)} **** **** ${value.slice(-4)}`,
    `尾号${value.slice(-4)}`,
    `${value.slice(0, 4)}********${value.slice(-4)}`,
  ]);
}
