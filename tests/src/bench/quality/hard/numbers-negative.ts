/** Numbers that are no customer data, however much they look like it. */
import { decoy, join, type Piece, t } from '../piece.ts';
import type { Fill } from '../fill.ts';
import { type Column, layOut } from '../tables.ts';
import type { Kind } from '../texts/template.ts';
import { creditCode, imeiNumber } from '../values/numbers.ts';
import * as looks from '../values/look-alikes.ts';
import { HEX, token } from '../values/words.ts';

const ORDER_NAMES = [
  '订单号',
  '订单编号',
  '流水号',
  '交易流水号',
  '运单号',
  '快递单号',
  '物流单号',
  '工单号',
  '工单编号',
  '受理单号',
  '批次号',
  '批号',
  '发票号码',
  '发票代码',
  '保单号',
  '凭证号',
  '商户单号',
  '支付单号',
  '退款单号',
  '合同流水',
  '料号',
  '物料编码',
  '设备编号',
  '资产编号',
  '序列号',
  '交易号',
  '业务单号',
  '出库单号',
  '参考号',
  '任务编号',
  '申请单号',
  '箱号',
  '提单号',
  '课程编号',
  '商品编码',
  '版本号',
];
const ENGLISH_NAMES = [
  'order no',
  'Order ID',
  'order number',
  'tracking number',
  'Invoice No.',
  'transaction id',
  'batch',
  'SKU',
  'Serial No.',
  'ref',
  'lot number',
  'build',
  'trace_id',
  'request id',
  'ticket',
];
const TAILS = [
  '已发货',
  '待审核',
  '请核对',
  '重复提交',
  '已关闭',
  '处理中',
  '无法查询到结果',
  '金额不符',
];

const mobileLike = (f: Fill): Piece => decoy(looks.likeMobile(f.random));
const cardLike = (f: Fill): Piece => decoy(looks.likeCard(f.random));
const either = (f: Fill): Piece => (f.once(2) ? mobileLike(f) : cardLike(f));

const orderNumbers: Kind = {
  id: 'order-numbers',
  prose: true,
  templates: [
    (f) => t`${f.pick(ORDER_NAMES)}:${either(f)},${f.pick(TAILS)}`,
    (f) => t`${f.pick(ORDER_NAMES)}${either(f)}${f.pick(TAILS)}`,
    (f) => t`${f.pick(ENGLISH_NAMES)}: ${either(f)}`,
    (f) => t`${f.pick(ENGLISH_NAMES)} ${either(f)} shipped on ${f.day()}`,
    (f) => t`您好,您的${f.pick(ORDER_NAMES)}为 ${either(f)} ,${f.pick(TAILS)}。`,
    (f) =>
      t`${f.pick(ORDER_NAMES)}\t${f.pick(ORDER_NAMES)}\n${mobileLike(f)}\t${cardLike(f)}\n${mobileLike(f)}\t${cardLike(f)}`,
    (f) =>
      t`{"orderNo":"${mobileLike(f)}","tradeNo":"${cardLike(f)}","waybill_no":"${mobileLike(f)}"}`,
    (f) =>
      t`${f.pick(ORDER_NAMES)}列表:\n${join(
        Array.from({ length: f.int(3, 8) }, () => mobileLike(f)),
        '\n',
      )}`,
    (f) =>
      t`${f.pick(ORDER_NAMES)}(${either(f)})与${f.pick(ORDER_NAMES)}(${either(f)})${f.pick(TAILS)}`,
  ],
};

const wrongChecks: Kind = {
  id: 'wrong-check-digits',
  prose: true,
  templates: [
    (f) => t`身份证号:${decoy(looks.wrongResidentId(f.random))}`,
    (f) => t`身份证${decoy(looks.wrongResidentId(f.random))}校验不通过,请客户重新提供`,
    (f) => t`编号 ${decoy(looks.wrongResidentId(f.random))} 的档案已移交`,
    (f) => t`公民身份号码 ${decoy(looks.impossibleResidentId(f.random))}`,
    (f) => t`银行卡号:${decoy(looks.wrongCard(f.random))}`,
    (f) => t`card number ${decoy(looks.wrongCard(f.random))} failed validation`,
    (f) => t`卡号 ${decoy(looks.wrongCard(f.random).replace(/(.{4})(?=.)/g, '$1 '))}(无效)`,
    (f) => t`${decoy(looks.wrongCard(f.random))}\n${decoy(looks.wrongResidentId(f.random))}`,
  ],
};

