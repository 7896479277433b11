import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Made for this project: real divisions and roads with made-up house numbers. */
const sure = (masked: string): Marking => ['postal-address', masked, 0.85];
const full = (masked: string): Marking => ['postal-address', masked, 0.65];
const likely = (masked: string): Marking => ['postal-address', masked, 0.6];
const PHONE: Marking = ['cn-mobile', '138****8000', 0.6];

/** `name: marked text, masked form` behind a label, and those that stand alone. */
const LABELLED: readonly (readonly [string, string, string])[] = [
  ['label', '地址：⟦杭州市西湖区文三路478号3单元501室⟧', '杭州市***'],
  ['label-home', '家庭住址：⟦湖南省长沙市岳麓区麓谷街道阳光花园3-2-501⟧', '湖南省长沙市***'],
  ['label-full-width', '住址 ⟦文三路４７８号３栋５０１室⟧', '***'],
  ['label-json', '"address":"⟦成都市武侯区天府大道北段1480号⟧"', '成都市***'],
  ['label-html', '<td>地址</td><td>⟦武汉市洪山区珞喻路1037号⟧</td>', '武汉市***'],
  ['label-remark', '地址：⟦杭州市西湖区文三路478号（万塘路口）3楼⟧', '杭州市***'],
  ['label-recipient', '地址：⟦杭州市西湖区文三路478号⟧（送达）', '杭州市***'],
  ['label-box', '通讯地址:⟦北京市2836信箱⟧', '北京市***'],
  ['label-hong-kong', '地址: ⟦香港九龙弥敦道123号5楼⟧', '香港***'],
  ['label-latin-name', '装机地址：⟦北京市朝阳区三里屯SOHO 5号楼2单元1101⟧', '北京市***'],
  ['label-camel', 'homeAddress=⟦上海市徐汇区漕溪北路18号⟧', '上海市***'],
];
const ALONE: readonly (readonly [string, string, string])[] = [
  ['full', '⟦浙江省杭州市西湖区文三路478号华星时代广场3楼⟧', '浙江省杭州市***'],
  ['full-spaces', '⟦浙江省 杭州市 西湖区 文三路 478 号 3 单元 501 室⟧', '浙江省杭州市***'],
  ['full-commas', '⟦浙江省,杭州市,西湖区,文三路478号⟧', '浙江省***'],
  ['full-municipality', '快递寄⟦北京市朝阳区建国路93号院12号楼1203室⟧', '北京市***'],
  ['full-no-suffixes', '⟦浙江杭州西湖区文三路478号⟧', '浙江杭州***'],
  ['full-village', '⟦安徽省阜阳市临泉县杨桥镇刘庄村3组12号⟧', '安徽省阜阳市***'],
  ['full-prefecture', '⟦四川省凉山彝族自治州西昌市长安中路20号⟧', '四川省***'],
  ['full-region', '⟦内蒙古自治区呼和浩特市赛罕区大学东街三十二号⟧', '内蒙古自治区***'],
  ['full-han-numbers', '⟦上海市黄浦区南京东路五百号二楼⟧', '上海市***'],
  ['full-new-area', '⟦上海市浦东新区张江高科技园区碧波路690号⟧', '上海市***'],
];

const TRUE_VECTORS: readonly Vector[] = [
  ...LABELLED.map(([name, text, masked]) =>
    markedVector(`postal-address/${name}`, text, sure(masked)),
  ),
  ...ALONE.map(([name, text, masked]) =>
    markedVector(`postal-address/${name}`, text, full(masked)),
  ),
  markedVector(
    'postal-address/before-phone',
    '⟦广东省深圳市南山区科技园南区T3栋1203⟧ 电话 ⟦13800138000⟧',
    full('广东省深圳市***'),
    PHONE,
  ),
  markedVector('postal-address/beside', '⟦13800138000⟧ ⟦文三路478号⟧', PHONE, likely('***')),
  markedVector('postal-address/district', '我家在⟦西湖区文三路478号3单元501室⟧。', likely('***')),
  markedVector('postal-address/estate', '寄到⟦阳光花园3栋2单元501室⟧', likely('***')),
  markedVector('postal-address/label-no-number', '地址：⟦杭州市西湖区文三路⟧', likely('杭州市***')),
  markedVector('postal-address/label-generated', '地址：⟦杜侬728号 公寓 745⟧', likely('***')),
  markedVector(
    'postal-address/english',
    '⟦Room 1203, Building 3, No. 478 Wensan Road, Xihu District, Hangzhou⟧',
    full('***'),
  ),
  markedVector(
    'postal-address/english-label',
    'Address: ⟦No. 478 Wensan Road, Xihu District, Hangzhou, Zhejiang 310012⟧',
    sure('***'),
  ),
];

const QUIET: Readonly<Record<string, string>> = {
  city: '杭州市今天下雨',
  district: '在北京市朝阳区开会',
  'label-division': '地址:杭州市西湖区',
  'label-empty': '地址：________ 电话：',
  bank: '杭州银行西湖支行，中国电信杭州分公司',
  'meeting-room': '3号会议室在北京路对面',
  building: '他在第3号楼等你',
  'document-number': '杭州市发〔2020〕3号，一号文件，江苏省发改委2024年3号文',
  'court-file': '浙江省杭州市中级人民法院(2020)浙01民初123号',
  metro: '北京市地铁3号线，北京市朝阳区3号线',
  bus: '上海市3路公交车改道',
  router: '路由1号接口，道路3号标段',
  'street-office': '西溪街道办事处负责受理',
  hospital: '上海市第一人民医院3号楼',
  ip: 'IP地址: 192.168.1.1，内存地址 0x7fff3号单元',
  url: '网站地址：http://a.example/1号/2栋',
  mail: 'email address: info@b.example',
  date: '10月5号北京市下雨，3号上午开会',
  flat: '出售西湖区3室2厅房源',
  law: '本法第三条第2号，浙江省条例第12号令',
  order: '订单号 123456号',
  walk: '他走在路上3号，马路3号',
  'english-prose': '5 miles down the road, we stopped; Street photography in 3 steps',
  'english-code': 'return address of function 5, block 3',
  groups: '第5组第3号选手，三组2号样品',
};

export const VECTORS: readonly Vector[] = [
  ...TRUE_VECTORS,
  ...Object.entries(QUIET).map(([name, text]) => quietVector(`postal-address/not-${name}`, text)),
];
