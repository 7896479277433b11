/** Deliveries, invoices, shop orders. */
import { columnOf, harmlessColumn } from '../columns.ts';
import { field, sheet } from '../fields.ts';
import { decoy, t } from '../piece.ts';
import { layOut } from '../tables.ts';
import { barcode, serial } from '../values/look-alikes.ts';
import type { Fill } from '../fill.ts';
import type { Kind } from './template.ts';

const CARRIERS = ['顺丰速运', '中通快递', '圆通速递', '京东物流', 'EMS', '德邦物流'];
const waybill = (fill: Fill): string =>
  fill.pick([
    () => `SF${fill.digits(13)}`,
    () => `YT${fill.digits(13)}`,
    () => `JDVA${fill.digits(11)}`,
    () => `7${fill.digits(13)}`,
  ])();

const deliveries: Kind = {
  id: 'delivery-slip',
  prose: true,
  templates: [
    (f) =>
      t`${f.pick(CARRIERS)}\n运单号:${decoy(waybill(f))}\n寄件人:${f.name()} ${f.mobile()}\n寄件地址:${f.address()}\n收件人:${f.name()} ${f.mobile()}\n收件地址:${f.address()}\n物品:${f.product()}  重量:${f.int(1, 20)}.${f.int(0, 9)}kg`,
    (f) =>
      t`收货人:${f.name()},手机号码:${f.mobile()},收货地址:${f.address()},邮编:${f.int(100000, 855000)}`,
    (f) => t`${f.address()} ${f.name()} ${f.mobile()} ${f.product()}x${f.int(1, 3)}`,
    (f) =>
      t`派件失败登记\n单号 ${decoy(waybill(f))}\n收件电话:${f.mobile()}\n原因:${f.pick(['客户要求改期', '电话无人接听', '地址不详', '小区不让进'])}\n快递员工号:${f.staffNumber()}`,
    (f) =>
      t`货运回单\n车牌号:${f.plate()}  司机电话:${f.mobile()}\n司机身份证:${f.residentId()}\n装货时间:${f.stamp()}\n吨位:${f.int(5, 40)}吨 运费:${decoy(f.amount())}元`,
  ],
};

const invoices: Kind = {
  id: 'invoice',
  prose: true,
  templates: [
    (f) =>
      t`增值税电子普通发票\n发票代码:${decoy(`0${f.digits(11)}`)}\n发票号码:${decoy(f.digits(8))}\n开票日期:${f.chineseDay()}\n购买方名称:${f.company()}\n纳税人识别号:${f.uscc()}\n销售方名称:${f.company()}\n纳税人识别号:${f.uscc()}\n价税合计:¥${decoy(f.amount())}`,
    (f) =>
      t`开票资料\n单位名称:${f.company()}\n税号:${f.uscc()}\n注册地址:${f.address()}\n电话:${f.landline()}\n开户行:${f.bank()}\n备注:发票寄 ${f.email()}`,
    (f) =>
      t`电子发票(普通发票) 号码 ${decoy(f.digits(20))}\n交款人:${f.name()}\n统一社会信用代码:${f.uscc()}\n项目:${f.product()}  数量 ${f.int(1, 9)}  金额 ${decoy(f.amount())}\n校验码:${decoy(f.digits(20))}`,
    (f) =>
      t`Invoice ${decoy(`INV-${f.digits(8)}`)}\nBill to: ${f.company()}\nTax ID (USCC): ${f.uscc()}\nContact: ${f.email()}\nTotal due: CNY ${decoy(f.amount())}\nDue date: ${f.day()}`,
    (f) =>
      t`报销单 ${decoy(`BX${serial(f.random, 4)}`)}\n报销人:${f.name()}\n${field(f, 'card')}\n开户银行:${f.bank()}\n合计:${decoy(f.amount())} 元  附件 ${f.int(1, 12)} 张`,
  ],
};

const orders: Kind = {
  id: 'shop-order',
  prose: true,
  templates: [
    (f) =>
      t`订单详情\n订单编号:${decoy(f.orderNumber())}\n下单时间:${f.stamp()}\n商品:${f.product()} × ${f.int(1, 5)}\n实付款:¥${decoy(f.amount())}\n收货信息:${f.name()},${f.mobile()},${f.address()}`,
    (f) =>
      t`买家留言:请发${f.pick(CARRIERS)},到了打我电话${f.mobile()},${f.pick(['放快递柜也行', '周末送', '不要放门口'])}。\n订单号 ${decoy(f.orderNumber())}`,
    (f) =>
      t`待发货清单\n${layOut(f, f.pick(['tsv', 'markdown', 'aligned']), [harmlessColumn(f, 'order'), columnOf(f, 'name'), columnOf(f, 'mobile'), columnOf(f, 'address'), { header: '商品', cell: () => f.product() }], f.int(2, 8))}`,
    (f) =>
      t`售后单 ${decoy(f.orderNumber())}\n${sheet(f, ['name', 'mobile', 'card'], '\n')}\n退款金额:${decoy(f.amount())} 元\n商品条码:${decoy(barcode(f.random, '690'))}`,
    (f) =>
      t`Order ${decoy(f.orderNumber())}\nShip to: ${f.address()}\nPhone: ${f.mobile()}\nItems: ${f.int(1, 4)} x ${f.product()}\nTotal: CNY ${decoy(f.amount())}`,
  ],
};

export const TRADE_KINDS: readonly Kind[] = [deliveries, invoices, orders];
