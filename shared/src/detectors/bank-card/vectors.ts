import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/**
 * Visa, Mastercard, JCB and American Express: the schemes' public test numbers. UnionPay: a bank's range, then
 * 1234567890…, then the Luhn digit; made for this project.
 */
const sure = (masked: string): Marking => ['bank-card', masked, 0.9];
const likely = (masked: string): Marking => ['bank-card', masked, 0.6];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('card/alone', '⟦6222021234567890128⟧', likely('6222***********0128')),
  markedVector('card/label', '银行卡号:⟦6228480012345678010⟧', sure('6228***********8010')),
  markedVector(
    'card/label-english',
    'Card number: ⟦6217001234567890122⟧',
    sure('6217***********0122'),
  ),
  markedVector('card/eighteen-digits', '卡号 ⟦621700123456789011⟧', sure('6217**********9011')),
  markedVector('card/sixteen-digits', '信用卡 ⟦6225881234567898⟧', sure('6225********7898')),
  markedVector('card/unknown-bank', '⟦6240001234567894⟧', likely('6240********7894')),
  markedVector('card/fours', '⟦6222 0212 3456 7890 128⟧', likely('6222***********0128')),
  markedVector('card/dashes', '账号:⟦6225-8812-3456-7898⟧', sure('6225********7898')),
  markedVector('card/old-range', '工资卡 ⟦9558801234567890128⟧', sure('9558***********0128')),
  markedVector('card/boc', '收款账号 ⟦6013821234567890123⟧', sure('6013***********0123')),
  markedVector('card/visa', '⟦4111111111111111⟧', likely('4111********1111')),
  markedVector('card/visa-grouped', '⟦4111 1111 1111 1111⟧', likely('4111********1111')),
  markedVector('card/mastercard', 'MasterCard ⟦5555555555554444⟧', sure('5555********4444')),
  markedVector('card/jcb', '⟦3530111333300000⟧', likely('3530********0000')),
  markedVector('card/amex', 'card no ⟦3782 822463 10005⟧', ['bank-card', '3782*******0005', 0.9]),
  markedVector(
    'card/word-behind',
    '⟦6222601234567890126⟧ 交行储蓄卡',
    likely('6222***********0126'),
  ),
  markedVector('card/json', '{"bankAccount":"⟦6212261234567890128⟧"}', sure('6212***********0128')),
  markedVector(
    'card/transfer',
    '请把款打到⟦6222021234567890128⟧,户名李某',
    likely('6222***********0128'),
  ),
  // Disguises.
  markedVector(
    'card/full-width',
    '⟦６２２２０２１２３４５６７８９０１２８⟧',
    likely('6222***********0128'),
  ),
  markedVector(
    'card/zero-width',
    '卡号⟦6222\u200b0212\u200b3456\u200b7890\u200b128⟧',
    sure('6222***********0128'),
  ),
  markedVector(
    'card/digit-by-digit',
    '⟦6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0 1 2 8⟧',
    likely('6222***********0128'),
  ),
  markedVector('card/circled', '⟦⑥②②②⓪②①②③④⑤⑥⑦⑧⑨⓪①②⑧⟧', likely('6222***********0128')),
  markedVector(
    'card/mixed-separators',
    '卡号 ⟦6222-0212.3456 7890/128⟧',
    sure('6222***********0128'),
  ),
  markedVector('card/odd-groups', '银行卡 ⟦62220 21234 56789 0128⟧', likely('6222***********0128')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('card/luhn-fails', '银行卡号 6222021234567890127'),
  quietVector('card/no-such-issuer', '卡号 1234567812345670'),
  quietVector('card/masked', '尾号0128的卡 6222***********0128'),
  quietVector('card/masked-fours', '6222 **** **** 0128'),
  quietVector('card/tail-only', '尾号 0128'),
  quietVector('card/order-number', '订单号:6240001234567894'),
  quietVector('card/transaction', '交易流水 4380881234567894'),
  quietVector('card/tracking', 'Tracking No 4111111111111111'),
  quietVector('card/serial', '序列号 5555555555554444'),
  markedVector('card/imei', 'IMEI ⟦378282246310005⟧', ['imei', '3782*********05', 0.6]),
  quietVector('card/invalid-id', '身份证号 620102199001010000'),
  quietVector('card/snowflake', '1750012345678901234'),
  quietVector('card/microseconds', '1700000000000000'),
  quietVector('card/twenty-digits', '62220212345678901286'),
  quietVector('card/decimal', '0.6222021234567890128'),
  quietVector('card/amount', '¥4111111111111111'),
  quietVector('card/rows-of-fours', '4111 1111 1111 1111 2044 9135\n5555 5555 5555 4444 7120 3318'),
  quietVector('card/csv-numbers', '4111,1111,1111,1111\n5555,5555,5555,4444'),
  quietVector('card/hex', '4111111111111111ab'),
  quietVector('card/visa-of-nineteen', '4111111111111111110'),
  quietVector('card/date-range', '20240101-20241231'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
