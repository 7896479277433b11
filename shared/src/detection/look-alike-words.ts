import { expandWords } from './word-list.ts';

/**
 * Names of numbers that are no customer's. They speak against every detector that does not name the word itself.
 * Data: lower case, longest match wins (手机型号 beats 手机).
 */
export const LOOK_ALIKE_WORDS: readonly string[] = expandWords(
  '订单~,流水~,运单~,工单~,批次~,发票~,版本~,物料~,会话~,保单~,航班~,lot~,ref~,准考证~,case~,order~,batch~,serial~,ticket~,' +
    'invoice~,voucher~,tracking~,part+,po+,单号,单据号,交易号,物流,时间戳,型号,手机型号,设备型号,规格,批号,' +
    '金额,总额,合计,余额,价格,单价,总价,编号,序号,序列号,条码,条形码,商品码,货号,合同号,票号,凭证号,追踪号,请求号,日志,主键,校验和,哈希,端口,' +
    '坐标,经度,纬度,邮编,统计,数量,访问量,播放量,阅读量,字节,毫秒,秒数,验证码,工号,学号,期号,彩票,设备号,样本,考号,order id,ordersn,sn,s/n,sku,' +
    'upc,ean,isbn,shipment,waybill,timestamp,time,ts,epoch,model,version,ver,build,revision,amount,total,' +
    'sum,subtotal,balance,price,cost,usd,cny,rmb,transaction,transaction id,txn,txid,trade no,trace,' +
    'trace id,span id,request id,reqid,session,session id,uuid,guid,hash,checksum,md5,sha1,sha256,seq,' +
    'sequence,offset,pid,thread,port,size,bytes,length,count,rows,duration,latency,ms,latitude,longitude,' +
    'lat,lng,ticket id,reference,barcode,item id,product id,row id,record id,snowflake,commit,rfc,zip,' +
    'zipcode,postcode,订单id,商户单号,商户订单号,退款单号,案号,箱号,料号,图号,零件号,车次,票据号,收据号,入库单,出库单,采购单,' +
    '报价单,设备编号,机器码,激活码,兑换码,优惠券,券码,取件码,取餐码,提货码,核销码,文号,病历号,住院号,门诊号,就诊号,检查号,' +
    '处方号,股票代码,委托号,页码,行号,房间号,编码,代码,哈希值,校验码,随机数,偏移量,耗时,内存,纪元,点击量,浏览量,转发量,销量,库存,人口,面积,产量,' +
    '营业额,销售额,利润,市值,trade id,out trade no,pay id,payment id,prepay id,refund no,refund id,coupon,nonce,' +
    'random,seed,memory,heap,process id,thread id,msg id,message id,event id,log id,gtin,asin,issn,doi,' +
    'policy no,claim no,case id,job id,task id,batch id,file id,millis,nanos,unix time,expires,revenue,' +
    'population,ddh,ddbh,lsh,jylsh,ydh,kddh,fph,fphm,htbh,gdh,pch,xlh,amt,p/n,timeout,ttl,interval,delay,' +
    'retry,threshold,quota,shop id,goods id,store id,sku id,spu id,app id,page id,node id,device sn,pod,' +
    '店铺id,商品id,柜员号,机构号,表号,户号,报名号,席位号,索引号,行李牌,产品id,成交量,成交额,pv,uv,曝光量,下载量,' +
    '点赞,粉丝数,观看,次数,总数,人次,基金账号,公积金账号,防伪,防伪码,追溯码,监管码,溯源码,轨迹点,门牌,mac,pr',
);
