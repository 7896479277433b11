import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * 11010519491231002X and 440524188001010014 are the examples of GB 11643-1999; the others were made for this project
 * (region, date and sequence picked, check letter computed by MOD 11-2) and belong to nobody we know of.
 */
const sure = (masked: string): Marking => ['cn-resident-id', masked, 0.9];
const valid = (masked: string): Marking => ['cn-resident-id', masked, 0.8];
const likely = (masked: string): Marking => ['cn-resident-id', masked, 0.6];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('id/alone', '⟦11010519491231002X⟧', valid('110***********002X')),
  markedVector('id/standard-example', '⟦440524188001010014⟧', valid('440***********0014')),
  markedVector('id/label', '身份证号:⟦110101199003070214⟧', sure('110***********0214')),
  markedVector('id/label-english', 'ID No. ⟦320106198511234517⟧', sure('320***********4517')),
  markedVector('id/label-variable', 'idCard="⟦320106198511234517⟧"', sure('320***********4517')),
  markedVector('id/lower-case-x', '证件号码 ⟦11010119900307002x⟧', sure('110***********002X')),
  markedVector('id/cyrillic-x', '⟦11010519491231002Х⟧', valid('110***********002X')),
  markedVector('id/grouped', '⟦510107 19781008 3322⟧', valid('510***********3322')),
  markedVector('id/leap-day', '⟦310103-19640229-0018⟧', valid('310***********0018')),
  markedVector('id/fours', '证号 ⟦3101 0319 6402 2900 18⟧', sure('310***********0018')),
  markedVector('id/abolished-region', '⟦513021197506141123⟧', valid('513***********1123')),
  markedVector('id/unknown-region', '⟦990101199003070218⟧', likely('990***********0218')),
  markedVector('id/residence-permit', '居住证 ⟦810000198505051119⟧', sure('810***********1119')),
  markedVector('id/permanent-resident', '⟦931840198001010017⟧', valid('931***********0017')),
  markedVector('id/legacy', '身份证 ⟦110105491231002⟧', likely('110********1002')),
  markedVector('id/beats-card', '⟦620102199001010257⟧', valid('620***********0257')),
  markedVector('id/beats-card-label', '卡号 ⟦620102199001010257⟧', likely('620***********0257')),
  markedVector(
    'id/inside-prose',
    '经办人王某某,⟦370202199912314423⟧,已核验',
    valid('370***********4423'),
  ),
  // An order number does not have a birth date, a region and a check letter; the label is an evasion.
  markedVector('id/mislabelled', '订单号 ⟦110101199003070214⟧', likely('110***********0214')),
  // Disguises.
  markedVector(
    'id/full-width',
    '⟦１１０１０５１９４９１２３１００２Ｘ⟧',
    valid('110***********002X'),
  ),
  markedVector('id/zero-width', '⟦1101\u200b0519491231\ufeff002X⟧', valid('110***********002X')),
  markedVector(
    'id/digit-by-digit',
    '⟦1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X⟧',
    valid('110***********002X'),
  ),
  markedVector('id/mixed-separators', '⟦110105.1949/1231-002X⟧', likely('110***********002X')),
  markedVector('id/line-break', '⟦110105194912\n31002X⟧', likely('110***********002X')),
  markedVector('id/mathematical', '⟦𝟷𝟷𝟶𝟷𝟶𝟻𝟷𝟿𝟺𝟿𝟷𝟸𝟹𝟷𝟶𝟶𝟸X⟧', valid('110***********002X')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('id/check-fails', '110101199003070215'),
  quietVector('id/check-fails-label', '身份证号码:110101199003070215'),
  quietVector('id/check-fails-x', '居民身份证 11010519491231003X'),
  quietVector('id/no-such-day', '身份证 110101199002300217'),
  quietVector('id/no-leap-day', '身份证 310103196202290013'),
  quietVector('id/born-too-late', '身份证 110101209903070216'),
  quietVector('id/masked', '身份证号 110***********002X'),
  quietVector('id/masked-birth-date', '身份证号 110105********002X'),
  quietVector('id/seventeen-digits', '身份证 11010519491231002'),
  quietVector('id/nineteen-digits', '身份证 1101011990030702140'),
  quietVector('id/legacy-alone', '110105491231002'),
  quietVector('id/legacy-as-imei', 'IMEI 110105491231002'),
  quietVector('id/legacy-no-such-day', '身份证 110105491331002'),
  quietVector('id/legacy-no-such-province', '身份证 990105491231002'),
  quietVector('id/order-number', '订单号 202401151030451234'),
  quietVector('id/timestamp', '20240115103045123'),
  quietVector('id/row-of-numbers', '110105 19491231 0029 4411 8520 7719'),
  quietVector('id/hex', '11010519491231002f'),
  quietVector('id/round-number', '500000000000000000'),
  quietVector('id/word-behind', '身份证 110105194912310020kg'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
