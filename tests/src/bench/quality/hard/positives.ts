/** Findings that are hard to see: families by what makes them hard. */
import { field, permitField, valueOf } from '../fields.ts';
import { exact, type Fill } from '../fill.ts';
import { asOptional, decoy, join, labelled, type Piece, t } from '../piece.ts';
import type { Kind } from '../texts/template.ts';
import * as looks from '../values/look-alikes.ts';
import * as numbers from '../values/numbers.ts';

const STRONG = ['mobile', 'residentId', 'card', 'email'] as const;
const bare = (fill: Fill): Piece => valueOf(fill, fill.pick(STRONG));

const FILLER = [
  '昨天跟您说的事情已经安排下去了,相关同事今天会处理',
  '因系统升级,部分页面可能显示异常,请大家谅解',
  '上次培训的材料在共享目录里,需要的自取',
  '这家客户跟了三个月,价格一直没谈拢',
  'Let me know if anything is unclear, the portal will be down on Sunday',
];

const noLabel: Kind = {
  id: 'no-label',
  prose: true,
  templates: [
    (f) => t`${bare(f)}`,
    (f) => t`${f.pick(FILLER)}。${bare(f)}。${f.pick(FILLER)}。`,
    (f) => t`麻烦转给这位,${bare(f)},谢谢`,
    (f) => t`${f.pick(['刚才说的那个', '就是它', '记一下', '发你'])} ${bare(f)}`,
    (f) => t`${f.plate()} 停在消防通道了,谁的车挪一下`,
    (f) => t`${f.uscc()}\n${f.company()}`,
    (f) =>
      join(
        Array.from({ length: f.int(3, 9) }, () => f.mobile()),
        '\n',
      ),
    (f) => t`${f.residentId()} ${f.mobile()}`,
  ],
};

const farLabel: Kind = {
  id: 'label-far',
  prose: true,
  templates: [
    (f) => t`请提供您的手机号码,我们的工作人员会在一个工作日内与您取得联系。\n\n${f.mobile()}`,
    (f) =>
      t`以下为本次需要核验的身份证,共一份,核验完成后请在系统中标记。\n${f.pick(FILLER)}。\n${f.residentId()}`,
    (f) =>
      t`收款银行卡信息如下(仅用于本次退款,请勿转发):\n开户行:${f.bank()}${f.city()}分行\n户名见附件\n${f.card()}`,
    (f) => t`手机号码\n(必填)\n${f.mobile()}\n身份证号码\n(必填)\n${f.residentId()}`,
    (f) => t`电话是我爱人的,白天可能打不通,晚上七点以后比较方便,${f.mobile()}`,
  ],
};

const labelAfter: Kind = {
  id: 'label-after',
  prose: true,
  templates: [
    (f) => t`${f.mobile()}(手机)\n${f.landline()}(座机)`,
    (f) => t`${f.residentId()}是我的身份证号,麻烦帮忙查一下`,
    (f) => t`${f.card()},这是收款卡号,${f.bank()}的`,
    (f) => t`${f.mobile()} <- new mobile, please update`,
    (f) => t`${f.imei()}(IMEI) ${f.iccid()}(ICCID)`,
    (f) => t`${f.passport()}(护照)、${f.mobile()}(联系电话)`,
  ],
};

const mixedLanguages: Kind = {
  id: 'mixed-languages',
  prose: true,
  templates: [
    (f) => t`pls call ${f.colleague()} at ${f.mobile()}, ID no. ${f.residentId()}, thx`,
    (f) => t`Hi 各位, 客户 mobile 是 ${f.mobile()}, email ${f.email()}, 请 follow up`,
    (f) => t`Refund to 银行卡 ${f.card()} (${f.bank()}), amount ${decoy(f.amount())}`,
    (f) => t`FYI 这个 VIP 的 passport:${f.passport()}, 车牌 plate:${f.plate()}`,
    (f) => t`お客様の電話番号は ${f.mobile()} です。担当:中国支社`,
    (f) => t`Контакт: ${f.mobile()}, почта ${f.email()}`,
  ],
};

const several: Kind = {
  id: 'several-per-line',
  prose: true,
  templates: [
    (f) => t`电话:${f.mobile()}/${f.mobile()}、${f.mobile()}`,
    (f) => t`${f.mobile()},${f.mobile()},${f.mobile()},${f.mobile()}`,
    (f) => t`${f.mobile()};${f.residentId()};${f.card()};${f.email()}`,
    (f) => t`${f.residentId()}/${f.mobile()}/${f.plate()}`,
    (f) => t`${f.mobile()} ${f.mobile()} ${f.mobile()}`,
    (f) => t`抄送:${f.email()}; ${f.email()}; ${f.email()}`,
    (f) => t`1、${f.mobile()} 2、${f.mobile()} 3、${f.mobile()}`,
    (f) => t`1.${f.mobile()}\n2.${f.mobile()}\n3.${f.mobile()}`,
    (f) => t`①${f.residentId()}②${f.residentId()}`,
  ],
};

