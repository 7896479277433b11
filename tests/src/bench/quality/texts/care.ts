/** Hospitals and insurers. */
import { customer, field, sheet } from '../fields.ts';
import { asOptional, decoy, t } from '../piece.ts';
import { serial } from '../values/look-alikes.ts';
import type { Kind } from './template.ts';

const DIAGNOSES = [
  '急性上呼吸道感染',
  '2型糖尿病',
  '腰椎间盘突出症',
  '高血压病2级',
  '过敏性鼻炎',
  '右踝关节扭伤',
];
const MEDICINES = [
  '阿莫西林胶囊0.25g×24粒',
  '二甲双胍片0.5g bid',
  '布洛芬缓释胶囊',
  '0.9%氯化钠注射液250ml',
];

const hospital: Kind = {
  id: 'hospital-record',
  prose: true,
  templates: [
    (f) =>
      t`门诊病历\n患者姓名:${f.name()}  性别:${f.pick(['男', '女'])}  年龄:${f.int(3, 88)}岁\n门诊号:${decoy(f.digits(10))}\n身份证号:${f.residentId()}\n联系电话:${f.mobile()}\n主诉:咳嗽咳痰${f.int(2, 9)}天。\n体温${f.int(36, 39)}.${f.int(0, 9)}℃,血压${f.int(100, 160)}/${f.int(60, 99)}mmHg。\n诊断:${f.pick(DIAGNOSES)}\n处方:${f.pick(MEDICINES)}`,
    (f) =>
      t`住院登记 住院号 ${decoy(f.digits(8))}\n患者:${asOptional(f.name())}\n${sheet(f, ['residentId', 'address'], '\n')}\n家属电话:${f.mobile()}\n入院日期:${f.day()}\n科室:${f.department()} 床号:${f.int(1, 60)}`,
    (f) =>
      t`检验报告单 样本号 ${decoy(serial(f.random, 6))}\n姓名:${f.name()}\n手机:${f.mobile()}\n白细胞 ${f.int(3, 12)}.${f.digits(2)} ×10^9/L\n血红蛋白 ${f.int(100, 170)} g/L\n血小板 ${f.int(100, 400)} ×10^9/L\n报告时间 ${f.stamp()}`,
    (f) =>
      t`随访记录:${f.chineseDay()}电话随访,患者自述血糖控制尚可,空腹${f.int(5, 9)}.${f.int(0, 9)}mmol/L。联系电话 ${f.mobile()},座机 ${f.landline()}。诊断 ${f.pick(DIAGNOSES)}。`,
    (f) =>
      t`体检预约:${sheet(f, ['name', 'residentId', 'mobile'], ',')},套餐价格${decoy(f.amount())}元,请空腹前来。外籍人员请出示护照号:${f.passport()}。`,
  ],
};

const insurance: Kind = {
  id: 'insurance-claim',
  prose: true,
  templates: [
    (f) =>
      t`理赔申请书\n保单号:${decoy(`P${f.digits(14)}`)}\n被保险人姓名:${f.name()}\n身份证号码:${f.residentId()}\n联系电话:${f.mobile()}\n银行账号:${f.card()}\n开户行:${f.bank()}\n出险经过:${f.chineseDay()}因${f.pick(DIAGNOSES)}住院治疗。\n申请金额:${decoy(f.amount())}元`,
    (f) =>
      t`车险报案 报案号 ${decoy(`RDAA${f.digits(14)}`)}\n标的车牌:${f.plate()}\n三者车牌:${f.plate()}\n报案电话:${f.mobile()}\n出险地点:${f.city()}${f.pick(['高速入口', '环路辅道', '地下停车场'])}\n定损金额 ${decoy(f.amount())} 元`,
    (f) =>
      t`投保单\n投保人\n${sheet(f, ['name', 'residentId', 'mobile', 'email'], '\n')}\n被保险人\n${sheet(f, ['name', 'residentId'], '\n')}\n保费:${decoy(f.amount())}元/年`,
    (f) =>
      t`续保提醒名单:车主${f.pick(['姓名', '名字'])}:${f.name()},车牌号 ${f.plate()},手机 ${f.mobile()},到期日 ${f.day()}。`,
    (f) =>
      t`理赔回访\n${customer(f)}\n回访结果:${f.pick(['满意', '基本满意', '对时效不满意'])}\n${field(f, 'card')}`,
  ],
};

export const CARE_KINDS: readonly Kind[] = [hospital, insurance];
