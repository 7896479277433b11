/** Common family names, most frequent first, and a few double ones: census lists. */
export const SURNAMES: readonly string[] = [
  ...Array.from(
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  ),
  '欧阳',
  '司马',
  '诸葛',
  '上官',
  '司徒',
  '慕容',
  '皇甫',
  '尉迟',
];

export const GIVEN_NAMES: readonly string[] =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 秀兰 建国 志明 玉兰 海燕 子轩 梓涵 浩宇 雨欣 思琪 俊杰 文博 佳怡 嘉豪 晓彤 春梅 国庆 小红 立新 振华 丽华 文静 淑珍 天佑 一诺 若曦 泽宇 宇航 可馨 诗涵 梦洁 雪梅 红梅 永强 德福 金凤 卫东 晨曦 锦程 婉婷 家伟 耀辉 惠芳 启明 承志 睿 鑫 婷 倩 旭 斌 鹏 璐 琳 妍 昊 毅 莹'.split(
    ' ',
  );

/** Latin spelling of names, for mail addresses and user names. */
export const PINYIN: readonly string[] =
  'zhangwei wangfang lina liujie chenyang yangli huangtao zhaojing wuhao zhoumin xuqiang sunyan maxiao zhulin hujun guoyu hexin gaofei linhai luoyi zhengkai liangbo xieting songjia tanglei xumeng hanxue fengtao dengchao caoying pengfei'.split(
    ' ',
  );

export const MAIL_HOSTS: readonly string[] =
  'qq.com 163.com 126.com gmail.com outlook.com sina.com hotmail.com foxmail.com 139.com 189.cn wo.cn aliyun.com yeah.net sohu.com icloud.com vip.163.com huaxin-tech.com.cn mail.bluebay.cn tsinghua.edu.cn dongfang.net'.split(
    ' ',
  );

export const COMPANIES: readonly string[] =
  '华信科技有限公司 东方明达贸易有限公司 中瑞实业集团股份有限公司 启航物流有限公司 星海软件技术有限公司 天盛建筑工程有限公司 惠民医药连锁有限公司 鼎新电子商务有限公司 绿源食品有限公司 博远教育咨询有限公司 金桥融资租赁有限公司 万通汽车销售服务有限公司'.split(
    ' ',
  );

export const BANKS: readonly string[] =
  '工商银行 建设银行 农业银行 中国银行 招商银行 交通银行 浦发银行 民生银行 平安银行 邮储银行 中信银行 兴业银行'.split(
    ' ',
  );

export const PRODUCTS: readonly string[] =
  '无线蓝牙耳机 家用空气净化器 儿童保温杯 纯棉四件套 5G 智能手机 机械键盘 冲锋衣 电动牙刷 乳胶枕 五常大米 洗碗机 行车记录仪 折叠自行车 扫地机器人 高压锅'.split(
    ' ',
  );

export const PLANS: readonly string[] = [
  '畅享 129 元套餐',
  '千兆融合 199 元套餐',
  '校园卡 39 元套餐',
  '亲情网',
  '国际漫游日包',
  '企业专线 200M',
  '宽带 500M 包年',
  '副卡共享流量包',
];

export const JOBS: readonly string[] =
  '软件工程师 会计 客户经理 装维工程师 护士长 仓库主管 销售代表 法务专员 项目经理 司机 前台 教师'.split(
    ' ',
  );

export const DEPARTMENTS: readonly string[] =
  '市场部 财务部 网络运维中心 客户服务部 政企业务部 法务部 信息安全部 人力资源部 供应链部 心内科 骨科 儿科'.split(
    ' ',
  );
