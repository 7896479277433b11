import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: the form of the old cards of foreign permanent residents.
 */
export const FOREIGN_VECTORS: readonly Vector[] = [
  markedVector('foreign/alone', '⟦USA310088010112⟧', ['cn-resident-id', 'USA********0112', 0.7]),
  markedVector('foreign/label', '永久居留证 ⟦CAN110085020223⟧', [
    'cn-resident-id',
    'CAN********0223',
    0.9,
  ]),
  markedVector('foreign/lower', '⟦jpn440090121234⟧', ['cn-resident-id', 'JPN********1234', 0.7]),
  markedVector('foreign/spaced', '证件号码 ⟦USA 3100 880101 12⟧', [
    'cn-resident-id',
    'USA********0112',
    0.8,
  ]),
  markedVector('foreign/full-width', '⟦ＵＳＡ３１００８８０１０１１２⟧', [
    'cn-resident-id',
    'USA********0112',
    0.7,
  ]),
  quietVector('foreign/no-country', 'XYZ310088010112'),
  quietVector('foreign/no-province', 'USA990088010112'),
  quietVector('foreign/no-day', 'USA310088013212'),
  quietVector('foreign/longer', 'USA3100880101123'),
  quietVector('foreign/order', 'ORDER310088010112'),
  quietVector('foreign/two-letters', 'US310088010112'),
];
