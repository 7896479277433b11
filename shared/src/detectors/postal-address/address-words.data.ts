/** What a part of an address says. */
export const PART = {
  /** A province or prefecture of the table. */
  MAIN: 1,
  /** A district of the table, a county. */
  DISTRICT: 2,
  /** Town, township, street office. */
  TOWN: 4,
  ROAD: 8,
  VILLAGE: 16,
  ESTATE: 32,
  /** A number: 478号. */
  NUMBER: 64,
  BUILDING: 128,
  /** Unit, floor or room. */
  ROOM: 256,
  /** A school, hospital or market: a place, but of an organisation. */
  HOUSE: 512,
} as const;

const NAMED: readonly (readonly [number, string])[] = [
  [PART.TOWN, '街道办事处 街道办 街道 苏木 镇 乡'],
  [PART.ROAD, '大道 大街 胡同 国道 省道 县道 乡道 环路 公路 路 街 巷 弄'],
  [PART.VILLAGE, '社区 新村 农场 林场 村 屯 庄 寨'],
  [
    PART.ESTATE,
    '小区 花园 大厦 广场 公寓 家园 园区 工业园 工业区 科技园 产业园 软件园 创业园 开发区 高新区 保税区 大楼 宿舍 家属院 家属楼 大院 别墅 名苑 豪庭 新城 国际 写字楼 商务楼 套房',
  ],
  [PART.HOUSE, '大学 学院 学校 中学 小学 幼儿园 医院 中心 商城 商场 市场 酒店 宾馆 车站'],
];
/** Endings that count only with a number right behind: 阳光苑3栋. */
const NAMED_IF_NUMBERED: readonly (readonly [number, string])[] = [
  [PART.ROAD, '道 里 条 线 侬 旁 桥'],
  [PART.ESTATE, '苑 园 庭 府 城 湾 阁 居 坊 轩 邸 墅 郡 峰 都 座 村 院 厂 岸 台 门 邨 堂'],
];
const NUMBERED: readonly (readonly [number, string])[] = [
  // Post office boxes and military units.
  [PART.NUMBER | PART.ROAD, '信箱 部队'],
  [PART.NUMBER, '号院 号弄 号店 号铺 号 弄 巷 组 队 社'],
  [PART.BUILDING, '号楼 栋 幢 座 # 期 区 号厂房'],
  [PART.ROOM, '单元 层 楼 室 房 户 梯 门 铺'],
  [PART.ROAD, '段 条'],
];

/** What Han numerals may count: 二七区 and 三门县 are names. */
export const COUNTED_IN_HAN = '号 栋 幢 座 单元 层 楼 室 组 弄 巷 段 队';
/** Behind a number that ends in 号 or 楼: then it numbers something else. */
export const NO_NUMBER_BEHIND =
  '线 文 令 公告 台风 机 码 召 称 牌 决 会议 会议室 厅 窗 桌 台 门诊 选手 种子 坑 议 通知 通告 主席 员 井 矿 船 舰 卫星 房间 楼盘 字 染 仓';
/** After 路 and 街 in words that are no streets. */
export const NO_ROAD_BEHIND = '由 径 过 上 途 程 况 人 边 灯 障 头 透 费 局 演 霸 基 面';
/** What is no name of a road by itself: 道路, 铁路, 马路. */
export const NO_ROAD_NAMES =
  '道 铁 马 线 网 电 思 套 出 退 走 半 顺 同 沿 一 修 问 赶 在 迷 通 公 水 陆 航 支 主 干 这条 那条 上 下 大 小 老 新开 逛 销 末 归 生 财 活 后 来 去 带 让 引 拦 门 气 回 油 血 开 集成';
/** What 区 also ends. */
export const NO_DISTRICTS =
  '小 社 园 景 地 校 厂 片 城 市 郊 山 灾 学 辖 专 牧 库 营 商 街 新 特 战 大 老 分 误 禁 盲 雷 时 疫 灰 选 军 东 西 南 北 发 业 术 税 技 光 居 住 产 验';

export interface AddressWord {
  readonly word: string;
  readonly part: number;
}

export interface AddressWords {
  /** By their last character; of those that end together the longest first. */
  readonly named: ReadonlyMap<string, readonly AddressWord[]>;
  readonly namedIfNumbered: ReadonlyMap<string, readonly AddressWord[]>;
  /** By their first character, the longest first. */
  readonly numbered: ReadonlyMap<string, readonly AddressWord[]>;
}

function group(
  lists: readonly (readonly [number, string])[],
  key: (word: string) => string,
): ReadonlyMap<string, readonly AddressWord[]> {
  const groups = new Map<string, AddressWord[]>();
  for (const [part, list] of lists)
    for (const word of list.split(' '))
      groups.set(key(word), [...(groups.get(key(word)) ?? []), { word, part }]);
  for (const words of groups.values()) words.sort((a, b) => b.word.length - a.word.length);
  return groups;
}

export function createAddressWords(): AddressWords {
  return {
    named: group(NAMED, (word) => word.slice(-1)),
    namedIfNumbered: group(NAMED_IF_NUMBERED, (word) => word.slice(-1)),
    numbered: group(NUMBERED, (word) => word.charAt(0)),
  };
}

/** Labels of an address; inside longer ones too: 收货地址, 家庭住址. */
export const ADDRESS_LABELS: readonly string[] =
  '地址|住址|住所|住所地|户籍所在地|户口所在地|现居住地|居住地|经常居住地|送货至|寄往|收货地|家住|现住|住在|地 址|住 址|address|addr|dizhi|dz|jtzz|txdz|add.'.split(
    '|',
  );
/** Before 地址: then it is none of a place. */
export const OTHER_ADDRESSES =
  '网 网站 内存 邮件 邮箱 电子邮件 电子邮箱 下载 接口 服务器 链接 物理 寄存器 起始 目标 源 主机 代理 访问 仓库 广播 ip mac url 网络 图片 文件 视频 登录 官网 虚拟 合约 钱包 回调 数据库 ipv4 ipv6 email mail e-mail web http wallet memory base src dst source destination remote local host bind listen return';
