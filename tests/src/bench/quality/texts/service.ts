/** What a service centre writes: tickets, work orders, calls, complaints. */
import { customer, field, sheet } from '../fields.ts';
import type { Fill } from '../fill.ts';
import { asOptional, concat, decoy, join, type Piece, t } from '../piece.ts';
import type { Kind } from './template.ts';

const ticketNumber = (fill: Fill): Piece =>
  decoy(`${fill.pick(['GD', 'TS', 'INC', 'CASE-', '#'])}${fill.digits(fill.pick([6, 8, 10]))}`);

const TROUBLES = [
  '用户来电反映宽带频繁掉线,重启光猫后无改善',
  '客户表示上月账单多扣了一笔增值业务费用,要求核实退费',
  '用户申请更换套餐,已告知次月生效',
  '客户咨询携号转网流程,坐席已解释协议期限制',
  '手机信号弱,室内通话断续,已报网络部核查',
  '客户要求补发纸质发票,核对抬头后已登记',
  '用户反映收不到验证码,已指导检查拦截设置',
  '反映网上营业厅充值未到账,支付凭证已上传',
];
const ANSWERS = [
  '请于24小时内回电',
  '已转二线处理',
  '预约明天上午上门',
  '客户情绪激动,请优先跟进',
  '处理结果短信告知即可',
  '需要班长审批后执行',
];

const tickets: Kind = {
  id: 'ticket',
  prose: true,
  templates: [
    (f) =>
      t`【工单号】${ticketNumber(f)}\n【受理时间】${f.stamp()}\n【客户信息】\n${customer(f)}\n【问题描述】${f.pick(TROUBLES)}。\n【处理意见】${f.pick(ANSWERS)}`,
    (f) =>
      t`工单 ${ticketNumber(f)} (${f.pick(['紧急', '一般', '加急'])})\n${f.pick(TROUBLES)}。${field(f, 'mobile')},${f.pick(ANSWERS)}。\n受理人工号 ${f.staffNumber()}`,
    (f) =>
      t`${f.stamp()} 新建工单\n来电号码:${f.mobile()}\n${field(f, 'name')}\n诉求:${f.pick(TROUBLES)}\n归属地:${f.city()}\n派往部门:${f.department()}`,
    (f) =>
      t`Ticket ${ticketNumber(f)}\nStatus: open\nCustomer phone: ${f.mobile()}\nEmail: ${f.email()}\nIssue: cannot log in to the self-service portal after changing plan.\nAssigned: L2 support`,
    (f) =>
      t`用户换机后无法上网。${sheet(f, ['imei', 'iccid'])}\n${field(f, 'mobile')}\n已在${f.department()}排队,${f.pick(ANSWERS)}。`,
    (f) =>
      t`物联网卡批量停机申请\n客户单位:${f.company()}\n${field(f, 'iot')}\n${field(f, 'iccid')}\n原因:欠费 ${decoy(f.amount())} 元`,
  ],
};

const workOrders: Kind = {
  id: 'work-order',
  prose: true,
  templates: [
    (f) =>
      t`装机派单\n${sheet(f, ['name', 'mobile', 'address'], '\n')}\n${field(f, 'broadband')}\n预约时间:${f.day()} ${f.clock()}\n产品:${f.plan()}\n装维:${f.colleague()}`,
    (f) =>
      t`移机施工单 ${ticketNumber(f)}\n原${field(f, 'address')}\n新${field(f, 'address')}\n${field(f, 'mobile')}\n备注:${f.pick(['家里白天没人,晚上联系', '弱电井钥匙在物业', '需带长梯', '自备光猫'])}`,
    (f) =>
      t`维修任务:${f.product()}不通电,保修期内。\n报修人:${f.name()} ${f.mobile()}\n上门地址:${f.address()}\n单号:${ticketNumber(f)}`,
    (f) =>
      t`车辆维保工单\n${sheet(f, ['plate', 'name', 'mobile'], '\n')}\n进店里程 ${f.int(3000, 180000)} 公里,更换机油机滤,费用 ${decoy(f.amount())} 元`,
    (f) =>
      t`终端更换记录:旧机${field(f, 'imei')},新机${field(f, 'imei')}。用户${field(f, 'mobile')},IMSI:${f.imsi()}。操作员 ${f.staffNumber()}`,
  ],
};

