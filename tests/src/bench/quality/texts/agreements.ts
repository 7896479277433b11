/** Contracts, registrations, loan forms, minutes. */
import { field, permitField, sheet } from '../fields.ts';
import { asOptional, decoy, t } from '../piece.ts';
import type { Fill } from '../fill.ts';
import type { Kind } from './template.ts';

const CLAUSES = [
  '乙方应当在验收合格后三十日内开具增值税专用发票',
  '双方对在合作中知悉的商业信息负有保密义务',
  '因不可抗力导致本合同不能履行的,双方互不承担责任',
  '争议提交合同签订地人民法院诉讼解决',
  '租金按季度支付,押金于退租时无息返还',
  '本合同一式两份,自签字盖章之日起生效',
];

function clauses(fill: Fill): string {
  return Array.from(
    { length: fill.int(1, 4) },
    (_, at) => `第${'一二三四'.charAt(at)}条 ${fill.pick(CLAUSES)}。`,
  ).join('\n');
}

const contracts: Kind = {
  id: 'contract',
  prose: true,
  templates: [
    (f) =>
      t`服务合同\n${field(f, 'contractNumber')}\n甲方:${f.company()}\n${field(f, 'uscc')}\n${field(f, 'landline')}\n乙方:${asOptional(f.name())}\n${field(f, 'residentId')}\n${field(f, 'mobile')}\n\n${clauses(f)}\n签订日期:${f.chineseDay()}`,
    (f) =>
      t`房屋租赁合同\n出租方(甲方):${asOptional(f.name())},身份证号:${f.residentId()}\n承租方(乙方):${asOptional(f.name())},身份证号:${f.residentId()}\n房屋坐落地址:${f.address()}\n月租金人民币 ${decoy(f.amount())} 元,收款账号 ${f.card()}(${f.bank()})。\n${clauses(f)}`,
    (f) =>
      t`采购合同补充协议\n${field(f, 'contractNumber')}\n甲方:${f.company()}(统一社会信用代码:${f.uscc()})\n乙方:${f.company()}(统一社会信用代码:${f.uscc()})\n${clauses(f)}\n金额:¥${decoy(f.amount())}`,
    (f) =>
      t`${f.mark()}\n\n合作备忘录\n项目名称:${f.keyword()}\n${clauses(f)}\n联系人:${f.name()} 电话:${f.mobile()}`,
    (f) =>
      t`车辆买卖协议\n车牌号码:${f.plate()}\n卖方手机:${f.mobile()}\n买方手机:${f.mobile()}\n成交价 ${decoy(f.amount())} 元整。\n${clauses(f)}`,
  ],
};

const registrations: Kind = {
  id: 'registration',
  prose: true,
  templates: [
    (f) =>
      t`用户注册信息\n${sheet(f, ['name', 'residentId', 'mobile', 'email'], '\n')}\n注册时间:${f.stamp()}\n注册IP:${f.int(11, 220)}.${f.int(1, 250)}.${f.int(1, 250)}.${f.int(1, 250)}`,
    (f) =>
      t`来访人员登记\n日期:${f.day()}\n${sheet(f, ['name', 'mobile', 'plate'], '\n')}\n事由:${f.pick(['设备巡检', '业务洽谈', '面试', '送货'])}\n进入时间:${f.clock()}`,
    (f) =>
      t`港澳台及外籍旅客住宿登记\n${field(f, 'name')}\n${permitField(f)}\n${field(f, 'mobile')}\n入住:${f.day()}  房号:${f.int(301, 2218)}`,
    (f) =>
      t`出境游报名表\n${sheet(f, ['name', 'passport', 'residentId', 'mobile'], '\n')}\n${permitField(f)}\n团费:${decoy(f.amount())}元\n紧急联系电话:${f.mobile()}`,
    (f) =>
      t`企业注册登记表\n企业名称:${f.company()}\n${field(f, 'uscc')}\n法定代表人:${f.name()}\n注册地址:${f.address()}\n${field(f, 'landline')}\n注册资本:${f.int(10, 5000)}万元`,
    (f) =>
      t`疫苗接种登记:${sheet(f, ['name', 'residentId', 'mobile'], ';')}。接种点:${f.city()}社区卫生服务中心,批号 ${decoy(`20${f.digits(7)}`)}。`,
    (f) =>
      t`开卡登记 客户:${asOptional(f.name())}\n${sheet(f, ['mobile', 'iccid', 'imsi'], '\n')}\n套餐:${f.plan()} 渠道:${f.city()}营业厅`,
  ],
};

const loans: Kind = {
  id: 'loan-form',
  prose: true,
  templates: [
    (f) =>
      t`个人消费贷款申请表\n申请金额:${f.int(1, 50)}万元  期限:${f.pick([12, 24, 36])}期\n${sheet(f, ['name', 'residentId', 'mobile', 'address', 'card'], '\n')}\n工作单位:${f.company()}\n单位电话:${f.landline()}\n月收入:${decoy(f.amount())}元`,
    (f) =>
      t`担保人信息:姓名:${f.name()},身份证号码:${f.residentId()},联系电话:${f.mobile()},与借款人关系:${f.pick(['配偶', '父亲', '同事', '朋友'])}。`,
    (f) =>
      t`贷后催收台账 借据号 ${decoy(`JJ${f.digits(12)}`)}\n借款人:${f.name()}  手机:${f.mobile()}\n逾期 ${f.int(1, 180)} 天,欠款 ${decoy(f.amount())} 元\n扣款卡号:${f.card()}(${f.bank()})`,
    (f) =>
      t`授信调查报告(摘要)\n企业:${f.company()}\n统一社会信用代码:${f.uscc()}\n实际控制人:${asOptional(f.name())},证件号码:${f.residentId()}\n抵押物评估价 ${f.int(80, 900)} 万元`,
    (f) =>
      t`信用卡申请:主卡申请人 姓名:${f.name()} 身份证:${f.residentId()} 手机:${f.mobile()} 邮箱:${f.email()} 住宅地址:${f.address()} 还款账户:${f.card()}`,
  ],
};

const minutes: Kind = {
  id: 'minutes',
  prose: true,
  templates: [
    (f) =>
      t`会议纪要\n时间:${f.chineseDay()} ${f.clock()}\n地点:${f.int(2, 20)}楼第${f.int(1, 6)}会议室\n议题:${f.plan()}推广\n一、${f.pick(CLAUSES)}。\n二、试点客户联系电话${f.mobile()},由${f.colleague()}跟进。\n三、下次会议${f.day()}。`,
    (f) =>
      t`周例会纪要(${f.day()})\n1. 上周完成率${f.int(60, 100)}%。\n2. 供应商对接人邮箱 ${f.email()},座机 ${f.landline()}。\n3. 预算剩余 ${decoy(f.amount())} 元。`,
    (f) =>
      t`${f.mark()}\n专题会议纪要\n会议讨论了${f.keyword()}的落地节奏,明确由${f.department()}牵头,${f.chineseDay()}前报方案。`,
    (f) =>
      t`项目评审会议纪要\n项目:智能抄表\n现场测试卡${field(f, 'iot')},测试终端${field(f, 'imei')},连接正常。\n待办:${f.colleague()}整理报告。`,
    (f) =>
      t`Minutes, ${f.day()}\n- Budget approved: CNY ${decoy(f.amount())}\n- Vendor contact: ${f.email()}, mobile ${f.mobile()}\n- ${f.keyword()} kept on hold\n- Next meeting ${f.day()}`,
  ],
};

export const AGREEMENT_KINDS: readonly Kind[] = [contracts, registrations, loans, minutes];
