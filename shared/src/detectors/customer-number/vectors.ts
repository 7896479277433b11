import type { PatternRule } from '../../contracts/detection-data.ts';
import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Rules that the vectors are read with; made for this project, KH + 10 digits as in the manual. */
export const VECTOR_CUSTOMER_RULES: readonly PatternRule[] = [
  { id: 'kh', pattern: 'KH\\d{10}', labels: ['客户号'], needsLabel: false, dataLevel: 3 },
  {
    id: 'account',
    pattern: '\\d{9}',
    labels: ['营销户号', 'account no'],
    needsLabel: true,
    dataLevel: 3,
  },
  {
    id: 'loan',
    pattern: 'LN\\d{8}',
    labels: ['借据号'],
    check: 'luhn',
    needsLabel: false,
    dataLevel: 4,
  },
];

const number = (masked: string): Marking => ['customer-number', masked, 0.65];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('customer-number/alone', '⟦KH1234567890⟧', ['customer-number', 'KH******7890', 0.7]),
  markedVector('customer-number/label', '客户号：⟦KH2024000017⟧', number('KH******0017')),
  markedVector('customer-number/glued', '客户⟦KH1234567890⟧已到期', number('KH******7890')),
  markedVector('customer-number/lower-case', '⟦kh1234567890⟧', number('KH******7890')),
  markedVector('customer-number/full-width', '⟦ＫＨ１２３４５６７８９０⟧', number('KH******7890')),
  markedVector('customer-number/grouped', '⟦KH-1234-567-890⟧', number('KH******7890')),
  markedVector('customer-number/spaced', '⟦K H 1 2 3 4 5 6 7 8 9 0⟧', number('KH******7890')),
  markedVector('customer-number/zero-width', '⟦K\u200bH12345\u200d67890⟧', number('KH******7890')),
  markedVector(
    'customer-number/chinese-numerals',
    '⟦KH一二三四五六七八九〇⟧',
    number('KH******7890'),
  ),
  markedVector('customer-number/needs-label', '营销户号：⟦204466881⟧', number('20*****81')),
  markedVector('customer-number/english-label', 'Account No: ⟦204466881⟧', number('20*****81')),
  markedVector('customer-number/check', '⟦LN12345674⟧', number('LN****5674')),
  markedVector(
    'customer-number/list',
    '⟦KH1234567890⟧,⟦KH1234567891⟧',
    number('KH******7890'),
    number('KH******7891'),
  ),
  markedVector('customer-number/before-numeral', '⟦KH1234567890⟧两份合同', number('KH******7890')),
  markedVector('customer-number/json', '{"custNo":"⟦KH1234567890⟧"}', number('KH******7890')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('customer-number/longer', 'KH12345678901'),
  quietVector('customer-number/shorter', 'KH123456789'),
  quietVector('customer-number/in-a-code', 'AKH1234567890'),
  quietVector('customer-number/letter-behind', 'KH1234567890X'),
  quietVector('customer-number/other-prefix', 'KF1234567890'),
  quietVector('customer-number/no-label', '204466881'),
  quietVector('customer-number/other-label', '流水号：204466881'),
  quietVector('customer-number/wrong-check', 'LN12345675'),
  quietVector('customer-number/no-digits', '客户号：KH'),
  quietVector('customer-number/masked', '客户号：KH******7890'),
  quietVector('customer-number/decimal', '账户 0.204466881'),
  quietVector('customer-number/line-between', 'KH12345\n67890'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
