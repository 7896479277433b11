import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Made for this project: the placeholder names of Chinese forms and textbooks, and made-up ones; numbers as in cn-mobile. */
const labelled = (masked: string): Marking => ['person-name', masked, 0.75];
const beside = (masked: string): Marking => ['person-name', masked, 0.62];
const mobile = (masked: string): Marking => ['cn-mobile', masked, 0.6];
const id = (masked: string): Marking => ['cn-resident-id', masked, 0.8];
const PHONE = '⟦13800138000⟧';
const PHONE_MASKED = mobile('138****8000');

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('person-name/label', '姓名：⟦张三⟧', labelled('张*')),
  markedVector('person-name/label-contact', '联系人: ⟦王小明⟧', labelled('王**')),
  markedVector('person-name/label-touches', '联系人⟦张三丰⟧', labelled('张**')),
  markedVector('person-name/label-space', '收货人 ⟦李娜⟧', labelled('李*')),
  markedVector('person-name/label-line-above', '姓名\n⟦韩梅梅⟧\n', labelled('韩**')),
  markedVector('person-name/label-is', '申请人为⟦赵敏⟧，', labelled('赵*')),
  markedVector('person-name/label-remark', '甲方（借款人）：⟦赵敏⟧', labelled('赵*')),
  markedVector('person-name/double-surname', '收件人：⟦欧阳娜娜⟧', labelled('欧***')),
  markedVector('person-name/dotted', '姓名：⟦阿不都·热合曼⟧', labelled('阿******')),
  markedVector('person-name/spaced', '姓名：⟦张\u3000三⟧', labelled('张*')),
  markedVector('person-name/spaced-label', '姓\u3000名：⟦王\u3000小明⟧', labelled('王**')),
  markedVector('person-name/married', '持卡人：⟦陈王晓红⟧', labelled('陈***')),
  markedVector('person-name/traditional', '聯絡 姓名：⟦張偉⟧', labelled('張*')),
  markedVector('person-name/next-label', '姓名：⟦张三⟧性别：男', labelled('张*')),
  markedVector('person-name/json', '{"customerName": "⟦陈晨⟧"}', labelled('陈*')),
  markedVector('person-name/xml', '<name>⟦王小明⟧</name>', labelled('王**')),
  markedVector('person-name/abbreviated', 'xm=⟦李晓红⟧&x=1', labelled('李**')),
  markedVector('person-name/markdown', '**联系人**：**⟦李娜⟧**', labelled('李*')),
  markedVector(
    'person-name/list',
    '参会人员：⟦张三⟧、⟦李四⟧、⟦王小明⟧',
    labelled('张*'),
    labelled('李*'),
    labelled('王**'),
  ),
  markedVector('person-name/pinyin', 'Customer name: ⟦Zhang San⟧', labelled('Z*******')),
  markedVector('person-name/pinyin-capitals', 'Recipient: ⟦LI Xiaoming⟧', labelled('L*********')),
  markedVector('person-name/foreign', 'Full Name: ⟦John Smith⟧', ['person-name', 'J********', 0.6]),
  markedVector('person-name/title', '⟦张三⟧先生您好', labelled('张*')),
  markedVector('person-name/title-office', '请联系⟦王建国⟧经理', ['person-name', '王**', 0.7]),
  markedVector('person-name/title-latin', 'Mr. ⟦Zhang San⟧ called', labelled('Z*******')),
  markedVector('person-name/beside', `⟦张三⟧ ${PHONE}`, beside('张*'), PHONE_MASKED),
  markedVector('person-name/beside-touching', `⟦张三⟧${PHONE}`, beside('张*'), PHONE_MASKED),
  markedVector('person-name/beside-bracket', `客户⟦张三⟧(${PHONE})`, beside('张*'), PHONE_MASKED),
  markedVector('person-name/beside-behind', `${PHONE} ⟦李四⟧`, PHONE_MASKED, beside('李*')),
  markedVector('person-name/beside-field', `⟦张三⟧的手机号是${PHONE}`, beside('张*'), PHONE_MASKED),
  markedVector(
    'person-name/beside-sex',
    '⟦王小明⟧，男，身份证⟦11010519491231002X⟧',
    ['person-name', '王**', 0.68],
    id('110***********002X'),
  ),
  markedVector(
    'person-name/sql',
    `INSERT INTO t VALUES ('⟦张三⟧','⟦13800138000⟧')`,
    beside('张*'),
    PHONE_MASKED,
  ),
  markedVector('person-name/ticket', '客户⟦王小明⟧投诉网速慢', ['person-name', '王**', 0.6]),
];

const QUIET: Readonly<Record<string, string>> = {
  alone: '张三',
  prose: '张三今天来了，王小明和李四去北京。',
  'surname-and-title': '张先生您好，李老师来电，方经理同意',
  'label-and-title': '联系人：王总',
  'no-value': '姓名、性别、年龄、籍贯',
  'empty-form': '姓名：______ 联系人电话：',
  required: '姓名不能为空，用户名称不能为空',
  placeholder: '姓名：测试；联系人：无；收件人：未知；户名：匿名',
  masked: '姓名：张** 联系人：李某 收件人：王*明 患者：张某某',
  company: '户名：中国银行；客户名称：王小明科技有限公司；甲方：万科',
  place: '户名：张家界旅游公司；收货人：江苏',
  'words-label': '客户高兴地说，用户时间安排，申请人应当提供，负责人员安排',
  'words-title': '高级经理、项目经理、区域经理和总经理办公室',
  'job-and-place': '业务员培训，客户经理负责，班主任通知',
  filename: 'filename: Zhang San; hostName = "Li Wei"',
  product: 'name: Visual Studio, productName: "Wang Wang"',
  code: 'const name = getName(user); // 高级用法',
  'one-word': 'Mr. Zhang called Ms. Li',
  'word-list': "['姓名', '先生', '女士', '客户', '用户']",
  'capital-title': 'MS SQL Server and MS Visual Basic',
  'english-prose': 'The patient should contact customer service. Dear Sir or Madam',
  'disease-prose': '患者病情严重，家长方便的时候来校',
  reasons: '本人同意，法人单位，学生安全教育平台，员工成长',
  'months-and-days': '联系人：周一；负责人：周末',
};

/** A number with a word beside that reads like a name. */
const QUIET_BESIDE =
  '高兴 方便 安全 时间 常用 任何 白天 黄色 成功 万一 马上 周末 周一 江苏 温州 严重 平均 许多 张先生 王总 小王 李**';

export const VECTORS: readonly Vector[] = [
  ...TRUE_VECTORS,
  ...Object.entries(QUIET).map(([name, text]) => quietVector(`person-name/${name}`, text)),
  ...QUIET_BESIDE.split(' ').map((word) =>
    markedVector(`person-name/not-${word}`, `${word} ${PHONE}`, PHONE_MASKED),
  ),
];
