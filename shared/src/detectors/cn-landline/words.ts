import { expandWords } from '../../detection/word-list.ts';

/** Names that a fixed line goes by, in Chinese, English, pinyin initials and column names. */
export const LANDLINE_WORDS: readonly string[] = expandWords(
  '座机~,固话~,传真~,电话~,来电~,主叫~,被叫~,dh^,tel~,fax~,phone~,called~,calling~,landline~,telephone~,contact+,宅电,' +
    '总机,分机,联系电话,联系方式,市话,小灵通,拨打,致电,回电,呼叫,联系号码,对方号码,业务号码,用户号码,受理号码,投诉号码,热线,call,dial,caller,callee,' +
    'contact phone,fixed line,home phone,office phone,work phone,home tel,office tel,business phone,' +
    'company phone,gddh,gdhm,jtdh,zzdh,bgdh,dwdh,lxdh,czhm',
);

/** Names behind which a number without an area code is a fixed line. */
export const LOCAL_NUMBER_WORDS: readonly string[] = [
  '座机', '固话', '固定电话', '家庭电话', '住宅电话', '宅电', '办公电话', '办公室电话', '单位电话', '公司电话', '工作电话',
  '传真', '电话', '总机', '市话', '小灵通', 'tel', 'telephone', 'landline', 'home phone', 'office phone', 'work phone',
  'homephone', 'officephone', 'workphone', 'home_phone', 'office_phone', 'work_phone', 'fax', 'jtdh', 'zzdh', 'bgdh', 'dwdh', 'gddh',
]; // prettier-ignore
