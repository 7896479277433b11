import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Made for this project: ranges from the MIIT numbering table of 2023-03, subscriber digits that read like
 * placeholders (8000, 5678); no real subscriber was looked up.
 */
const sure = (masked: string): Marking => ['cn-mobile', masked, 0.9];
const likely = (masked: string): Marking => ['cn-mobile', masked, 0.6];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('mobile/alone', '⟦13800138000⟧', likely('138****8000')),
  markedVector('mobile/label', '手机号:⟦13912345678⟧', sure('139****5678')),
  markedVector('mobile/label-english', 'Phone number: ⟦15900001234⟧', sure('159****1234')),
  markedVector('mobile/dashes', '联系电话：⟦138-0013-8000⟧', sure('138****8000')),
  markedVector('mobile/spaces', 'Tel: ⟦186 0013 8000⟧', sure('186****8000')),
  markedVector('mobile/plus-86', '+86 ⟦13800138000⟧', likely('138****8000')),
  markedVector('mobile/0086-grouped', '0086-⟦138-0013-8000⟧', likely('138****8000')),
  markedVector('mobile/bracket-86', '(86)⟦13800138000⟧', likely('138****8000')),
  markedVector('mobile/86-in-one-run', '86⟦13800138000⟧', likely('138****8000')),
  markedVector('mobile/label-touches', 'tel⟦13800138000⟧', sure('138****8000')),
  markedVector('mobile/cjk-touches', '请拨打⟦13800138000⟧联系', sure('138****8000')),
  markedVector('mobile/variable', 'userPhone=⟦17700001111⟧;', sure('177****1111')),
  markedVector(
    'mobile/json',
    '{"orderId":"20240115001122","phone":"⟦19900002222⟧","amount":100}',
    sure('199****2222'),
  ),
  markedVector(
    'mobile/url-query',
    'https://crm.corp.example/c?mobile=⟦13800138000⟧&x=1',
    sure('138****8000'),
  ),
  markedVector('mobile/crm-path', '/user/⟦13800138000⟧/profile', likely('138****8000')),
  markedVector(
    'mobile/list',
    '手机:⟦13800138000⟧、⟦13900139000⟧',
    sure('138****8000'),
    sure('139****9000'),
  ),
  markedVector('mobile/label-line-above', '手机号\n⟦13800138000⟧', sure('138****8000')),
  markedVector('mobile/markdown', '电话 **⟦16200003333⟧**', sure('162****3333')),
  markedVector('mobile/satellite', '移动电话 ⟦17400001234⟧', sure('174****1234')),
  markedVector('mobile/resale', '号码:⟦17000004444⟧', likely('170****4444')),
  markedVector('mobile/word-behind', '⟦13800138000⟧ is my phone', likely('138****8000')),
  markedVector(
    'mobile/numbered-list',
    '①⟦13800138000⟧ ②⟦13900139000⟧',
    likely('138****8000'),
    likely('139****9000'),
  ),
  // Disguises.
  markedVector('mobile/full-width', '⟦１３８００１３８０００⟧', likely('138****8000')),
  markedVector('mobile/zero-width', '⟦1\u200b3\u200b8001\u200d38000⟧', [
    'cn-mobile',
    '138****8000',
    0.6,
  ]),
  markedVector('mobile/bidi', '⟦138\u202e0013\u202c8000⟧', likely('138****8000')),
  markedVector('mobile/mathematical', '⟦𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎⟧', likely('138****8000')),
  markedVector('mobile/arabic-indic', '⟦١٣٨٠٠١٣٨٠٠٠⟧', likely('138****8000')),
  markedVector('mobile/circled', '⟦①③⑧⓪⓪①③⑧⓪⓪⓪⟧', likely('138****8000')),
  markedVector(
    'mobile/keycaps',
    `⟦${Array.from('1380013800', (digit) => `${digit}\ufe0f\u20e3`).join('')}0\ufe0f\u20e3⟧`,
    likely('138****8000'),
  ),
  markedVector('mobile/digit-by-digit', '⟦1 3 8 0 0 1 3 8 0 0 0⟧', likely('138****8000')),
  markedVector('mobile/digit-by-dash', '微信⟦1-3-8-0-0-1-3-8-0-0-0⟧', sure('138****8000')),
  markedVector('mobile/mixed-separators', '电话 ⟦138.0013-8000⟧', sure('138****8000')),
  markedVector('mobile/odd-groups', '手机 ⟦13800 138000⟧', likely('138****8000')),
  markedVector(
    'mobile/full-width-dashes',
    '手机：⟦１３８－００１３－８０００⟧',
    sure('138****8000'),
  ),
  markedVector('mobile/ideographic-space', '⟦138\u30000013\u30008000⟧', likely('138****8000')),
  markedVector('mobile/line-break', '手机号:⟦1380013\n8000⟧', likely('138****8000')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('mobile/masked', '手机号 138****5678'),
  quietVector('mobile/masked-x', 'phone 138xxxx5678'),
  quietVector('mobile/order-number', '订单号:13800138000'),
  quietVector('mobile/order-number-english', 'Order No. 13912345678'),
  quietVector('mobile/tracking', '运单号：15900001234 已签收'),
  quietVector('mobile/serial', 'S/N 13800138000'),
  quietVector('mobile/invoice', '发票号码：13800138000'),
  quietVector('mobile/phone-model', '手机型号 13800138000'),
  quietVector('mobile/twelve-digits', '手机 138001380001'),
  quietVector('mobile/ten-digits', '手机 1380013800'),
  quietVector('mobile/timestamp-ms', '1380013800000'),
  quietVector('mobile/timestamp-text', '20240115103000'),
  quietVector('mobile/no-such-range', '手机 12345678901'),
  quietVector('mobile/inside-longer-run', '0013800138000123456789'),
  quietVector('mobile/amount-yuan', '¥13800138000'),
  quietVector('mobile/amount-behind', '合同总价 13800138000 元'),
  quietVector('mobile/decimal', '13800138000.00'),
  quietVector('mobile/fraction', '0.13800138000'),
  quietVector('mobile/thousands', '13,800,138,000'),
  quietVector('mobile/hex', 'a13800138000f'),
  quietVector('mobile/uuid', '550e8400-e29b-41d4-a716-138001380000'),
  quietVector('mobile/ip', '138.138.138.13'),
  quietVector('mobile/version', 'v1.38.0013.8000'),
  quietVector('mobile/code-prefix', 'ORD-13800138000'),
  quietVector('mobile/structured', '2024-13800138000'),
  quietVector('mobile/product-path', 'https://shop.example/item/13800138000.html'),
  quietVector('mobile/service-number', '客服热线 400-800-8820,95588,10086'),
  quietVector('mobile/row-of-numbers', '138 0013 8000 0012 4471 9035'),
  quietVector('mobile/qq', 'QQ号 13800138000'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
