import type { FindingType } from '../contracts/vocabulary.ts';
import { FOREIGN_VECTORS } from './cn-resident-id/foreign.vectors.ts';
import { MIXED_VECTORS } from './mixed-vectors.ts';
import { OUTSIDE_VECTORS } from './outside.vectors.ts';
import type { Vector } from './vector.ts';
import { VECTORS as BANK_CARD } from './bank-card/vectors.ts';
import { VECTORS as CN_LANDLINE } from './cn-landline/vectors.ts';
import { VECTORS as CN_MOBILE } from './cn-mobile/vectors.ts';
import { VECTORS as CN_PASSPORT } from './cn-passport/vectors.ts';
import { VECTORS as CN_PLATE } from './cn-plate/vectors.ts';
import { VECTORS as CN_RESIDENT_ID } from './cn-resident-id/vectors.ts';
import { VECTORS as CN_TRAVEL_PERMIT } from './cn-travel-permit/vectors.ts';
import { VECTORS as CREDENTIAL } from './credential/vectors.ts';
import { VECTORS as CUSTOM_PATTERN } from './custom-pattern/vectors.ts';
import { VECTORS as CUSTOMER_NUMBER } from './customer-number/vectors.ts';
import { VECTORS as EMAIL } from './email/vectors.ts';
import { VECTORS as ICCID } from './iccid/vectors.ts';
import { VECTORS as IMEI } from './imei/vectors.ts';
import { VECTORS as IMSI } from './imsi/vectors.ts';
import { VECTORS as IOT_NUMBER } from './iot-number/vectors.ts';
import { VECTORS as KEYWORD } from './keyword/vectors.ts';
import { VECTORS as PERSON_NAME } from './person-name/vectors.ts';
import { VECTORS as POSTAL_ADDRESS } from './postal-address/vectors.ts';
import { VECTORS as SECRECY_MARK } from './secrecy-mark/vectors.ts';
import { VECTORS as USCC } from './uscc/vectors.ts';

/** The vectors of each detector, from the folder beside it. */
export const VECTORS_BY_TYPE: Readonly<Partial<Record<FindingType, readonly Vector[]>>> = {
  'cn-mobile': CN_MOBILE,
  'cn-landline': CN_LANDLINE,
  'cn-resident-id': [...CN_RESIDENT_ID, ...FOREIGN_VECTORS],
  'bank-card': BANK_CARD,
  imei: IMEI,
  imsi: IMSI,
  iccid: ICCID,
  'iot-number': IOT_NUMBER,
  uscc: USCC,
  'cn-passport': CN_PASSPORT,
  'cn-travel-permit': CN_TRAVEL_PERMIT,
  'cn-plate': CN_PLATE,
  email: EMAIL,
  'secrecy-mark': SECRECY_MARK,
  credential: CREDENTIAL,
  keyword: KEYWORD,
  'customer-number': CUSTOMER_NUMBER,
  'custom-pattern': CUSTOM_PATTERN,
  'person-name': PERSON_NAME,
  'postal-address': POSTAL_ADDRESS,
};

/** Every vector: what the engine must say wherever it runs. */
export const ALL_VECTORS: readonly Vector[] = [
  ...Object.values(VECTORS_BY_TYPE).flat(),
  ...MIXED_VECTORS,
  ...OUTSIDE_VECTORS,
];