const seconds = (f: Fill): string => String(f.int(1_400_000_000, 1_799_999_999));

const timestamps: Kind = {
  id: 'timestamps',
  prose: false,
  templates: [
    (f) => t`timestamp=${decoy(seconds(f) + f.digits(3))}`,
    (f) =>
      t`"ts": ${decoy(seconds(f))}, "ts_ms": ${decoy(seconds(f) + f.digits(3))}, "ts_ns": ${decoy(seconds(f) + f.digits(9))}`,
    (f) =>
      t`更新时间戳 ${decoy(seconds(f) + f.digits(3))},创建时间戳 ${decoy(seconds(f) + f.digits(3))}`,
    (f) =>
      join(
        Array.from(
          { length: f.int(3, 9) },
          () =>
            t`${decoy(seconds(f) + f.digits(3))} event=${f.pick(['click', 'view', 'pay'])} cost=${f.int(1, 900)}`,
        ),
        '\n',
      ),
    (f) => t`t=${decoy(seconds(f) + f.digits(6))} seq=${decoy(f.digits(6))}`,
    (f) =>
      t`导出文件 export_${decoy(looks.compactDay(f.random) + f.digits(6))}.csv 已生成,备份 ${decoy(looks.compactDay(f.random) + f.digits(9))}.bak`,
    (f) =>
      t`会议时间 ${f.stamp()} 至 ${f.stamp()},签到 ${decoy(`${looks.compactDay(f.random)} ${f.digits(6)}`)}`,
    (f) => t`var t0 = ${decoy(`14${f.pick(['0', '1', '4'])}${f.digits(10)}`)}; // timestamp in ms`,
    (f) => t`${f.stamp()}.${f.digits(3)} +0800 | ${f.stamp()}.${f.digits(6)}`,
  ],
};

const hashes: Kind = {
  id: 'hashes-and-ids',
  prose: false,
  templates: [
    (f) => t`commit ${decoy(token(f.random, 40, HEX))}\nAuthor: dev\nDate: ${f.stamp()}`,
    (f) => t`md5: ${decoy(token(f.random, 32, HEX))}  sha256: ${decoy(token(f.random, 64, HEX))}`,
    (f) => t`trace ${decoy(looks.uuid(f.random))} span ${decoy(token(f.random, 16, HEX))}`,
    (f) =>
      t`etag "${decoy(token(f.random, 24))}" data:image/png;base64,${decoy(`${token(f.random, f.int(80, 400))}==`)}`,
    (f) => t`_id: ObjectId("${decoy(token(f.random, 24, HEX))}")`,
    (f) => t`docker pull registry.local/app@sha256:${decoy(token(f.random, 64, HEX))}`,
    (f) =>
      t`x = 0x${decoy(token(f.random, 16, HEX))}; mac ${decoy(Array.from({ length: 6 }, () => token(f.random, 2, HEX)).join(':'))}`,
    (f) => t`"integrity": "sha512-${decoy(`${token(f.random, 86)}==`)}"`,
  ],
};

const network: Kind = {
  id: 'addresses-of-machines',
  prose: false,
  templates: [
    (f) =>
      t`ping ${decoy(looks.ipAddress(f.random))} -> ${decoy(looks.ipAddress(f.random))} ttl=64`,
    (f) =>
      t`version ${decoy(`${f.int(1, 30)}.${f.int(0, 99)}.${f.int(0, 9999)}.${f.int(0, 99999)}`)} build ${decoy(looks.compactDay(f.random) + f.digits(4))}`,
    (f) => t`位置:${decoy(`${f.int(73, 135)}.${f.digits(6)},${f.int(18, 53)}.${f.digits(6)}`)}`,
    (f) =>
      t`lng=${decoy(`${f.int(73, 135)}.${f.digits(8)}`)}&lat=${decoy(`${f.int(18, 53)}.${f.digits(8)}`)}`,
    (f) =>
      t`fe80::${decoy(token(f.random, 4, HEX))}:${decoy(token(f.random, 4, HEX))}:${decoy(token(f.random, 4, HEX))} %eth0`,
    (f) =>
      t`pkg@${decoy(`${f.int(0, 20)}.${f.int(0, 20)}.${f.int(0, 40)}`)} node ${decoy(`${f.int(16, 26)}.${f.int(0, 20)}.0`)} npm ${decoy('11.19.0')}`,
    (f) =>
      t`https://item.shop.example/product/${decoy(f.digits(12))}.html?spm=${decoy(`a${f.digits(3)}.${f.digits(7)}`)}`,
  ],
};

