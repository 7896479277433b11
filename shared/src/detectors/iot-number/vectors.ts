import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: ranges of the MIIT plan for things, digits that read like placeholders.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('iot/label', '物联网卡号:⟦1440123456789⟧', ['iot-number', '14401****6789', 0.65]),
  markedVector('iot/label-access', '接入号 ⟦1064712345678⟧', ['iot-number', '10647****5678', 0.7]),
  markedVector('iot/label-m2m', 'M2M ⟦1410012345678⟧', ['iot-number', '14100****5678', 0.65]),
  markedVector('iot/unicom', '物联网号码：⟦1064612345678⟧', ['iot-number', '10646****5678', 0.7]),
  markedVector('iot/telecom', '物联卡 ⟦1064912345678⟧', ['iot-number', '10649****5678', 0.7]),
  markedVector('iot/json', '{"iotNumber":"⟦1400012345678⟧"}', [
    'iot-number',
    '14000****5678',
    0.65,
  ]),
  markedVector('iot/groups', '物联网卡 ⟦10648 1234 5678⟧', ['iot-number', '10648****5678', 0.7]),
  markedVector('iot/prefix', '接入号 +86 ⟦1440123456789⟧', ['iot-number', '14401****6789', 0.65]),
  markedVector('iot/eleven', '物联网卡 ⟦14812345678⟧', ['iot-number', '14812**5678', 0.6]),
  markedVector('iot/eleven-1064', '物联网卡号 ⟦10647123456⟧', ['iot-number', '10647**3456', 0.7]),
  markedVector('iot/msisdn', 'msisdn=⟦1441234567890⟧', ['iot-number', '14412****7890', 0.65]),
  markedVector('iot/full-width', '物联网卡：⟦１４４０１２３４５６７８９⟧', [
    'iot-number',
    '14401****6789',
    0.65,
  ]),
  quietVector('iot/alone', '1440123456789'),
  quietVector('iot/alone-1064', '1064712345678'),
  quietVector('iot/timestamp', '时间戳 1440123456789'),
  quietVector('iot/timestamp-en', 'timestamp: 1410012345678'),
  quietVector('iot/json-ts', '{"ts":1420070400000}'),
  quietVector('iot/order', '订单号 1440123456789'),
  quietVector('iot/other-range', '物联网卡号 1340123456789'),
  quietVector('iot/fourteen', '物联网卡 14401234567890'),
  quietVector('iot/hex', '1440123456789ab'),
  quietVector('iot/amount', '¥1440123456789'),
  quietVector('iot/decimal', '1440123456789.5'),
  quietVector('iot/log', 'create_time=1440123456789 cost=12ms'),
];
