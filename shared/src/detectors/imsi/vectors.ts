import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: networks of China, subscriber digits that read like placeholders.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('imsi/label', 'IMSI: ⟦460001234567890⟧', ['imsi', '46000******7890', 0.8]),
  markedVector('imsi/label-zh', '国际移动用户识别码 ⟦460011234567890⟧', [
    'imsi',
    '46001******7890',
    0.8,
  ]),
  markedVector('imsi/json', '{"imsi":"⟦460030912121001⟧"}', ['imsi', '46003******1001', 0.8]),
  markedVector('imsi/telecom', 'imsi=⟦460110123456789⟧', ['imsi', '46011******6789', 0.8]),
  markedVector('imsi/broadnet', 'IMSI号：⟦460150000012345⟧', ['imsi', '46015******2345', 0.8]),
  markedVector('imsi/groups', 'IMSI ⟦460 00 1234567890⟧', ['imsi', '46000******7890', 0.8]),
  markedVector('imsi/groups-2', 'IMSI ⟦46002-1234567890⟧', ['imsi', '46002******7890', 0.8]),
  markedVector('imsi/camel', 'simImsi: ⟦460071234567890⟧', ['imsi', '46007******7890', 0.8]),
  markedVector('imsi/full-width', 'IMSI：⟦４６０００１２３４５６７８９０⟧', [
    'imsi',
    '46000******7890',
    0.8,
  ]),
  markedVector('imsi/hint', 'HLR 查询 USIM ⟦460001234567890⟧', ['imsi', '46000******7890', 0.6]),
  markedVector('imsi/behind', '⟦460091234567890⟧ IMSI 停机', ['imsi', '46009******7890', 0.6]),
  markedVector('imsi/sql', "insert into t(imsi) values('⟦460061234567890⟧')", [
    'imsi',
    '46006******7890',
    0.8,
  ]),
  quietVector('imsi/alone', '460001234567890'),
  quietVector('imsi/no-network', 'IMSI 460991234567890'),
  quietVector('imsi/other-country', 'IMSI 310150123456789'),
  quietVector('imsi/fourteen', 'IMSI 46000123456789'),
  quietVector('imsi/sixteen', 'IMSI 4600012345678901'),
  quietVector('imsi/order', '订单号 460001234567890'),
  quietVector('imsi/amount', '¥460001234567890'),
  quietVector('imsi/decimal', '0.460001234567890'),
  quietVector('imsi/hex', '460001234567890af'),
  quietVector('imsi/zeros', 'IMSI 460000000000000'),
  quietVector('imsi/masked', 'IMSI 46000******7890'),
  quietVector('imsi/tracking', '运单号:460031234567890'),
];
