/** What a label is worth: `sure` names a person and nothing else, `weak` stands before many other words too. */
export type LabelKind = 'sure' | 'weak';

const SURE =
  '姓名 客户名称 用户名称 账户名称 帐户名称 户主名称 联系人 收件人 收货人 寄件人 发件人 发货人 收款人 付款人 汇款人 户名 户主 机主 车主 业主 房东 租客 租户 承租人 出租人 申请人 申办人 申报人 借款人 贷款人 担保人 保证人 抵押人 委托人 受托人 代理人 代办人 经办人 患者 病人 就诊人 投保人 保险人 被保人 受益人 持卡人 持证人 持有人 法定代表人 法人代表 负责人 责任人 开户人 开卡人 办理人 登记人 报案人 投诉人 举报人 反映人 当事人 证人 监护人 家长 学生 员工 职工 雇员 配偶 买受人 出卖人 签收人 签署人 取件人 提货人 预约人 订票人 乘客 旅客 乘机人 乘车人 入住人 住客 来访人 访客 参会人 参会人员 与会人员 出席人员 主持人 记录人 汇报人 处理人 审核人 审批人 复核人 制表人 填表人 填报人 操作员 业务员 营业员 驾驶员 快递员 客户经理 发言人 主治医师  中文名 英文名 被通知人 被调查人 参保人 缴费人 纳税人 继承人 共有人 权利人 债务人 债权人 被告人 原告人 嫌疑人 受害人 服务对象 求职者 求职人 应聘者 应聘人 候选人 经营者 死者 逝者 产妇 新生儿 学员 考生 家属 驾驶人 乘车人员 体检人 受检者 受检人 送检人 就诊者 被试者';
const WEAK =
  '董事长 总经理 经理 主任 院长 校长 局长 律师 教授 法官 客户 用户 会员 顾客 同学 原告 被告 甲方 乙方 丙方 买方 卖方 法人 老师 讲师 导师 医生 医师 护士 客服 坐席 司机 骑手 丈夫 妻子 父亲 母亲 儿子 女儿 亲属 本人 签字 签名 我叫 名叫 叫做 名字 我是 参会 出席 主持 人员 称呼';
const SPACED = ['姓 名', '姓  名', '姓   名', '姓    名'];
const SURE_LATIN =
  'customer name|client name|user name|full name|contact name|contact person|cardholder|card holder|account holder|patient|recipient|consignee|addressee|applicant|beneficiary|insured|policyholder|borrower|guarantor|payee|payer|real name|legal representative|attendee|passenger|xingming|receiver|sender|cust_nm|custnm|cst_nm|cstnm|name|khxm|khmc|lxr|sjr|shr|xm|hzxm|zsxm|jzxm';
const WEAK_LATIN =
  'contact|customer|client|employee|student|guest|ship to|bill to|deliver to|attention|signed by|attn|dear';

/** Parts of a key that make its `name` something else than a person's: `file_name`, `hostName`. */
export const OTHER_NAMES =
  'file host domain class table column field path event function func method product company project brand city bank server db database package module app device model tag node key type group role dept department service display image img icon font font style variable var param attr attribute element store shop school org organization province district street road street county country region area goods item sku branch category menu page template job task queue topic bucket container pod namespace repo plugin job action route network wifi ssid driver schema index sheet log nick screen pet login';

/** Titles behind a name. `plain` ones only stand behind persons, `office` ones in other phrases too (项目经理). */
export type TitleKind = 'plain' | 'office';
const PLAIN_TITLES = '先生 女士 小姐 同志 太太 夫人 师傅 阿姨 大爷 大妈 叔叔 同学 女史 小朋友 大夫';
const OFFICE_TITLES =
  '老师 医生 医师 护士 经理 总经理 副总经理 主任 副主任 局长 副局长 处长 科长 部长 院长 校长 董事长 律师 教授 博士 警官 法官 书记 市长 县长 镇长 村长 队长 班长 会长 总监 总裁 工程师 主管 组长 店长 厂长 所长 站长 行长';

