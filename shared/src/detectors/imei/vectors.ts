import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * 490154203237518 is the example of 3GPP TS 23.003, annex B; the others were made for this project with Luhn digits.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('imei/standard', 'IMEI: ⟦490154203237518⟧', ['imei', '4901*********18', 0.7]),
  markedVector('imei/label', '手机串号:⟦860123045678900⟧', ['imei', '8601*********00', 0.75]),
  markedVector('imei/label-device', '设备号 ⟦352099001761481⟧', ['imei', '3520*********81', 0.75]),
  markedVector('imei/label-1', 'IMEI1:⟦013268001234564⟧', ['imei', '0132*********64', 0.75]),
  markedVector('imei/json', '{"imei":"⟦867512030001115⟧"}', ['imei', '8675*********15', 0.75]),
  markedVector('imei/json-camel', '{"deviceId": "⟦867512030001115⟧"}', [
    'imei',
    '8675*********15',
    0.75,
  ]),
  markedVector('imei/groups', 'IMEI ⟦35-209900-176148-1⟧', ['imei', '3520*********81', 0.7]),
  markedVector('imei/label-space', '串号 ⟦99 000012 345678 4⟧', ['imei', '9900*********84', 0.7]),
  markedVector('imei/unknown-body', 'IMEI ⟦512345678901232⟧', ['imei', '5123*********32', 0.6]),
  markedVector('imei/full-width', 'IMEI：⟦８６０１２３０４５６７８９００⟧', [
    'imei',
    '8601*********00',
    0.75,
  ]),
  markedVector('imei/behind', '⟦356938035643809⟧(IMEI)', ['imei', '3569*********09', 0.6]),
  markedVector('imei/sql', "UPDATE t SET imei='⟦860123045678900⟧'", [
    'imei',
    '8601*********00',
    0.75,
  ]),
  markedVector('imei/meid', 'MEID: ⟦A0000012345678⟧', ['imei', 'A000********78', 0.6]),
  markedVector('imei/meid-hex', 'meid=⟦A10000A1234567⟧', ['imei', 'A100********67', 0.6]),
  quietVector('imei/alone', '860123045678900'),
  quietVector('imei/luhn-fails', 'IMEI 490154203237519'),
  quietVector('imei/order', '订单号 860123045678900'),
  quietVector('imei/sixteen', 'IMEI 4901542032375181'),
  quietVector('imei/zeros', 'IMEI 000000000000000'),
  quietVector('imei/amount', '¥490154203237518'),
  quietVector('imei/serial', '序列号 352099001761481'),
  quietVector('imei/hash', 'a0000012345678'),
  quietVector('imei/meid-word', 'MEID A00000123456789F'),
  quietVector('imei/tracking', '运单号 867512030001115'),
  quietVector('imei/masked', 'IMEI 8601*********00'),
  quietVector('imei/fourteen', 'IMEI 86012304567890'),
  quietVector('imei/timestamp', '20240115103045123'),
];
