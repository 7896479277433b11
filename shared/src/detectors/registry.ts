import type { DetectionData } from '../contracts/detection-data.ts';
import type { Detector } from '../detection/detector.ts';
import { createBankCardDetector } from './bank-card/detector.ts';
import { createCnLandlineDetector } from './cn-landline/detector.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { createCnPassportDetector } from './cn-passport/detector.ts';
import { createCnPlateDetector } from './cn-plate/detector.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';
import { createCnTravelPermitDetector } from './cn-travel-permit/detector.ts';
import { createCredentialDetector } from './credential/detector.ts';
import { createCustomPatternDetectors } from './custom-pattern/detector.ts';
import { createCustomerNumberDetectors } from './customer-number/detector.ts';
import { createEmailDetector } from './email/detector.ts';
import { createIccidDetector } from './iccid/detector.ts';
import { createImeiDetector } from './imei/detector.ts';
import { createImsiDetector } from './imsi/detector.ts';
import { createIotNumberDetector } from './iot-number/detector.ts';
import { createKeywordDetector } from './keyword/detector.ts';
import { createPersonNameDetector } from './person-name/detector.ts';
import { createPostalAddressDetector } from './postal-address/detector.ts';
import { createSecrecyMarkDetector } from './secrecy-mark/detector.ts';
import { createUsccDetector } from './uscc/detector.ts';

/**
 * Every detector of the product; a folder beside this file that is not here fails a test. `data` (from the policy bundle)
 * replaces built-in tables and configures the detectors that have none.
 */
export function createDetectors(data: DetectionData = {}): readonly Detector[] {
  return [
    createCnMobileDetector(data.mobilePrefixes),
    createCnLandlineDetector(),
    createCnResidentIdDetector(data.regions),
    createBankCardDetector(data.cardRanges),
    createImeiDetector(),
    createImsiDetector(),
    createIccidDetector(),
    createIotNumberDetector(),
    createUsccDetector(data.regions),
    createCnPassportDetector(),
    createCnTravelPermitDetector(),
    createCnPlateDetector(),
    createEmailDetector(),
    createSecrecyMarkDetector(),
    createCredentialDetector(),
    createKeywordDetector(data.dictionaries),
    ...createCustomerNumberDetectors(data.customerNumbers),
    ...createCustomPatternDetectors(data.patterns),
    // Names read the addresses beside them.
    createPostalAddressDetector(),
    createPersonNameDetector(data.surnames),
  ];
}
