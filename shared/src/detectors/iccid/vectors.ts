import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * 89860070310112094320 stands in shared test data; the others were made for this project, check digits by ITU-T E.118.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('iccid/alone', '⟦89860070310112094320⟧', ['iccid', '898600**********4320', 0.7]),
  markedVector('iccid/label', 'ICCID:⟦89860012345678901238⟧', [
    'iccid',
    '898600**********1238',
    0.9,
  ]),
  markedVector('iccid/unicom', '⟦89860118888000012342⟧', ['iccid', '898601**********2342', 0.7]),
  markedVector('iccid/telecom', 'SIM卡号 ⟦89860317902000012340⟧', [
    'iccid',
    '898603**********2340',
    0.9,
  ]),
  markedVector('iccid/nineteen', '⟦8986001234567890120⟧', ['iccid', '898600*********0120', 0.7]),
  markedVector('iccid/unchecked-label', 'iccid: ⟦89860012345678901230⟧', [
    'iccid',
    '898600**********1230',
    0.8,
  ]),
  markedVector('iccid/fours', '⟦8986 0411 2233 4455 6677⟧', ['iccid', '898604**********6677', 0.7]),
  markedVector('iccid/fives', 'ICCID ⟦89860 11888 80000 12342⟧', [
    'iccid',
    '898601**********2342',
    0.9,
  ]),
  markedVector('iccid/json', '{"iccid":"⟦89861520300000123459⟧"}', [
    'iccid',
    '898615**********3459',
    0.9,
  ]),
  markedVector('iccid/letter', '⟦898602F2191890012345⟧', ['iccid', '898602**********2345', 0.6]),
  markedVector('iccid/letter-label', 'ICCID：⟦898600A0191390123456⟧', [
    'iccid',
    '898600**********3456',
    0.8,
  ]),
  markedVector('iccid/letter-lower', 'iccid ⟦898600a0191390123456⟧', [
    'iccid',
    '898600**********3456',
    0.8,
  ]),
  markedVector('iccid/full-width', '⟦８９８６００７０３１０１１２０９４３２０⟧', [
    'iccid',
    '898600**********4320',
    0.7,
  ]),
  markedVector('iccid/pad', '卡串号 ⟦8986031790200001234F⟧', [
    'iccid',
    '898603**********234F',
    0.8,
  ]),
  quietVector('iccid/other-country', 'ICCID 89310410106543789301'),
  quietVector('iccid/eighteen', 'ICCID 898600123456789012'),
  quietVector('iccid/twenty-one', '898600703101120943201'),
  quietVector('iccid/order', '订单号 89860012345678901230'),
  quietVector('iccid/hex', '89860070310112094320ab'),
  quietVector('iccid/decimal', '0.89860070310112094320'),
  quietVector('iccid/zeros', 'ICCID 89860000000000000000'),
  quietVector('iccid/masked', 'ICCID 898600**********4320'),
  quietVector('iccid/many-letters', '898600ABCDEF12345678'),
  quietVector('iccid/amount', '¥89860070310112094320'),
  quietVector('iccid/hash', '8986c0ffee1234567890abcdef1234567890abcd'),
  quietVector('iccid/tracking', '运单号 89860012345678901230'),
];
