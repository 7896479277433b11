/** Words, services and masked values that sound like customer data and are none. */
import { decoy, join, t } from '../piece.ts';
import type { Kind } from '../texts/template.ts';
import * as looks from '../values/look-alikes.ts';

const PLAIN = (id: string, sentences: readonly string[]): Kind => ({
  id,
  prose: true,
  templates: [
    (f) => decoy(f.pick(sentences)),
    (f) => join([f.pick(sentences), f.pick(sentences)].map(decoy), '\n'),
    (f) => join([f.pick(sentences), f.pick(sentences), f.pick(sentences)].map(decoy), '。'),
    (f) => t`${f.chineseDay()} ${decoy(f.pick(sentences))}`,
  ],
});

const secrecy = PLAIN('secrecy-words', [
  '我们要保守秘密,不要把会议内容告诉别人',
  '这是一个公开的秘密,大家都知道',
  '机密性、完整性和可用性是信息安全的三个要素',
  '员工应当签署保密协议,保守公司商业秘密',
  '他告诉我一个小秘密',
  '加强内部管理,规范内部资料的归档流程',
  '本次培训讲解绝密、机密、秘密三级文件的管理要求',
  '如何保护客户的商业秘密?听听律师怎么说',
  '国家秘密的密级分为绝密、机密、秘密三级',
  '《秘密花园》这本书卖得很好',
  'It is no secret that the market is slowing down',
  'The top secret to good coffee is fresh beans',
]);

const surnames = PLAIN('surnames-in-prose', [
  '听到这个消息大家都很高兴,晚上一起去王府井吃饭',
  '张家口的风电项目下个月并网',
  '马上就要放假了,路上注意安全',
  '黄金价格连续三天上涨',
  '白天气温较高,注意防暑',
  '方便的话请回个电话',
  '高速公路因大雾封闭,绕行国道',
  '安全生产月活动已经启动',
  '周末加班的同学请登记',
  '金融市场部将举办沙龙',
  '石家庄到郑州的高铁大约一个半小时',
  '江南水乡的雨季到了',
  '任何单位和个人不得泄露',
  '曾经有用户反映过类似的问题',
  '余额不足,请及时充值',
  '明天上午十点在三楼开会',
  '成都和武汉的机房已完成扩容',
  '万一断电,备用电源会自动启动',
  '陈旧设备将于年底前报废',
  '客户姓名和联系方式为必填项',
  '联系人信息请在系统中维护',
  '雷雨天气请关闭门窗,温馨提示',
  '应聘者须填写姓名、性别、年龄',
]);

const places = PLAIN('places-without-address', [
  '公司在北京、上海、深圳设有分公司',
  '广东省今年新增基站三万个',
  '我在杭州市西湖区出差',
  '朝阳区的装维人员不够',
  '从成都市武侯区到锦江区大约五公里',
  '人民路施工,请绕行',
  '江苏省南京市的客户满意度最高',
  '收货地址请在下单时填写',
  '请提供您的家庭住址以便上门',
  '地址栏不能为空',
  '长江路营业厅周末正常营业',
  '地址簿已同步完成',
]);

const passwords = PLAIN('password-words', [
  '请妥善保管密码,不要告诉他人',
  '密码错误,请重新输入',
  '忘记密码?点击此处找回',
  '密码长度为8到20位,须包含字母和数字',
  '连续输错三次密码将锁定账户',
  '修改密码成功',
  '您的密码将于三天后过期',
  'Please enter your password',
  'Forgot password? Click here to reset it',
  'password: string; // never logged',
  'const password = process.env.DB_PASSWORD;',
  'if (!password) throw new Error("password required")',
  '<input type="password" name="password" placeholder="请输入密码">',
  'password=******',
  '密码:********',
  'passwd: {{ vault_db_password }}',
  'PASSWORD=${DB_PASSWORD}',
  'token 已失效,请重新登录',
  '验证码有效期为五分钟,请勿泄露给他人',
]);

const code = PLAIN('code-identifiers', [
  'private String mobilePhone; private String idCardNo;',
  'ALTER TABLE user ADD COLUMN id_card VARCHAR(18), ADD COLUMN mobile VARCHAR(11);',
  'const MOBILE_RE = /^1[3-9]\\d{9}$/;',
  'ID_CARD = r"^[1-9]\\d{5}(18|19|20)\\d{2}((0[1-9])|(1[0-2]))"',
  'SELECT mobile, email, id_card FROM customer WHERE status = 1 LIMIT 100;',
  'validate(mobile: string, idCard: string): boolean',
  '@media (max-width: 768px) { .email { display: none } }',
  'import { BankCardValidator } from "./bank-card";',
  'phone = request.args.get("phone")',
  'assert luhn("0000") is True',
  'user@localhost:~$ ls -la',
  'npm install @types/node@24.1.0',
  'git clone git@gitlab.local:crm/customer.git',
  '@Override public String getEmail() { return email; }',
  'emit("update:phone", value)',
  'r = np.array([13800, 13900, 15000])',
]);