const glued: Kind = {
  id: 'glued-to-chinese',
  prose: false,
  templates: [
    (f) => t`手机${f.mobile()}身份证${f.residentId()}请核实`,
    (f) => t`我叫${asOptional(f.name())}电话${f.mobile()}邮箱${f.email()}谢谢`,
    (f) => t`卡号${f.card()}开户行${f.bank()}`,
    (f) => t`打${f.mobile()}找他或者发到${f.email()}都行`,
    (f) => t`车牌${f.plate()}车主${f.mobile()}已到`,
    (f) => t`联系人${asOptional(f.name())}${f.mobile()}`,
    (f) => t`税号${f.uscc()}电话${f.landline()}`,
  ],
};

function regrouped(
  fill: Fill,
  value: string,
  shapes: readonly (readonly number[])[],
  type: 'cn-mobile' | 'bank-card' | 'cn-resident-id',
): Piece {
  const separator = fill.pick([' ', '-', ' ', '.']);
  const parts: string[] = [];
  let at = 0;
  for (const size of fill.pick(shapes)) {
    parts.push(value.slice(at, at + size));
    at += size;
  }
  if (at < value.length) parts.push(value.slice(at));
  return labelled(type, parts.join(separator), value);
}

const groupings: Kind = {
  id: 'unusual-grouping',
  prose: true,
  templates: [
    (f) =>
      t`电话 ${regrouped(
        f,
        numbers.mobileNumber(f.random),
        [
          [4, 3, 4],
          [3, 8],
          [5, 6],
          [3, 3, 5],
          [4, 4, 3],
          [7, 4],
        ],
        'cn-mobile',
      )}`,
    (f) =>
      t`手机号码:${regrouped(
        f,
        numbers.mobileNumber(f.random),
        [
          [3, 4, 4],
          [3, 2, 2, 2, 2],
          [3, 2, 3, 3],
        ],
        'cn-mobile',
      )},请回电`,
    (f) =>
      t`银行卡 ${regrouped(
        f,
        numbers.cardNumber(f.random, numbers.UNIONPAY_RANGES),
        [
          [6, 4, 4],
          [4, 4, 4, 4],
          [8, 8],
          [6, 6],
          [5, 5, 5],
        ],
        'bank-card',
      )}`,
    (f) =>
      t`身份证 ${regrouped(
        f,
        numbers.residentIdNumber(f.random),
        [
          [6, 8, 4],
          [6, 4, 4, 4],
          [3, 3, 4, 4, 4],
          [4, 4, 4, 4, 2],
          [6, 12],
        ],
        'cn-resident-id',
      )}`,
    (f) =>
      t`身份证号:${regrouped(
        f,
        numbers.residentIdNumber(f.random),
        [
          [6, 8, 3, 1],
          [6, 6, 6],
          [17, 1],
        ],
        'cn-resident-id',
      )}。`,
  ],
};

const besideDecoys: Kind = {
  id: 'beside-decoys',
  prose: true,
  templates: [
    (f) => t`订单号${decoy(looks.likeMobile(f.random))},手机${f.mobile()}`,
    (f) =>
      t`流水号:${decoy(looks.likeCard(f.random))}\n付款卡号:${f.card()}\n时间戳:${decoy(`17${f.digits(11)}`)}`,
    (f) =>
      t`运单 ${decoy(looks.likeMobile(f.random))} 收件人手机 ${f.mobile()} 代收 ${decoy(f.amount())} 元`,
    (f) =>
      t`手机:${f.mobile()},工单号:${decoy(looks.likeMobile(f.random))},批号:${decoy(f.digits(11))}`,
    (f) =>
      t`原身份证号 ${decoy(looks.wrongResidentId(f.random))} 录入有误,正确的身份证号为 ${f.residentId()}`,
    (f) =>
      t`客服热线400-${f.digits(3)}-${f.digits(4)},客户手机${f.mobile()},隐私号${decoy(looks.maskedMobile(f.random))}`,
    (f) => t`noreply@service.example.com 代 ${f.email()} 发送`,
  ],
};

const rare: Kind = {
  id: 'rare-forms',
  prose: true,
  templates: [
    (f) =>
      t`身份证号:${exact('cn-resident-id', numbers.residentIdNumber(f.random).replace('X', 'x'))}`,
    (f) => t`老身份证号码(15位):${exact('cn-resident-id', numbers.oldResidentIdNumber(f.random))}`,
    (f) =>
      t`港澳台居民居住证号码:${exact('cn-resident-id', numbers.residencePermitNumber(f.random))}`,
    (f) =>
      t`外国人永久居留身份证号码:${exact('cn-resident-id', numbers.foreignResidentNumber(f.random))}`,
    (f) => permitField(f),
    (f) => t`证件类型:护照 证件号码:${f.passport()}`,
    (f) => t`拨号盘输入*#06#,显示IMEI1:${f.imei()} IMEI2:${f.imei()}`,
    (f) => t`微信同号:${f.mobile()}`,
    (f) => t`支付宝账号 ${f.mobile()} 或 ${f.email()}`,
    (f) => t`SIM: ${f.iccid()}, IMSI ${f.imsi()}, modem ${field(f, 'imei')}`,
    (f) => t`座机:${f.landline()},传真:${asOptional(f.landline())}`,
    (f) => t`+86 ${f.landline()}`,
    (f) => t`牌照:${f.plate()}、${f.plate()}`,
  ],
};

export const HARD_POSITIVES: readonly Kind[] = [
  noLabel,
  farLabel,
  labelAfter,
  mixedLanguages,
  several,
  glued,
  groupings,
  besideDecoys,
  rare,
];