/** Words that follow a name at once when no punctuation does. */
export const FOLLOWING_WORDS =
  '请 在 的 于 已 和 与 及 或 等 说 要 把 向 对 给 为 是 将 让 被 因 从 到 称 也 都 又 还 并 没 不 有 用 来 去 先 男 女 同 收 其 今天 昨天 明天 今日 昨日 本月 本人 电话 手机 身份证 性别 地址 住址 年龄 联系 卡号 客户 证件 工号 出生 民族 籍贯 部门 职务 开户 尾号 预约 投诉 反映 咨询 申请 办理 来电 致电 表示 同意 签字 签名 签收 住在 需要 希望 认为 提出 购买 下单 银行 账号 帐号 账户 微信 邮箱 号码 名下 以及 负责 报修 进线 询问 催 订购 要求';

/** Words before a name that it may follow at once. */
export const LEADING_WORDS =
  '联系 通知 转告 告知 致电 拨打 回电 回访 邮寄 寄给 发给 转给 打给 交给 找 给 向 与 和 由 是 请 为 叫 让 对 跟 及 或 的 替 帮 到 就 我 及 记者 作者 编辑 人 员 号 者 约 问 等 了 据 经 被 将 把 说 而 因 且 但 后 请问 尊敬';

/**
 * What stands behind a name as a title does: a sex in a field of its own (张三，男，), a greeting (张三您好). Half width, as anchors are.
 */
export const NAME_TAILS: readonly string[] = [
  ',男',
  ',女',
  ', 男',
  ', 女',
  '(男',
  '(女',
  '|男',
  '|女',
  '| 男',
  '| 女',
  '您好',
  '你好',
];

const words = (list: string, separator = ' '): readonly string[] => list.split(separator);

export function createLabels(): ReadonlyMap<string, LabelKind> {
  const labels = new Map<string, LabelKind>();
  for (const word of [...words(WEAK), ...words(WEAK_LATIN, '|')]) labels.set(word, 'weak');
  for (const word of [...words(SURE), ...SPACED, ...words(SURE_LATIN, '|')])
    labels.set(word, 'sure');
  // Single characters are no anchors: they would make every text slow.
  for (const word of labels.keys()) if (word.length < 2) labels.delete(word);
  return labels;
}

export function createTitles(): ReadonlyMap<string, TitleKind> {
  const titles = new Map<string, TitleKind>();
  for (const word of words(OFFICE_TITLES)) titles.set(word, 'office');
  for (const word of words(PLAIN_TITLES)) titles.set(word, 'plain');
  return titles;
}

/** Titles before a name in Latin letters. */
export const LATIN_TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof']);

/** Anchors for `LATIN_TITLES`: with what must follow, for `ms` alone stands in every other English word. */
export const LATIN_TITLE_ANCHORS: readonly string[] = [
  'mr.',
  'mr ',
  'mrs.',
  'mrs ',
  'ms.',
  'ms ',
  'miss ',
];

/** Words before `name` that make it a person's in a key: `customerName`, `patient_name`. */
export const PERSON_KEYS =
  'customer client user contact full real patient card holder cardholder applicant recipient receiver sender account owner buyer payee payer borrower insured member employee student person legal cust ship shipping billing guest visitor tenant candidate staff manager doctor teacher parent father mother spouse consignee debtor lessee lessor traveler traveller';

/** Field names and short values that stand between a name and the identifier beside it: 张三的手机号是138…. */
export const FIELD_WORDS =
  '手机号码 手机号 手机 联系电话 电话号码 电话 联系方式 身份证号码 身份证号 身份证 证件号码 证件号 证件 银行卡号 银行卡 卡号 账号 帐号 微信号 微信 邮箱 号码 性别 男 女 本人 预留 绑定 公民身份号码 护照号 护照 的 是 为 汉族';

/** Header words that make a column with a label of a person something else: 联系人电话. */
export const OTHER_COLUMNS =
  '电话 手机 证件 号码 卡号 账号 编号 工号 地址 住址 邮箱 时间 日期 关系 类型 部门 单位 性别 年龄 状态 意见 金额 数量 人数 phone mobile tel id no email mail addr date time type';
