import { type Detector, refuse, type Validation } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { MOBILE_PREFIXES } from './prefixes.ts';

/** One answer for all: a text may hold thousands. */
const KNOWN_RANGE: Validation = {
  checks: [{ name: 'range', outcome: true }],
  base: 0.65,
  specificity: 0.1,
};
const UNKNOWN_RANGE = refuse('range');

/**
 * Mobile number of mainland China: 11 digits of a range in service (MIIT numbering table). There is no check
 * digit, one random run of 11 digits in twenty looks right; so what stands near by decides. The country
 * code is recognised and is not part of the span.
 */
export function createCnMobileDetector(prefixes: readonly string[] = MOBILE_PREFIXES): Detector {
  const ranges = new Set(prefixes);
  return {
    id: 'cn-mobile',
    version: 1,
    dataClass: 'contact',
    dataLevel: 3,
    wants: [
      {
        kind: 'digits',
        lengths: [11],
        shapes: [
          [3, 4, 4],
          [3, 8],
          [4, 4, 3],
          [7, 4],
          [3, 3, 5],
        ],
        leads: '1',
        openings: [...new Set(prefixes.map((prefix) => prefix.slice(0, 2)))],
        prefixes: ['86', '0086'],
      },
    ],
    context: {
      for: expandWords(
        '手机~,电话~,来电~,主叫~,被叫~,短信~,微信~,sj^,tel~,mob~,cell~,phone~,mobile~,called~,calling~,telephone~,contact+,' +
          '本机+,移动+,电信+,联通+,手机电话,移动电话,联系电话,联系方式,联系手机,联系号码,呼叫,拨打,致电,回电,业务号码,用户号码,开户号码,服务号码,机主,预留手机,预留号码,绑定手机,' +
          'mobile phone,cell phone,msisdn,whatsapp,wechat,sms,call,dial,caller,callee,手机号1,手机号2,受理号码,计费号码,主卡号码,' +
          '副卡号码,办理号码,入网号码,投诉号码,支付宝,呼入号码,呼出号码,对方号码,通话号码,mobile tel,handphone,cellphone no,contact phone,' +
          'contact mobile,contact tel,user tel,cust mobile,cust phone,cust tel,caller id,subscriber number,' +
          'phone1,phone2,sms to,acc nbr,sjhao,yddh,lxdh,lxsj,lxfs,dhhm,yhsj,khdh,khsj,bdsj,新号,老号,旧号,常用号,备用号,小号,' +
          '大号,主号,副号,工作号,私人号,靓号,长号,亲情号,薇信,v信,vx,wx,打我,打他,打她',
      ),
      weaklyFor: expandWords(
        '座机,固话,传真,宅电,热线,市话,landline,fax,联系,联系人,客户,用户,号码,收件人,收货人,寄件人,姓名,先生,女士,加我,contact,customer,client,' +
          'subscriber,user,name,通话,回访,话费,套餐,宽带,办理,余额不足,话费余额,欠费,停机,充值,账号,帐号,用户名,登录名,登录账号,注册账号',
      ),
      against: expandWords('qq,qq号,imei,imsi,iccid,串号,身份证,银行卡'),
    },
    validate(value) {
      const known = ranges.has(value.slice(0, 3)) || ranges.has(value.slice(0, 4));
      if (!known) return UNKNOWN_RANGE;
      return KNOWN_RANGE;
    },
    mask: (value) => `${value.slice(0, 3)}****${value.slice(-4)}`,
  };
}
