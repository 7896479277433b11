import type { CardRange } from '../../contracts/detection-data.ts';

function ranges(
  kind: CardRange['kind'],
  lengths: number[],
  prefixes: string,
): readonly CardRange[] {
  return prefixes.split(' ').map((prefix) => ({ prefix, lengths, kind }));
}

/**
 * Card ranges: ISO/IEC 7812 issuer numbers. Schemes as they publish them; banks from general knowledge of common
 * Chinese debit and credit cards. A UnionPay card of a bank that is not here is still a card. The longest
 * prefix decides. Data: a policy bundle may replace it.
 */
export function createCardRanges(): readonly CardRange[] {
  return [
    // UnionPay, Visa, Mastercard, JCB, American Express.
    ...ranges('scheme', [16, 17, 18, 19], '62'),
    ...ranges('scheme', [16], '4 51 52 53 54 55'),
    ...ranges('scheme', [16], '222 223 224 225 226 227 228 229 23 24 25 26 270 271 2720'),
    ...ranges('scheme', [16], '3528 3529 353 354 355 356 357 358'),
    ...ranges('scheme', [15], '34 37'),
    // ICBC, ABC, BOC, CCB, BOCOM, PSBC, CMB, CITIC, CEB, HXB, CMBC, GDB, PAB, CIB, SPDB: debit, 19 digits.
    ...ranges(
      'bank',
      [19],
      '620058 621225 621226 621281 622200 622202 622203 622208 955880 955881 955882',
    ),
    ...ranges(
      'bank',
      [19],
      '622840 622841 622843 622844 622845 622846 622847 622848 622849 623052',
    ),
    ...ranges('bank', [19], '95595 95596 95597 95598 95599'),
    ...ranges(
      'bank',
      [19],
      '621256 621330 621660 621661 621663 621666 621668 621785 621790 456351 601382',
    ),
    ...ranges('bank', [19], '621284 621700 622280 622700 623668 436742'),
    ...ranges('bank', [19], '622260 622261 622262'),
    ...ranges('bank', [17], '405512 601428'),
    ...ranges(
      'bank',
      [19],
      '621096 621098 621797 621798 621799 622150 622151 622188 622199 955100',
    ),
    ...ranges(
      'bank',
      [16],
      '402658 410062 468203 621286 621483 621485 621486 622580 622588 622609',
    ),
    ...ranges('bank', [16], '433670 433680 622690 622691 622692 622696 622698 622998 622999'),
    ...ranges(
      'bank',
      [16],
      '622660 622661 622662 622663 622664 622665 622666 622667 622668 622669',
    ),
    ...ranges('bank', [16], '622630 622631 622632 622633 622636 622637 622638'),
    ...ranges('bank', [16], '415599 421393 622615 622616 622617 622618 622619 622622'),
    ...ranges('bank', [19], '621462 622568 623259'),
    ...ranges('bank', [16, 19], '622155 622156 622298 622535 622536 622538 622539 622986 622989'),
    ...ranges('bank', [16, 18], '438588 438589 451289 451290 622901 622902 622908 622909 966666'),
    ...ranges('bank', [16], '622516 622517 622518 622519 622520 622521 622522 622523'),
  ];
}
