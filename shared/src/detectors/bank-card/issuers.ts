import type { CardRange } from '../../contracts/detection-data.ts';
import { BANK_PREFIXES } from './issuers.data.ts';

/**
 * What the card schemes may issue (ISO/IEC 7812-1 issuer numbers as the schemes publish them): prefixes by lengths.
 * UnionPay has more banks than any list, so a 62 card of a bank that is not known is still a card.
 */
const SCHEMES: readonly (readonly [lengths: readonly number[], prefixes: string])[] = [
  [[16, 17, 18, 19], '62'],
  // Visa; its 13 digits are long gone and still in test data.
  [[13, 16], '4'],
  [[16], '51 52 53 54 55 222 223 224 225 226 227 228 229 23 24 25 26 270 271 2720'],
  // JCB, American Express, Diners, Discover.
  [[16], '3528 3529 353 354 355 356 357 358'],
  [[15], '34 37'],
  [[14], '300 301 302 303 304 305 309 36 38 39'],
  [[16], '6011 644 645 646 647 648 649 65'],
  // Maestro, Dankort, Mir.
  [[16, 18, 19], '5018 5020 5038 6304 6759 6761 6762 6763'],
  [[16], '5019 2200 2201 2202 2203 2204'],
];

/** Ranges of banks that the list lacks, from general knowledge: lengths, prefixes. */
const MORE_BANKS: readonly (readonly [lengths: readonly number[], prefixes: string])[] = [
  [[19], '620058 621281 621284 621700 622202 622280 622700 623668 621256 621330 621660 621661 621663 621666 621668'],
  [[19], '621785 621790 622840 622845 622848 623052 622260 622261 622262 621462 622568 623259'],
  [[16], '621286 621483 621485 621486 622580 622588 622609 622630 622660 622690 622698 622516 622521'],
]; // prettier-ignore

/** Prefixes packed as steps, see `issuers.data.ts`. */
function* unpack(packed: string): Iterable<string> {
  let prefix = 0;
  for (const step of packed.split(' ')) {
    const [distance = '', more = '0'] = step.split('*');
    prefix += Number.parseInt(distance, 36);
    yield String(prefix);
    for (let left = Number.parseInt(more, 36); left > 0; left--) yield String(++prefix);
  }
}

/**
 * Card ranges: the schemes, then the banks. The longest prefix decides, and lengths of one prefix add up. Data: a policy
 * bundle may replace it.
 */
export function createCardRanges(): readonly CardRange[] {
  const banks = new Map<string, number[]>();
  const add = (prefix: string, length: number): void => {
    const lengths = banks.get(prefix);
    if (!lengths) banks.set(prefix, [length]);
    else if (!lengths.includes(length)) lengths.push(length);
  };
  for (const [key, packed] of Object.entries(BANK_PREFIXES))
    for (const prefix of unpack(packed)) add(prefix, Number(key.split('/')[0]));
  for (const [lengths, prefixes] of MORE_BANKS)
    for (const prefix of prefixes.split(' ')) for (const length of lengths) add(prefix, length);
  return [
    ...SCHEMES.flatMap(([lengths, prefixes]) =>
      prefixes
        .split(' ')
        .map((prefix): CardRange => ({ prefix, lengths: [...lengths], kind: 'scheme' })),
    ),
    ...Array.from(banks, ([prefix, lengths]): CardRange => ({ prefix, lengths, kind: 'bank' })),
  ];
}