function numberColumns(f: Fill): Piece {
  const count = f.int(3, 7);
  const columns: Column[] = Array.from({ length: count }, () => {
    const [from, to] = f.pick([
      [0, 9],
      [0, 99],
      [100, 999],
      [1000, 9999],
      [0, 99_999],
      [10_000_000, 99_999_999],
    ] as const);
    return {
      header: f.pick([
        '温度',
        '湿度',
        '数量',
        '单价',
        '库存',
        '得分',
        '用户数',
        '排名',
        'q1',
        'q2',
        'min',
        'max',
        'count',
        'p95',
      ]),
      cell: () => decoy(String(f.int(from, to))),
    };
  });
  return layOut(f, f.pick(['csv', 'tsv', 'aligned', 'markdown']), columns, f.int(4, 20));
}

function matrix(f: Fill): Piece {
  const separator = f.pick([' ', '  ', '\t', ', ']);
  const digits = f.pick([1, 2, 3, 4, 6]);
  return decoy(
    Array.from({ length: f.int(4, 16) }, () =>
      Array.from({ length: f.int(5, 10) }, () => f.digits(digits)).join(separator),
    ).join('\n'),
  );
}

const numberTables: Kind = {
  id: 'number-tables',
  prose: false,
  templates: [
    numberColumns,
    numberColumns,
    matrix,
    (f) =>
      t`序号 高度 读数 数量\n${join(
        Array.from({ length: f.int(3, 8) }, (_, at) =>
          decoy(`${at + 1} ${f.int(131, 199)} ${f.digits(4)} ${f.digits(4)}`),
        ),
        '\n',
      )}`,
    (f) =>
      t`月份\t收入\t成本\t利润\n${join(
        Array.from({ length: 6 }, (_, at) =>
          decoy(`${at + 1}\t${f.int(1000, 9999)}\t${f.int(1000, 9999)}\t${f.int(1000, 9999)}`),
        ),
        '\n',
      )}`,
    (f) =>
      t`[${decoy(Array.from({ length: f.int(10, 30) }, () => String(f.int(0, 9999))).join(', '))}]`,
    (f) =>
      decoy(
        Array.from(
          { length: f.int(4, 10) },
          () => `${f.int(0, 100)}%  ${f.int(1, 9)}.${f.digits(3)}  ${f.digits(5)}`,
        ).join('\n'),
      ),
    (f) =>
      t`  PID USER      VIRT    RES    SHR %CPU\n${join(
        Array.from({ length: f.int(3, 9) }, () =>
          decoy(
            ` ${f.int(1000, 32768)} root   ${f.int(100000, 9999999)} ${f.int(10000, 999999)} ${f.int(1000, 99999)}  ${f.int(0, 99)}.${f.int(0, 9)}`,
          ),
        ),
        '\n',
      )}`,
  ],
};

const goods: Kind = {
  id: 'goods-and-models',
  prose: true,
  templates: [
    (f) => t`ISBN ${decoy(looks.barcode(f.random, '978'))} 定价 ${decoy(f.amount())} 元`,
    (f) => t`商品条码 ${decoy(looks.barcode(f.random, f.pick(['690', '692', '697'])))}`,
    (f) =>
      t`型号:${decoy(`${looks.likeMobile(f.random)}${f.pick(['A', 'B', '-2', 'X'])}`)},功率 ${f.int(5, 2000)}W`,
    (f) => t`配件号 ${mobileLike(f)},适配机型 ${decoy(`PA${f.digits(5)}`)}`,
    (f) => t`产品型号 ${decoy(`SM-${looks.likeMobile(f.random)}`)},数量${f.int(1, 99)}`,
    (f) => t`药品批准文号 国药准字H${decoy(f.digits(8))},生产批号 ${decoy(f.digits(8))}`,
    (f) =>
      t`S/N ${decoy(`${token(f.random, 4, Array.from('ABCDEFGH'))}${f.digits(8)}`)} P/N ${decoy(`${f.digits(5)}-${f.digits(4)}`)}`,
    (f) =>
      t`规格 ${decoy(`${f.int(10, 999)}x${f.int(10, 999)}x${f.int(10, 999)}`)}mm,物料编码 ${either(f)}`,
  ],
};

