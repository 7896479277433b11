import type {
  Channel,
  FindingType,
  Language,
  Severity,
  VerdictAction,
} from '@kedun/shared/contracts/vocabulary';

type Both = Readonly<Record<Language, string>>;

/** What an identifier is called in front of a person. */
export const TYPE_WORDS: Readonly<Record<FindingType, Both>> = {
  'cn-mobile': { zh: '手机号', en: 'mobile number' },
  'cn-landline': { zh: '固定电话', en: 'landline number' },
  'cn-resident-id': { zh: '身份证号', en: 'resident ID' },
  'bank-card': { zh: '银行卡号', en: 'bank card' },
  email: { zh: '电子邮箱', en: 'e-mail address' },
  imei: { zh: 'IMEI', en: 'IMEI' },
  imsi: { zh: 'IMSI', en: 'IMSI' },
  iccid: { zh: 'SIM卡号', en: 'ICCID' },
  uscc: { zh: '统一社会信用代码', en: 'social credit code' },
  'cn-passport': { zh: '护照号', en: 'passport number' },
  'cn-travel-permit': { zh: '通行证号', en: 'travel permit' },
  'cn-plate': { zh: '车牌号', en: 'number plate' },
  'iot-number': { zh: '物联网号码', en: 'IoT number' },
  'customer-number': { zh: '客户编号', en: 'customer number' },
  'secrecy-mark': { zh: '密级标志', en: 'secrecy mark' },
  'person-name': { zh: '姓名', en: 'name' },
  'postal-address': { zh: '地址', en: 'address' },
  keyword: { zh: '关键词', en: 'keyword' },
  'custom-pattern': { zh: '自定义内容', en: 'custom pattern' },
  credential: { zh: '口令或密钥', en: 'credential' },
};

export const CHANNEL_WORDS: Readonly<Record<Channel, Both>> = {
  'clipboard.copy': { zh: '复制', en: 'Copy' },
  'clipboard.paste': { zh: '粘贴', en: 'Paste' },
  'upload.file': { zh: '上传', en: 'Upload' },
  'upload.form': { zh: '提交表单', en: 'Form' },
  'network.request': { zh: '网页外发', en: 'Page request' },
  'mail.send': { zh: '发邮件', en: 'Mail' },
  download: { zh: '下载', en: 'Download' },
  print: { zh: '打印', en: 'Print' },
  drag: { zh: '拖出', en: 'Drag' },
  screen: { zh: '屏幕', en: 'Screen' },
  'removable.attach': { zh: '接入移动存储', en: 'Removable media' },
  'removable.write': { zh: '写移动存储', en: 'Write to removable media' },
  'mobile-device.attach': { zh: '接入手机', en: 'Mobile device' },
  'optical.burn': { zh: '刻录', en: 'Burn' },
  'share.write': { zh: '写共享', en: 'Network share' },
  'file.at-rest': { zh: '本机文件', en: 'Files at rest' },
  posture: { zh: '终端状态', en: 'Posture' },
  account: { zh: '账号', en: 'Account' },
};

export const ACTION_WORDS: Readonly<Record<VerdictAction, Both>> = {
  allow: { zh: '放行', en: 'Allowed' },
  audit: { zh: '记录', en: 'Recorded' },
  mask: { zh: '遮盖', en: 'Masked' },
  warn: { zh: '需说明', en: 'Needs a reason' },
  redact: { zh: '脱敏', en: 'Redacted' },
  approve: { zh: '需审批', en: 'Needs approval' },
  block: { zh: '拦下', en: 'Blocked' },
};

export const SEVERITY_WORDS: Readonly<Record<Severity, Both>> = {
  low: { zh: '低', en: 'Low' },
  medium: { zh: '中', en: 'Medium' },
  high: { zh: '高', en: 'High' },
  critical: { zh: '严重', en: 'Critical' },
};

/** The language of the person, by the browser's. */
export function pickLanguage(browserLanguage: string): Language {
  return /^zh\b/i.test(browserLanguage) ? 'zh' : 'en';
}

/** What belongs to a document or an organisation, not to a customer. */
export const CONTENT_TYPES: ReadonlySet<FindingType> = new Set<FindingType>([
  'secrecy-mark',
  'keyword',
  'custom-pattern',
  'credential',
]);
