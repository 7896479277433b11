import { markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * 91350100M000100Y43, 91330100799655058B, 914403001922038216 and 9144030071526726XG are published codes; the others were made for this project.
 */
export const VECTORS: readonly Vector[] = [
  markedVector('uscc/standard', '⟦91350100M000100Y43⟧', ['uscc', '9135**********0Y43', 0.75]),
  markedVector('uscc/alone', '⟦91330100799655058B⟧', ['uscc', '9133**********058B', 0.75]),
  markedVector('uscc/digits', '⟦914403001922038216⟧', ['uscc', '9144**********8216', 0.75]),
  markedVector('uscc/x-inside', '⟦9144030071526726XG⟧', ['uscc', '9144**********26XG', 0.75]),
  markedVector('uscc/label', '统一社会信用代码:⟦91330106MA2B12343G⟧', [
    'uscc',
    '9133**********343G',
    0.9,
  ]),
  markedVector('uscc/tax', '纳税人识别号：⟦91110000100000120H⟧', [
    'uscc',
    '9111**********120H',
    0.9,
  ]),
  markedVector('uscc/english', 'Unified Social Credit Code: ⟦91310115MA1H000125⟧', [
    'uscc',
    '9131**********0125',
    0.9,
  ]),
  markedVector('uscc/lower', '⟦91330106ma2b12343g⟧', ['uscc', '9133**********343G', 0.75]),
  markedVector('uscc/fours', '⟦9133 0106 MA2B 1234 3G⟧', ['uscc', '9133**********343G', 0.75]),
  markedVector('uscc/fields', '⟦91-330106-MA2B12343-G⟧', ['uscc', '9133**********343G', 0.75]),
  markedVector('uscc/json', '{"creditCode":"⟦93370200MA3N777725⟧"}', [
    'uscc',
    '9337**********7725',
    0.9,
  ]),
  markedVector('uscc/society', '⟦52310000501234569K⟧', ['uscc', '5231**********569K', 0.75]),
  markedVector('uscc/hospital', '⟦12420100441234566B⟧', ['uscc', '1242**********566B', 0.75]),
  markedVector('uscc/rural', '⟦N2330106MF1234567L⟧', ['uscc', 'N233**********567L', 0.75]),
  markedVector('uscc/inside-prose', '甲方(税号⟦92510104MA6C88880R⟧)', [
    'uscc',
    '9251**********880R',
    0.9,
  ]),
  markedVector('uscc/cjk-touches', '公司⟦91320500608123455J⟧已开票', [
    'uscc',
    '9132**********455J',
    0.75,
  ]),
  markedVector('uscc/full-width', '⟦９１３３０１０６ＭＡ２Ｂ１２３４３Ｇ⟧', [
    'uscc',
    '9133**********343G',
    0.75,
  ]),
  markedVector('uscc/digits-fours', '信用代码 ⟦9144 0300 1922 0382 16⟧', [
    'uscc',
    '9144**********8216',
    0.9,
  ]),
  quietVector('uscc/check-fails', '91350100M000100Y4Z'),
  quietVector('uscc/check-fails-label', '统一社会信用代码 91350100M000100Y42'),
  quietVector('uscc/check-fails-digits', '信用代码 914403001922038217'),
  quietVector('uscc/no-department', '统一社会信用代码 01350100M000100Y43'),
  quietVector('uscc/seventeen', '信用代码 91350100M000100Y4'),
  quietVector('uscc/nineteen', '91350100M000100Y431'),
  quietVector('uscc/letter-i', '91350100MI00100Y43'),
  quietVector('uscc/hash', '91350100m000100y43abcdef'),
  quietVector('uscc/masked', '信用代码 9135**********0Y43'),
  quietVector('uscc/resident-fails', '身份证 110101199003070215'),
  quietVector('uscc/order', '订单号 202401151030451234'),
  quietVector('uscc/uuid', '91350100-0e29-41d4-a716-446655440000'),
  quietVector('uscc/part', 'P/N 91350100M000100'),
];
