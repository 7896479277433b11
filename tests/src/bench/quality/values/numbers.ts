/** Canonical values of the numeric identifiers, valid by construction. Sources: shared/docs of each detector, GB and ITU texts. */
import { luhnCheckDigit, residentIdCheckCharacter } from '../../../demo/check-digits.ts';
import type { Random } from '../../../demo/random.ts';
import { ABOLISHED_CODES, PLACES, type Place } from './places.data.ts';

/** MIIT numbering table, issue of March 2023; satellite numbers left out. */
const MOBILE_PREFIXES =
  '130 131 132 133 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'.split(
    ' ',
  );

/** Issuer ranges as banks print them on cards, with the length of their numbers. */
const CARD_RANGES: readonly (readonly [prefix: string, length: number])[] = [
  ['622202', 19],
  ['621226', 19],
  ['622848', 19],
  ['621700', 19],
  ['621661', 19],
  ['622260', 19],
  ['623058', 19],
  ['621799', 19],
  ['622588', 16],
  ['622908', 18],
  ['622622', 16],
  ['622521', 16],
  ['621483', 16],
  ['625955', 16],
  ['622689', 16],
  ['439225', 16],
  ['451804', 16],
  ['518710', 16],
  ['552801', 16],
  ['356895', 16],
  ['370246', 15],
];
export const UNIONPAY_RANGES = CARD_RANGES.filter(([prefix]) => prefix.startsWith('62'));

const IMSI_NETWORKS = '00 01 02 03 04 05 06 07 08 09 11 15'.split(' ');
const ICCID_ISSUERS = '00 01 02 03 04 06 07 09 11 15'.split(' ');
/** Reporting bodies of type allocation codes that phones sold in China carry: BABT, TAF. */
const IMEI_STARTS = ['35', '86', '01'];

export const padded = (value: number, length: number): string =>
  String(value).padStart(length, '0');

export function mobileNumber(random: Random): string {
  return random.pick(MOBILE_PREFIXES) + random.digits(8);
}

/** `YYYYMMDD` of somebody who could be a customer. */
export function birthDate(random: Random): string {
  const year = random.integer(1935, 2016);
  return `${year}${padded(random.integer(1, 12), 2)}${padded(random.integer(1, 28), 2)}`;
}

/** GB 11643-1999; now and then with a region that was abolished since. */
export function residentIdNumber(random: Random, place?: Place): string {
  const old = !place && random.integer(0, 14) === 0;
  const region = old ? random.pick(ABOLISHED_CODES) : (place ?? random.pick(PLACES)).code;
  const body = `${region}${birthDate(random)}${padded(random.integer(1, 999), 3)}`;
  return body + residentIdCheckCharacter(body);
}

/** The numbers of two generations ago: six of region, YYMMDD, three of sequence. */
export function oldResidentIdNumber(random: Random): string {
  return `${random.pick(PLACES).code}${birthDate(random).slice(2)}${padded(random.integer(1, 999), 3)}`;
}

/** Permit of Hong Kong (81), Macao (82) and Taiwan (83) residents. */
export function residencePermitNumber(random: Random): string {
  const body = `${random.pick(['810000', '820000', '830000'])}${birthDate(random)}${padded(random.integer(1, 999), 3)}`;
  return body + residentIdCheckCharacter(body);
}

/** Permanent residents' card of 2023: 9, region, country, birth, sequence, check. */
export function foreignResidentNumber(random: Random): string {
  const country = random.pick(['840', '826', '392', '276', '410', '250', '124']);
  const body = `9${random.pick(['11', '31', '44', '33'])}${country}${birthDate(random)}${padded(random.integer(1, 999), 3)}`;
  return body + residentIdCheckCharacter(body);
}

export function cardNumber(random: Random, ranges = CARD_RANGES): string {
  const [prefix, length] = random.pick(ranges);
  const body = prefix + random.digits(length - prefix.length - 1);
  return body + luhnCheckDigit(body);
}

