/** Chats, mails, short messages. */
import { customer, englishField, field, sheet } from '../fields.ts';
import type { Fill } from '../fill.ts';
import { concat, decoy, join, type Piece, t } from '../piece.ts';
import { maskedCard } from '../values/look-alikes.ts';
import type { Kind } from './template.ts';

const SMALL_TALK = [
  '在吗',
  '好的收到',
  '今天下午的会改到三点了',
  '辛苦了,麻烦尽快处理一下',
  '客户又打电话来催了',
  '文档我放共享盘了',
  '稍等我查一下',
  '这个需求下周排期',
  '哈哈哈没事',
  'OK 我跟进',
  '午饭吃什么',
  '合同走完审批了吗',
];

function chat(fill: Fill, said: readonly Piece[]): Piece {
  const who = [fill.colleague(), fill.colleague()];
  const lines: Piece[] = [];
  for (const message of said) {
    for (let extra = fill.int(0, 2); extra > 0; extra--)
      lines.push(t`${fill.pick(who)} ${fill.clock()}\n${fill.pick(SMALL_TALK)}`);
    lines.push(t`${fill.pick(who)} ${fill.clock()}\n${message}`);
  }
  lines.push(t`${fill.pick(who)} ${fill.clock()}\n${fill.pick(SMALL_TALK)}`);
  return join(lines, '\n');
}

const chats: Kind = {
  id: 'chat',
  prose: true,
  templates: [
    (f) => chat(f, [t`这个客户的电话是${f.mobile()},你打一下`]),
    (f) => chat(f, [t`帮我查下这个人,身份证${f.residentId()}`, t`手机${f.mobile()}`]),
    (f) => chat(f, [t`工资卡号发你了 ${f.card()} ${f.bank()}的`]),
    (f) => chat(f, [t`我加你微信了,手机号${f.mobile()}`, t`邮箱给我一个`, t`${f.email()}`]),
    (f) => chat(f, [t`新来的VPN账号,密码:${f.password()},记得改`]),
    (f) => chat(f, [t`快递寄这里:地址:${f.address()},收件人:${f.name()},电话${f.mobile()}`]),
    (f) => chat(f, [t`${f.keyword()}的材料别往外发`, t`知道了`]),
    (f) => chat(f, [t`访客车牌${f.plate()},帮忙登记一下`, t`已经报给门岗了`]),
  ],
};

const mails: Kind = {
  id: 'mail',
  prose: true,
  templates: [
    (f) =>
      t`发件人:${f.email()}\n收件人:${f.email()}\n主题:关于${f.plan()}客户资料\n\n${f.colleague()},您好:\n附上客户信息如下,请查收。\n${customer(f)}\n\n谢谢!\n${f.department()}`,
    (f) =>
      t`From: ${f.email()}\nTo: ${f.email()}\nSubject: customer details\n\nHi,\nplease find the details below:\n${englishField(f, 'mobile')}\n${englishField(f, 'residentId')}\n${englishField(f, 'card')}\n\nBest regards`,
    (f) =>
      t`各位同事:\n请协助核对以下客户的开户资料。${sheet(f, ['name', 'residentId', 'card'])}。\n核对完成后请回复本邮件。\n${f.department()} ${f.chineseDay()}`,
    (f) =>
      t`> 原邮件 ${f.stamp()}\n> 我的新号码是 ${f.mobile()},旧号停用了。\n\n收到,已更新通讯录。\n座机:${f.landline()}\n${f.company()}`,
    (f) =>
      t`王经理好,\n\n差旅订票信息:\n${sheet(f, ['name', 'passport', 'mobile'], '\n')}\n出发:${f.day()} ${f.city()}\n\n麻烦出票后发我。`,
    (f) =>
      t`Hello team,\n\nThe test account is ready. ${englishField(f, 'password')}\nPlease do not share it.\n\n${f.pick(['Thanks', 'Cheers', 'Regards'])}`,
    (f) =>
      t`${f.mark()}\n\n主题:${f.keyword()}进展通报\n请各部门负责人于${f.chineseDay()}前反馈意见。`,
  ],
};

const sms: Kind = {
  id: 'sms',
  prose: true,
  templates: [
    (f) =>
      t`【${f.bank()}】您尾号${f.digits(4)}的储蓄卡${f.clock()}支出人民币${decoy(f.amount())}元。如非本人操作请联系客户经理,电话${f.mobile()}。`,
    (f) =>
      t`【某某快递】您的包裹${decoy(`SF${f.digits(13)}`)}由快递员派送,电话${f.mobile()},请保持畅通。`,
    (f) => t`【社保局】${f.chineseDay()}参保登记成功,公民身份号码${f.residentId()},请妥善保管。`,
    (f) => t`【公积金中心】您绑定的银行卡${f.card()}已变更,手机号${f.mobile()}将接收后续通知。`,
    (f) =>
      t`【违章提醒】您的小型汽车${f.plate()}于${f.chineseDay()}在${f.city()}${f.pick(['人民路', '环城高速'])}未按规定停车,罚款200元。`,
    (f) =>
      concat([
        t`【人才市场】面试通知:请携带简历于${f.day()} ${f.clock()}到场,`,
        field(f, 'landline'),
        t`,简历投递${f.email()}。`,
      ]),
    (f) =>
      t`【挂号平台】就诊人身份证号${f.residentId()}已预约${f.department()},卡号${maskedCard(f.random)}。`,
  ],
};

export const MESSAGE_KINDS: readonly Kind[] = [chats, mails, sms];
