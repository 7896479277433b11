import type { CardRange } from '../../contracts/detection-data.ts';
import { unpackSteps } from '../number-steps.ts';
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

/**
 * Card ranges: the schemes, then the banks. The longest prefix decides, and lengths of one prefix add up. Data: a policy
 * bundle may replace it.
 */
export function createCardRanges(): readonly CardRange[] {
  const banks = new Map<string, number[]>();
  const add = (prefix: string, length: number): void => {
    const lengths = banks.get(prefix);
    if (!lengths) banks.set(prefix, [length]);
    else lengths.push(length);
  };
  for (const [length, packed] of Object.entries(BANK_PREFIXES))
    for (const prefix of unpackSteps(packed)) add(String(prefix), Number(length));
  return [
    ...SCHEMES.flatMap(([lengths, prefixes]) =>
      prefixes
        .split(' ')
        .map((prefix): CardRange => ({ prefix, lengths: [...lengths], kind: 'scheme' })),
    ),
    ...Array.from(banks, ([prefix, lengths]): CardRange => ({ prefix, lengths, kind: 'bank' })),
  ];
}
