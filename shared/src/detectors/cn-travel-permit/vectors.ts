import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: forms of the permits, digits that read like placeholders.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('permit/home-return', '回乡证 ⟦H12345678⟧', ['cn-travel-permit', 'H1*****78', 0.7]),
  markedVector('permit/home-return-11', '回乡证号:⟦H1234567801⟧', [
    'cn-travel-permit',
    'H1*******01',
    0.7,
  ]),
  markedVector('permit/macao', '港澳居民来往内地通行证 ⟦M12345678⟧', [
    'cn-travel-permit',
    'M1*****78',
    0.7,
  ]),
  markedVector('permit/hong-kong-macao', '港澳通行证:⟦C12345678⟧', [
    'cn-travel-permit',
    'C1*****78',
    0.7,
  ]),
  markedVector('permit/hong-kong-macao-2', '往来港澳通行证号 ⟦CA1234567⟧', [
    'cn-travel-permit',
    'CA*****67',
    0.7,
  ]),
  markedVector('permit/old', '通行证 ⟦W12345678⟧', ['cn-travel-permit', 'W1*****78', 0.6]),
  markedVector('permit/taiwan', '往来台湾通行证:⟦L12345678⟧', [
    'cn-travel-permit',
    'L1*****78',
    0.7,
  ]),
  markedVector('permit/taiwan-old', '大陆居民往来台湾通行证 ⟦T12345678⟧', [
    'cn-travel-permit',
    'T1*****78',
    0.7,
  ]),
  markedVector('permit/compatriot', '台胞证 ⟦12345678⟧', ['cn-travel-permit', '12****78', 0.7]),
  markedVector('permit/compatriot-10', '台胞证号:⟦1234567801⟧', [
    'cn-travel-permit',
    '12******01',
    0.7,
  ]),
  markedVector('permit/compatriot-long', '台湾居民来往大陆通行证：⟦01234567⟧', [
    'cn-travel-permit',
    '01****67',
    0.7,
  ]),
  markedVector('permit/english', 'Home Return Permit No. ⟦H87654321⟧', [
    'cn-travel-permit',
    'H8*****21',
    0.7,
  ]),
  markedVector('permit/json', '{"permitNo":"⟦C87654321⟧"}', ['cn-travel-permit', 'C8*****21', 0.7]),
  markedVector('permit/lower', '通行证 ⟦h12345678⟧', ['cn-travel-permit', 'H1*****78', 0.7]),
  markedVector('permit/full-width', '回乡证：⟦Ｈ１２３４５６７８⟧', [
    'cn-travel-permit',
    'H1*****78',
    0.7,
  ]),
  quietVector('permit/alone', 'H12345678'),
  quietVector('permit/letter-i', '通行证 CI1234567'),
  quietVector('permit/seven', '回乡证 H1234567'),
  quietVector('permit/ten', '回乡证 H123456789'),
  quietVector('permit/compatriot-alone', '12345678'),
  quietVector('permit/compatriot-nine', '台胞证 123456789'),
  quietVector('permit/part', '料号 C12345678'),
  quietVector('permit/model', '型号 M12345678'),
  quietVector('permit/order', '订单号 C12345678'),
  quietVector('permit/hex', '回乡证 H12345678F'),
  quietVector('permit/masked', '回乡证 H1*****78'),
  quietVector('permit/same', '通行证 C88888888'),
  quietVector('permit/prose', '台胞证办理时间 2024'),
];