const calls: Kind = {
  id: 'call-record',
  prose: true,
  templates: [
    (f) =>
      t`通话记录\n主叫:${f.mobile()}\n被叫:${f.mobile()}\n开始时间:${f.stamp()}\n时长:${f.int(3, 1800)}秒\n基站:${f.int(1000, 60000)}-${f.int(1, 255)}`,
    (f) =>
      t`${f.stamp()} 呼入 ${f.mobile()} → 分机${f.int(8001, 8999)},通话${f.int(1, 20)}分${f.int(1, 59)}秒,录音编号 ${decoy(`REC${f.digits(10)}`)}`,
    (f) =>
      t`坐席:您好,请报一下您的手机号码。\n客户:${f.mobile()}。\n坐席:请核对身份证号码。\n客户:${f.residentId()}\n坐席:好的,${f.pick(['信息一致', '请稍等', '马上为您查询'])}。`,
    (f) =>
      t`外呼名单(${f.day()})\n${join(
        Array.from(
          { length: f.int(3, 6) },
          (_, at) =>
            t`${at + 1}. 客户姓名:${f.name()} 电话:${f.mobile()} ${f.pick(['未接', '已接', '关机', '有意向'])}`,
        ),
        '\n',
      )}`,
    (f) =>
      t`话单:calling=${f.mobile()} called=${f.landline()} imsi=${f.imsi()} imei=${f.imei()} start=${f.stamp()} dur=${f.int(1, 900)}s`,
    (f) =>
      t`语音转写:喂你好,我是${f.company()}的,请问是机主本人吗?……那我把资料发到您邮箱,邮箱是${f.email()}对吧。座机是${f.landline()}。`,
  ],
};

const LETTER_ENDS = [
  '望尽快处理',
  '请给我一个书面答复',
  '否则我将向通信管理局申诉',
  '保留进一步追究的权利',
];

const complaints: Kind = {
  id: 'complaint',
  prose: true,
  templates: [
    (f) =>
      t`投诉信\n尊敬的领导:\n本人于${f.chineseDay()}在${f.city()}营业厅办理${f.plan()},被擅自开通增值业务,累计扣费${decoy(f.amount())}元。${f.pick(LETTER_ENDS)}。\n投诉人:${f.name()}\n${field(f, 'mobile')}\n${field(f, 'residentId')}`,
    (f) =>
      t`我要投诉!${f.pick(TROUBLES)},打了三次客服都没人管。我的号码是${f.mobile()},${f.pick(LETTER_ENDS)}。`,
    (f) =>
      t`信访事项登记表\n${sheet(f, ['name', 'residentId', 'address', 'mobile'], '\n')}\n反映问题:小区基站辐射及噪声扰民\n登记日期:${f.chineseDay()}`,
    (f) =>
      t`Dear Sir or Madam,\nI was charged CNY ${decoy(f.amount())} twice for order ${decoy(f.orderNumber())}. Please refund to my bank card ${f.card()}. You can reach me at ${f.mobile()} or ${f.email()}.\nRegards`,
    (f) =>
      t`12315 转办单\n被投诉单位:${f.company()}\n${field(f, 'uscc')}\n消费者:${asOptional(f.name())}\n消费者电话:${f.mobile()}\n诉求:退货退款 ${decoy(f.amount())} 元`,
    (f) =>
      concat([
        t`关于${f.product()}质量问题的投诉\n`,
        t`订单号:${decoy(f.orderNumber())}\n`,
        customer(f),
        `\n${f.pick(LETTER_ENDS)}。`,
      ]),
  ],
};

export const SERVICE_KINDS: readonly Kind[] = [tickets, workOrders, calls, complaints];
