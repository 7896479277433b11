import { type Marking, markedVector, quietVector, type Vector } from './vector.ts';

/** Texts as they leave a company: several identifiers, several people, and much that only looks like them. Made for this project. */
const mobile = (masked: string, minConfidence = 0.6): Marking => [
  'cn-mobile',
  masked,
  minConfidence,
];
const id = (masked: string, minConfidence = 0.8): Marking => [
  'cn-resident-id',
  masked,
  minConfidence,
];
const card = (masked: string, minConfidence = 0.6): Marking => ['bank-card', masked, minConfidence];

const name = (masked: string): Marking => ['person-name', masked, 0.6];

export const MIXED_VECTORS: readonly Vector[] = [
  markedVector(
    'mixed/csv-customers',
    '姓名,手机号,身份证号,订单号\n' +
      '⟦张三⟧,⟦13800138000⟧,⟦110101199003070214⟧,13700137000\n' +
      '⟦李四⟧,⟦13900139000⟧,⟦320106198511234517⟧,13600136000\n',
    name('张*'),
    mobile('138****8000', 0.9),
    id('110***********0214', 0.9),
    name('李*'),
    mobile('139****9000', 0.9),
    id('320***********4517', 0.9),
  ),
  markedVector(
    'mixed/tsv-quoted',
    'name\tphone\tamount\n"Zhang\tSan"\t⟦13800138000⟧\t13900139000\n',
    mobile('138****8000', 0.9),
  ),
  markedVector(
    'mixed/markdown-table',
    '| 客户 | 联系电话 | 运单号 |\n| --- | --- | --- |\n| ⟦王五⟧ | ⟦15900001234⟧ | 15800001234 |\n',
    name('王*'),
    mobile('159****1234', 0.9),
  ),
  markedVector(
    'mixed/chat',
    '客服: 您好,请提供一下证件号\n用户: ⟦11010519491231002X⟧\n客服: 好的,退款卡号呢\n用户: ⟦6222 0212 3456 7890 128⟧ 工行的',
    id('110***********002X', 0.8),
    card('6222***********0128'),
  ),
  markedVector(
    'mixed/form',
    '姓名:⟦赵六⟧\n手机:⟦18600001234⟧\n身份证:⟦510107197810083322⟧\n开户行:建设银行\n卡号:⟦6217001234567890122⟧\n',
    name('赵*'),
    mobile('186****1234', 0.9),
    id('510***********3322', 0.9),
    card('6217***********0122', 0.9),
  ),
  markedVector(
    'mixed/ticket',
    '工单号 202401150012345678 用户⟦13800138000⟧反映宽带故障,受理时间 2024-01-15 10:30:45,装机地址3栋1201室',
    mobile('138****8000'),
  ),
  markedVector(
    'mixed/mail',
    'Hi, the customer (ID ⟦110101199003070214⟧, mobile +86 ⟦138-0013-8000⟧) asked to move invoice 13912345678 to May.',
    id('110***********0214'),
    mobile('138****8000', 0.9),
  ),
  markedVector(
    'mixed/sql',
    "INSERT INTO t_customer (id, mobile, id_no) VALUES (20240115001, '⟦13800138000⟧', '⟦110101199003070214⟧');",
    mobile('138****8000'),
    id('110***********0214'),
  ),
  markedVector(
    'mixed/order-and-mobile',
    '收件人:⟦李四⟧ 电话:⟦13900139000⟧ 运单号:15800001234 金额:13800138000元',
    name('李*'),
    mobile('139****9000', 0.9),
  ),
  markedVector(
    'mixed/url',
    'https://bank.example/pay?card=⟦6222021234567890128⟧&order=6240001234567894',
    card('6222***********0128', 0.9),
  ),
  markedVector(
    'mixed/evasions',
    '电⟦①③⑧⓪⓪①③⑧⓪⓪⓪⟧ 证⟦１１０１０５-１９４９１２３１-００２ｘ⟧ 卡⟦6.2.2.2.0.2.1.2.3.4.5.6.7.8.9.0.1.2.8⟧',
    mobile('138****8000'),
    id('110***********002X'),
    card('6222***********0128'),
  ),
  markedVector(
    'mixed/astral-offsets',
    '😀𠮷野家 👨‍👩‍👧 手机⟦𝟏𝟑𝟖00138000⟧ 😀 ⟦11010519491231002X⟧',
    mobile('138****8000', 0.9),
    id('110***********002X'),
  ),
  quietVector(
    'mixed/log',
    '2024-01-15 10:30:45.123 INFO [http-nio-8080-exec-7] c.e.OrderService - traceId=7f3a9c2e1b4d5f60 order=202401150012345678 cost=138ms rows=13800\n' +
      '2024-01-15 10:30:46.001 WARN [pool-2-thread-11] timeout after 30000 ms, retry 3/5, host 10.0.138.200:3306\n',
  ),
  quietVector(
    'mixed/english-prose',
    'In 2023 the company shipped 1,250,000 units (up 13.8% from 1,098,000 in 2022) to 27 countries; see pages 114-139, ISBN 978-7-111-40772-1.',
  ),
  quietVector(
    'mixed/number-table',
    '1380 0138 0001 3900\n4111 2222 3333 4444\n6222 0212 3456 7890\n1101 0519 4912 3100\n',
  ),
  quietVector(
    'mixed/code',
    "const VERSION = '13.800.138'; const EPOCH_MS = 1380013800000; const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';",
  ),
  quietVector(
    'mixed/masked-report',
    '张* 138****8000 110***********0214 6222***********0128\n李* 139****9000 320***********4517 6228***********8010',
  ),
  // An amount, unless a label says otherwise.
  markedVector(
    'mixed/thousands',
    '手机 ⟦13,800,138,000⟧，卡号 ⟦6,222,021,234,567,890,128⟧',
    mobile('138****8000'),
    card('6222***********0128'),
  ),
  quietVector('mixed/empty', ''),
];
