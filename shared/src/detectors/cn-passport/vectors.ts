import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: forms of the books, digits that read like placeholders.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('passport/label', '护照号:⟦E12345678⟧', ['cn-passport', 'E1*****78', 0.7]),
  markedVector('passport/label-2', '护照 ⟦EA1234567⟧', ['cn-passport', 'EA*****67', 0.7]),
  markedVector('passport/old', '护照号码：⟦G12345678⟧', ['cn-passport', 'G1*****78', 0.7]),
  markedVector('passport/english', 'Passport No: ⟦E87654321⟧', ['cn-passport', 'E8*****21', 0.7]),
  markedVector('passport/json', '{"passportNo":"⟦EB7654321⟧"}', ['cn-passport', 'EB*****21', 0.7]),
  markedVector('passport/official', '公务护照 ⟦SE1234567⟧', ['cn-passport', 'SE*****67', 0.7]),
  markedVector('passport/diplomatic', '外交护照:⟦DE1234567⟧', ['cn-passport', 'DE*****67', 0.7]),
  markedVector('passport/lower', '护照号码 ⟦e12345678⟧', ['cn-passport', 'E1*****78', 0.7]),
  markedVector('passport/hong-kong', 'passport ⟦K12345678⟧', ['cn-passport', 'K1*****78', 0.7]),
  markedVector('passport/macao', '护照 ⟦MA1234567⟧', ['cn-passport', 'MA*****67', 0.7]),
  markedVector('passport/spaced', '护照号 ⟦E 1234 5678⟧', ['cn-passport', 'E1*****78', 0.6]),
  markedVector('passport/full-width', '护照：⟦Ｅ１２３４５６７８⟧', [
    'cn-passport',
    'E1*****78',
    0.7,
  ]),
  markedVector('passport/cjk-touches', '持护照⟦E12345678⟧入境', ['cn-passport', 'E1*****78', 0.7]),
  markedVector('passport/column-like', 'passport_no=⟦EK1234567⟧', [
    'cn-passport',
    'EK*****67',
    0.7,
  ]),
  markedVector('passport/zero-width', '护照 ⟦E1234​5678⟧', ['cn-passport', 'E1*****78', 0.7]),
  quietVector('passport/alone', 'E12345678'),
  quietVector('passport/letter-i', '护照 EI1234567'),
  quietVector('passport/letter-o', '护照 EO1234567'),
  quietVector('passport/seven', '护照 E1234567'),
  quietVector('passport/nine', '护照 E123456789'),
  quietVector('passport/part', '零件 E12345678'),
  quietVector('passport/model', '型号 G12345678'),
  quietVector('passport/order', '订单号 E12345678'),
  quietVector('passport/hex', '护照 E12345678F'),
  quietVector('passport/same', '护照 E11111111'),
  quietVector('passport/masked', '护照号 E1*****78'),
  quietVector('passport/flight', '航班 D12345678'),
  quietVector('passport/no-letter', '护照 123456789'),
];