const money: Kind = {
  id: 'money-and-math',
  prose: true,
  templates: [
    (f) => t`金额 ${decoy(`${f.int(10, 99)},${f.digits(3)},${f.digits(3)},${f.digits(3)}.00`)} 元`,
    (f) =>
      t`合计人民币 ${decoy(`13,${f.digits(3)},${f.digits(3)},${f.digits(3)}.${f.digits(2)}`)} 元`,
    (f) =>
      t`营业收入 ${decoy(`1${f.int(30, 99)}${f.digits(8)}.${f.digits(2)}`)} 元,同比增长${f.int(1, 40)}%`,
    () => t`π ≈ 3.14159265358979323846,e ≈ 2.718281828459045`,
    (f) =>
      t`${decoy(f.digits(5))} + ${decoy(f.digits(6))} = ${decoy(f.digits(6))},${f.int(2, 99)} × ${f.int(2, 99)} = ?`,
    (f) =>
      t`双色球第${f.int(2018, 2026)}${f.digits(3)}期:${decoy(Array.from({ length: 6 }, () => looks.two(f.int(1, 33))).join(' '))} + ${looks.two(f.int(1, 16))}`,
    (f) =>
      t`大乐透 ${decoy(Array.from({ length: 5 }, () => looks.two(f.int(1, 35))).join(','))} | ${looks.two(f.int(1, 12))},${looks.two(f.int(1, 12))};福彩3D ${f.int(0, 9)} ${f.int(0, 9)} ${f.int(0, 9)}`,
    (f) =>
      t`数据库大小 ${decoy(`1${f.int(30, 99)}${f.digits(8)}`)} 字节,约 ${f.int(12, 18)}.${f.int(0, 9)} GB`,
    (f) => t`本期抄表数 ${decoy(f.digits(8))},上期 ${decoy(f.digits(8))},电价 0.${f.digits(4)} 元`,
  ],
};

function wrongCreditCode(f: Fill): string {
  const value = creditCode(f.random);
  const last = f.pick(
    Array.from('0123456789ABCDEFGH').filter((letter) => letter !== value.slice(17)),
  );
  return value.slice(0, 17) + last;
}

function wrongImei(f: Fill): string {
  const value = imeiNumber(f.random);
  return value.slice(0, 14) + ((Number(value.slice(14)) + f.int(1, 9)) % 10);
}

const others: Kind = {
  id: 'other-identifiers-wrong',
  prose: true,
  templates: [
    (f) => t`统一社会信用代码:${decoy(wrongCreditCode(f))}`,
    (f) => t`IMEI:${decoy(wrongImei(f))} 校验失败`,
    (f) => t`记录 ${decoy(`460${f.digits(12)}`)} 已写入`,
    (f) => t`货架E${decoy(f.digits(8))} 第${f.int(1, 9)}层`,
    (f) => t`型号 ${decoy(`E${f.digits(8)}`)},配件 ${decoy(`H${f.digits(8)}`)}`,
    (f) => t`工单号 ${decoy(f.digits(15))},批号 ${decoy(f.digits(8))}`,
    (f) => t`航班 ${decoy(`CA${f.int(1000, 9999)}`)},列车 ${decoy(`G${f.int(1, 9999)}`)},座位 12A`,
    (f) => t`文号 京财〔${f.int(2018, 2026)}〕${f.int(1, 999)}号,豫A级景区`,
    (f) => t`传感器编号 ${decoy(`86${f.digits(13)}`)},读数 ${decoy(f.digits(7))}`,
  ],
};

export const NUMBER_NEGATIVES: readonly Kind[] = [
  orderNumbers,
  wrongChecks,
  timestamps,
  hashes,
  network,
  numberTables,
  goods,
  money,
  others,
];