const service: Kind = {
  id: 'service-numbers',
  prose: true,
  templates: [
    (f) =>
      t`如有疑问请拨打${decoy(f.pick(['10086', '10010', '10000', '10099', '12315', '12345', '12381']))}`,
    (f) =>
      t`客服热线:${decoy(f.pick([`400-${f.digits(3)}-${f.digits(4)}`, `400${f.digits(7)}`, `800-${f.digits(3)}-${f.digits(4)}`, `400 ${f.digits(4)} ${f.digits(3)}`]))}`,
    (f) =>
      t`${f.bank()}客服电话 ${decoy(f.pick(['95588', '95533', '95599', '95566', '95555', '95559']))}`,
    () => t`紧急情况请拨打 ${decoy('110')}、${decoy('119')}、${decoy('120')}`,
    (f) =>
      t`发送短信 CXYE 到 ${decoy('10086')} 查询余额,来自 ${decoy(`1069${f.digits(8)}`)} 的短信`,
    (f) => t`电话:${decoy(f.pick(['10086', '95588', '12306', '95338']))} 转人工`,
    (f) => t`服务电话:${decoy(`400-${f.digits(3)}-${f.digits(4)}`)} 转 ${f.digits(3)}`,
  ],
};

const ROLES = [
  'info',
  'noreply',
  'no-reply',
  'support',
  'service',
  'admin',
  'hr',
  'sales',
  'kefu',
  'webmaster',
  'postmaster',
  'contact',
  'marketing',
  'do-not-reply',
];

const roles: Kind = {
  id: 'role-mailboxes',
  prose: true,
  templates: [
    (f) =>
      t`如需帮助请发邮件至 ${decoy(`${f.pick(ROLES)}@${f.pick(['huaxin-tech.com.cn', 'bluebay.cn', 'example.com', 'dongfang.net'])}`)}`,
    (f) =>
      t`本邮件由系统发出,请勿回复 ${decoy(`${f.pick(['noreply', 'no-reply', 'do-not-reply'])}@mail.bluebay.cn`)}`,
    (f) => t`From: ${decoy(`${f.pick(ROLES)}@bluebay.cn`)}\nSubject: maintenance window`,
    (f) => t`投稿邮箱:${decoy(`${f.pick(['support', 'service', 'contact'])}@dongfang.net`)}`,
    (f) => t`at ${f.clock()} we meet @ the lobby, follow @huaxin_official`,
    () => t`logo@2x.png icon@3x.webp`,
  ],
};

const masked: Kind = {
  id: 'masked-values',
  prose: true,
  templates: [
    (f) => t`手机号 ${decoy(looks.maskedMobile(f.random))}`,
    (f) => t`身份证号:${decoy(looks.maskedResidentId(f.random))}`,
    (f) => t`您${decoy(looks.maskedCard(f.random))}的储蓄卡支出${decoy(f.amount())}元`,
    (f) => t`银行卡 ${decoy(looks.maskedCard(f.random))}`,
    (f) => t`用户 ${decoy(looks.maskedMobile(f.random))} 登录成功`,
    (f) =>
      t`邮箱 ${decoy(f.pick(['z***@qq.com', 'li****@163.com', '***@gmail.com', 'w**g@outlook.com']))}`,
    (f) =>
      t`姓名:${f.pick(['张**', '李*', '王*明', '*伟', '欧阳*'])} 手机:${decoy(looks.maskedMobile(f.random))} 身份证:${decoy(looks.maskedResidentId(f.random))}`,
    (f) =>
      t`姓名,手机,身份证\n张*,${decoy(looks.maskedMobile(f.random))},${decoy(looks.maskedResidentId(f.random))}\n李**,${decoy(looks.maskedMobile(f.random))},${decoy(looks.maskedResidentId(f.random))}`,
  ],
};

const abroad: Kind = {
  id: 'foreign-phones',
  prose: true,
  templates: [
    (f) =>
      t`Call us at ${decoy(`+1 (${f.pick(['212', '415', '650', '312', '321', '385', '510', '773', '801'])}) 555-${f.digits(4)}`)}`,
    (f) =>
      t`美国电话 ${decoy(`+1-${f.pick(['212', '334', '351', '385', '512', '737', '862'])}-${f.int(200, 999)}-${f.digits(4)}`)}`,
    (f) => t`London office: ${decoy(`+44 20 7${f.digits(3)} ${f.digits(4)}`)}`,
    (f) => t`東京: ${decoy(`+81-3-${f.digits(4)}-${f.digits(4)}`)}`,
    (f) =>
      t`Hong Kong ${decoy(`+852 ${f.int(2, 3)}${f.digits(3)} ${f.digits(4)}`)}, Singapore ${decoy(`+65 6${f.digits(3)} ${f.digits(4)}`)}`,
    (f) => t`Berlin ${decoy(`+49 30 ${f.digits(8)}`)}`,
    (f) => t`toll free ${decoy(`1-800-${f.digits(3)}-${f.digits(4)}`)}`,
  ],
};

const business = PLAIN('ordinary-prose', [
  '请各部门于周五前提交下季度的采购计划',
  '本次系统升级预计耗时两小时,期间暂停业务办理',
  '新版本修复了若干已知问题,优化了启动速度',
  '客户满意度较上月提升三个百分点',
  '甲方应于收到货物后十个工作日内完成验收',
  '服务器内存使用率超过阈值,已扩容',
  '请携带有效身份证件到营业厅办理',
  '手机号码归属地查询功能已上线',
  '银行卡号输入框支持自动识别',
  '车牌识别系统正在调试',
  '护照办理需要五个工作日',
  'The quarterly report is attached, please review it before the call',
  'Our mobile app now supports dark mode and faster search',
  '本产品保修期为一年,人为损坏不在保修范围内',
]);

export const WORD_NEGATIVES: readonly Kind[] = [
  secrecy,
  surnames,
  places,
  passwords,
  code,
  service,
  roles,
  masked,
  abroad,
  business,
];