export function imeiNumber(random: Random): string {
  const body = random.pick(IMEI_STARTS) + random.digits(12);
  return body + luhnCheckDigit(body);
}

export function imsiNumber(random: Random): string {
  return `460${random.pick(IMSI_NETWORKS)}${random.digits(10)}`;
}

/** ITU-T E.118: nineteen digits and the check digit. */
export function iccidNumber(random: Random): string {
  const body = `8986${random.pick(ICCID_ISSUERS)}${random.digits(13)}`;
  return body + luhnCheckDigit(body);
}

export function iotNumber(random: Random): string {
  return random.integer(0, 1) === 0
    ? `${random.pick(['140', '141', '144'])}${random.digits(10)}`
    : `1064${random.pick(['6', '7', '8', '9'])}${random.digits(8)}`;
}

/** Digits of a fixed line behind its area code. */
export function lineNumber(random: Random, digits: number): string {
  return random.integer(2, 8) + random.digits(digits - 1);
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 11714: the ninth character of an organisation code. */
function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => {
    const value = Number.parseInt(body.charAt(at), 36);
    return total + weight * value;
  }, 0);
  return '0X987654321'.charAt(sum % 11);
}

/** GB 32100-2015: the last character; weights are the powers of 3 modulo 31. */
export function creditCodeCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function creditCode(random: Random): string {
  const kind = random.pick(['91', '91', '91', '92', '93', '11', '12', '51', '52']);
  const organisation =
    random.integer(0, 2) === 0
      ? `MA${random.digits(2)}${random.pick(Array.from('ABCDEFGHJKLMNPQRTUWXY'))}${random.digits(3)}`
      : random.digits(8);
  const body = kind + random.pick(PLACES).code + organisation + organisationCheck(organisation);
  return body + creditCodeCheck(body);
}

const PASSPORT_LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ');

export function passportNumber(random: Random): string {
  switch (random.integer(0, 9)) {
    case 0:
      return `G${random.digits(8)}`;
    case 1:
      return `${random.pick(['DE', 'SE', 'PE'])}${random.digits(7)}`;
    case 2:
    case 3:
    case 4:
      return `E${random.pick(PASSPORT_LETTERS)}${random.digits(7)}`;
    default:
      return `E${random.digits(8)}`;
  }
}

/** Which of the travel permits; each has its own names. */
export type PermitKind = 'home-return' | 'hong-kong-macao' | 'taiwan';

export function permitNumber(random: Random, kind: PermitKind): string {
  if (kind === 'taiwan') return random.integer(1, 9) + random.digits(7);
  if (kind === 'home-return')
    return random.pick(['H', 'M']) + random.digits(random.pick([8, 8, 10]));
  return random.integer(0, 1) === 0
    ? `C${random.digits(8)}`
    : `C${random.pick(PASSPORT_LETTERS)}${random.digits(7)}`;
}

const PLATE_LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ');

/** GA 36-2018: cars, trailers, schools' cars, police, Hong Kong's and Macao's, new energy. */
export function plateNumber(random: Random): string {
  const place = random.pick(PLACES).plate;
  // At most two letters stand behind the first two places.
  const lettersAt = new Set([random.integer(0, 9), random.integer(0, 9)]);
  const characters = Array.from({ length: 4 }, (_, at) =>
    lettersAt.has(at) ? random.pick(PLATE_LETTERS) : String(random.integer(0, 9)),
  ).join('');
  switch (random.integer(0, 11)) {
    case 0:
      return `${place}${random.digits(4)}${random.pick(['挂', '学', '警'])}`;
    case 1:
      return `粤Z${random.digits(4)}${random.pick(['港', '澳'])}`;
    case 2:
    case 3:
      return `${place}${random.pick(['D', 'F'])}${random.digits(5)}`;
    case 4:
      return `${place}${random.digits(5)}${random.pick(['D', 'F'])}`;
    default:
      return `${place}${characters}${random.integer(0, 9)}`;
  }
}
