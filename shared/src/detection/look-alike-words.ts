/**
 * Names of numbers that are no customer's. They speak against every detector that does not name the word itself.
 * Data: lower case, longest match wins (手机型号 beats 手机).
 */
export const LOOK_ALIKE_WORDS: readonly string[] = [
  '订单', '订单号', '订单编号', '单号', '单据号', '流水', '流水号', '交易号', '交易流水', '运单', '运单号',
  '快递单号', '物流单号', '物流', '工单', '工单号', '时间戳', '型号', '手机型号', '设备型号', '规格', '批号', '批次',
  '批次号', '发票', '发票号', '发票号码', '发票代码', '版本', '版本号', '金额', '总额', '合计', '余额', '价格',
  '单价', '总价', '编号', '序号', '序列号', '条码', '条形码', '商品编码', '商品码', '货号', '货品编码', '物料',
  '物料号', '合同编号', '合同号', '票号', '凭证号', '参考号', '追踪号', '请求号', '会话', '会话号', '日志', '主键',
  '校验和', '哈希', '端口', '坐标', '经度', '纬度', '邮编', '统计', '数量', '访问量', '播放量', '阅读量', '字节',
  '毫秒', '秒数', '验证码', '工号', '学号', '期号', '彩票', '设备号', '资产编号', '样本', '考号', '准考证号',
  'order', 'order no', 'order number', 'order id', 'orderno', 'orderid', 'ordersn', 'serial',
  'serial no', 'serial number', 'serialno', 'sn', 's/n', 'sku', 'upc', 'ean', 'isbn', 'tracking',
  'tracking no', 'tracking number', 'trackingno', 'shipment', 'waybill', 'timestamp', 'time', 'ts',
  'epoch', 'model', 'part no', 'part number', 'batch', 'batch no', 'lot', 'lot no', 'invoice',
  'invoice no', 'invoice number', 'version', 'ver', 'build', 'revision', 'amount', 'total', 'sum',
  'subtotal', 'balance', 'price', 'cost', 'usd', 'cny', 'rmb', 'transaction', 'transaction id',
  'txn', 'txid', 'trade no', 'trace', 'trace id', 'traceid', 'span id', 'request id', 'requestid',
  'reqid', 'session', 'session id', 'sessionid', 'uuid', 'guid', 'hash', 'checksum', 'md5', 'sha1',
  'sha256', 'seq', 'sequence', 'offset', 'pid', 'thread', 'port', 'size', 'bytes', 'length', 'count',
  'rows', 'duration', 'latency', 'ms', 'latitude', 'longitude', 'lat', 'lng', 'ticket', 'ticket no',
  'ticket id', 'ref', 'ref no', 'reference', 'barcode', 'item id', 'product id', 'row id', 'record id',
  'snowflake', 'commit', 'zip', 'zipcode', 'postcode',
]; // prettier-ignore
