import type { Detector } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { type CodeForm, createFormReader } from '../read-form.ts';

/**
 * Kinds of numbers with the confidence of one alone. There is no check digit: a letter and eight digits may be any part
 * number, so a label must speak for it.
 */
const KINDS: readonly CodeForm[] = [
  // Ordinary, since 2012 and since 2017: E, then a digit or a letter without I and O.
  { form: /^E[A-HJ-NP-Z0-9][0-9]{7}$/, kind: 'ordinary', base: 0.42 },
  // Ordinary, 1997 to 2012.
  { form: /^G[0-9]{8}$/, kind: 'ordinary-old', base: 0.42 },
  // Diplomatic, service, public affairs; with E in front or behind since 2012.
  { form: /^(?:[DSP][0-9]{8}|(?:DE|SE|PE|ED|ES|EP)[0-9]{7})$/, kind: 'official', base: 0.42 },
  // Hong Kong and Macao SAR.
  { form: /^(?:K[0-9]{8}|(?:KJ|HJ|MA|MB)[0-9]{7})$/, kind: 'special-region', base: 0.42 },
  // Old books of the regions: the permit to the mainland has the same form, only a label tells.
  { form: /^[HM][0-9]{8}$/, kind: 'special-region-old', base: 0.32 },
];

/**
 * Passport of China and its special administrative regions: letter or two and digits, nine characters (ICAO Doc 9303 leaves
 * the form to the issuer; forms from general knowledge). JR/T 0171-2020: C2; GB/T 35273-2020 annex B: sensitive.
 */
export function createCnPassportDetector(): Detector {
  return {
    id: 'cn-passport',
    version: 1,
    dataClass: 'identity',
    dataLevel: 4,
    wants: [{ kind: 'code', minDigits: 7, needsLabel: true, read: createFormReader([9], KINDS) }],
    context: {
      for: expandWords(
        '护照~,hz^,passport~,travel document~,证件+,document+,id+,护照编号,出境证件,旅行证件,证照号码,出入境证件,passport id,cert no,' +
          'zjhm,zjh',
      ),
      weaklyFor: expandWords(
        '签证,出境,入境,出国,国籍,有效期,签发,证件,航班,姓名,visa,nationality,traveller,traveler,passenger,name,expiry',
      ),
      against: expandWords('车牌,零件,料号,图号,货柜,箱号,通行证,回乡证,part,flight'),
    },
    validate: () => ({ checks: [], base: 0, specificity: 0 }),
    mask: (value) => `${value.slice(0, 2)}*****${value.slice(-2)}`,
  };
}
