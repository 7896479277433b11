/** Disguised values with a little natural text around them. */
import type { Random } from '../../../demo/random.ts';
import type { Fill } from '../fill.ts';
import { labelled, type Piece, t } from '../piece.ts';
import { residentIdNumber, mobileNumber, cardNumber, UNIONPAY_RANGES } from '../values/numbers.ts';
import { mailAddress } from '../values/words.ts';
import type { EvadedType, Technique } from './technique.ts';

const LABELS: Readonly<Record<EvadedType, readonly string[]>> = {
  'cn-mobile': ['手机号', '电话', '联系电话', '手机', 'mobile', 'phone'],
  'cn-resident-id': ['身份证号', '身份证', '证件号码', 'ID card', 'id no'],
  'bank-card': ['银行卡号', '卡号', '收款账号', 'bank card', 'card number'],
  email: ['邮箱', '电子邮箱', 'email', 'E-mail'],
};
const BEFORE = [
  '麻烦转一下',
  '就是这个',
  '刚才那位客户的',
  '发你了',
  '记一下',
  '备注里写着',
  'here you go',
  'see',
];
const AFTER = ['谢谢', '收到请回复', '别弄丢了', '明天再联系', 'thanks', '确认一下'];

const MAKERS: Readonly<Record<EvadedType, (random: Random) => string>> = {
  'cn-mobile': mobileNumber,
  'cn-resident-id': (random) => residentIdNumber(random),
  'bank-card': (random) => cardNumber(random, UNIONPAY_RANGES),
  email: mailAddress,
};

interface Written {
  readonly value: string;
  readonly written: string;
}

/** A value that the technique can disguise, and how it looks then. */
function disguised(fill: Fill, type: EvadedType, technique: Technique): Written {
  for (;;) {
    const value = MAKERS[type](fill.random);
    if (technique.whole) return { value, written: value };
    if (type === 'cn-resident-id' && value.endsWith('X') && technique.id === 'scientific') continue;
    if (technique.needsX === true && !value.endsWith('X')) continue;
    const written = technique.write?.(value, fill.random) ?? value;
    if (written !== value) return { value, written };
  }
}

/** One case; even `index` = with a label, odd = without. */
export function evasionCase(fill: Fill, technique: Technique, index: number): Piece {
  const type = technique.types[(index >> 1) % technique.types.length] ?? 'cn-mobile';
  const { value, written } = disguised(fill, type, technique);
  const { before, after } = surroundings(fill, type, index % 2 === 0);
  if (technique.whole) {
    const sentence = before + value + after;
    const encoded = labelled(type, technique.whole(sentence, fill.random), value);
    return fill.once(2)
      ? encoded
      : t`${fill.pick(['附件内容', '原文', 'data', 'body'])}: ${encoded}`;
  }
  return t`${before}${labelled(type, written, value)}${after}`;
}

function surroundings(
  fill: Fill,
  type: EvadedType,
  withLabel: boolean,
): { before: string; after: string } {
  const end = fill.pick(['\n', ' ', '\uFF0C', '']);
  const after = end === '' ? '' : end + fill.pick(AFTER);
  if (withLabel) {
    const lead = fill.once(2) ? `${fill.pick(BEFORE)}\uFF0C` : '';
    return {
      before: `${lead}${fill.pick(LABELS[type])}${fill.pick([':', '\uFF1A', ' ', ': '])}`,
      after,
    };
  }
  return { before: `${fill.pick(BEFORE)}${fill.pick([' ', '\uFF0C', '\n', ': '])}`, after };
}
