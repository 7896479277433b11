import type { Channel, FindingType, Language } from '@kedun/shared/contracts/vocabulary';

import type { NoticeContent } from '../messages/background-message.ts';
import { CONTENT_TYPES, TYPE_WORDS } from './words.ts';

export interface NoticeWords {
  /** What happened. */
  readonly title: string;
  /** Why. */
  readonly why: string;
  /** What now. */
  readonly now: string;
}

type Done = 'held' | 'redacted' | 'asks';

const TITLES: Readonly<
  Record<'copy' | 'paste' | 'upload' | 'network' | 'other', Record<Language, Record<Done, string>>>
> = {
  copy: {
    zh: { held: '复制已拦下', redacted: '已改为脱敏复制', asks: '复制前请说明原因' },
    en: { held: 'Copy held back', redacted: 'Copied masked', asks: 'A reason before you copy' },
  },
  paste: {
    zh: { held: '粘贴已拦下', redacted: '已改为脱敏粘贴', asks: '粘贴前请说明原因' },
    en: { held: 'Paste held back', redacted: 'Pasted masked', asks: 'A reason before you paste' },
  },
  upload: {
    zh: { held: '上传已拦下', redacted: '已改为脱敏上传', asks: '上传前请说明原因' },
    en: {
      held: 'Upload held back',
      redacted: 'Uploaded masked',
      asks: 'A reason before you upload',
    },
  },
  network: {
    zh: { held: '外发已拦下', redacted: '已脱敏后发送', asks: '发送前请说明原因' },
    en: { held: 'Request held back', redacted: 'Sent masked', asks: 'A reason before it is sent' },
  },
  other: {
    zh: { held: '操作已拦下', redacted: '已改为脱敏内容', asks: '继续前请说明原因' },
    en: { held: 'Held back', redacted: 'Masked', asks: 'A reason before you go on' },
  },
};

const KINDS: ReadonlyMap<Channel, keyof typeof TITLES> = new Map([
  ['clipboard.copy', 'copy'],
  ['clipboard.paste', 'paste'],
  ['upload.file', 'upload'],
  ['network.request', 'network'],
]);

function kindOf(channel: Channel): keyof typeof TITLES {
  return KINDS.get(channel) ?? 'other';
}

function done(content: NoticeContent): Done {
  if (content.action === 'warn') return 'asks';
  return content.action === 'redact' ? 'redacted' : 'held';
}

function subject(content: NoticeContent, language: Language): string {
  const kind = kindOf(content.channel);
  const file = content.files[0];
  if (language === 'zh') {
    if (kind === 'upload' && file !== undefined)
      return content.files.length > 1
        ? `“${file}”等${content.files.length}个文件`
        : `文件“${file}”`;
    return {
      copy: '所选内容',
      paste: '这段内容',
      upload: '文件',
      network: '网页要发送的内容',
      other: '内容',
    }[kind];
  }
  if (kind === 'upload' && file !== undefined)
    return content.files.length > 1
      ? `“${file}” and ${content.files.length - 1} more`
      : `“${file}”`;
  return {
    copy: 'The selection',
    paste: 'This text',
    upload: 'The file',
    network: 'What this page is sending',
    other: 'The content',
  }[kind];
}

/** Types that a notice names; `more` stands for the rest. */
const NAMED_TYPES = 3;

function nameTypes(types: readonly FindingType[], language: Language, article: string): string {
  const names = types.slice(0, NAMED_TYPES).map((type) => article + TYPE_WORDS[type][language]);
  const hasMore = types.length > NAMED_TYPES;
  if (language === 'zh') return names.join('、') + (hasMore ? '等' : '');
  if (hasMore) names.push('more');
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
    : (names[0] ?? '');
}

function holds(content: NoticeContent, language: Language): string {
  const { types, customerCount } = content;
  if (types.length === 0) return language === 'zh' ? '无法识别' : 'could not be read';
  const ofCustomers = types.filter((type) => !CONTENT_TYPES.has(type));
  const ofContent = types.filter((type) => CONTENT_TYPES.has(type));
  if (language === 'zh') {
    const parts = [];
    if (ofCustomers.length > 0)
      parts.push(`${customerCount}位客户的${nameTypes(ofCustomers, language, '')}`);
    if (ofContent.length > 0) parts.push(nameTypes(ofContent, language, ''));
    return `含${parts.join('，以及')}`;
  }
  const parts = [];
  if (ofCustomers.length > 0)
    parts.push(
      `the ${nameTypes(ofCustomers, language, '')} of ${customerCount} customer${customerCount === 1 ? '' : 's'}`,
    );
  if (ofContent.length > 0) parts.push(nameTypes(ofContent, language, 'a '));
  return `holds ${parts.join(', and ')}`;
}

function where(content: NoticeContent, language: Language): string {
  const { destination, source } = content;
  const kind = kindOf(content.channel);
  if (language === 'zh')
    return {
      copy: source === '' ? '复制' : `从${source}复制`,
      paste: `粘贴到${destination}`,
      upload: `上传到${destination}`,
      network: `发往${destination}`,
      other: '带出',
    }[kind];
  return {
    copy: source === '' ? 'be copied' : `be copied from ${source}`,
    paste: `be pasted into ${destination}`,
    upload: `be uploaded to ${destination}`,
    network: `be sent to ${destination}`,
    other: 'leave',
  }[kind];
}

function failureWords(content: NoticeContent, language: Language): NoticeWords {
  const title = TITLES[kindOf(content.channel)][language].held;
  const lead = `${subject(content, language)}${language === 'zh' ? '' : ' '}${holds(content, language)}`;
  if (content.failure === 'no-policy')
    return language === 'zh'
      ? {
          title,
          why: `${lead}。客盾还没有收到本单位的策略，含客户信息的内容先不放行。`,
          now: '通常一分钟内就绪；一直如此请联系IT。',
        }
      : {
          title,
          why: `${lead}. Kedun has no policy of your organisation yet; until then customer data stays here.`,
          now: 'This usually takes less than a minute. If it lasts, contact IT.',
        };
  return language === 'zh'
    ? {
        title,
        why: `${subject(content, language)}没能检查完，按规定先不放行。`,
        now: '请稍后再试；一直如此请联系IT，并报上编号。',
      }
    : {
        title,
        why: `${subject(content, language)} could not be checked and stays here, as the policy says.`,
        now: 'Try again a little later. If it lasts, tell IT the number below.',
      };
}

/** What happened, why, what now: in that order, without blame (look.md). */
export function composeNotice(content: NoticeContent, language: Language): NoticeWords {
  if (content.failure !== undefined) return failureWords(content, language);
  const state = done(content);
  const title = TITLES[kindOf(content.channel)][language][state];
  const clause = content.clause?.title[language];
  const what = subject(content, language);
  const found = holds(content, language);
  const place = where(content, language);
  const alternative = content.alternative?.[language] ?? '';
  if (language === 'zh') {
    const by = clause === undefined ? '' : `按《${clause}》`;
    if (state === 'redacted')
      return { title, why: `${what}${found}，${by}已替换为脱敏内容。`, now: '' };
    const never = state === 'asks' ? '一般不' : '不能';
    const request = content.action === 'approve' ? '可以申请授权。' : '';
    const now = state === 'asks' ? '确有需要，请写明原因再继续。' : `${request}${alternative}`;
    return { title, why: `${what}${found}，${by}${never}${place}。`, now };
  }
  const by = clause === undefined ? '' : ` (“${clause}”)`;
  if (state === 'redacted') return { title, why: `${what} ${found}; it was masked${by}.`, now: '' };
  const never = state === 'asks' ? 'should not' : 'cannot';
  const request = content.action === 'approve' ? 'You can ask for leave. ' : '';
  const now = state === 'asks' ? 'If it is needed, say why and go on.' : `${request}${alternative}`;
  return { title, why: `${what} ${found} and ${never} ${place}${by}.`, now };
}

/** Words on the notice's controls. */
export const NOTICE_LABELS = {
  zh: {
    mask: {
      copy: '脱敏复制',
      paste: '脱敏粘贴',
      upload: '脱敏上传',
      network: '脱敏发送',
      other: '脱敏继续',
    },
    goOn: '说明并继续',
    goOnLater: '提交原因',
    later: '已记下原因，请再操作一次。',
    close: '关闭',
    reason: '原因',
    reasonHint: '例如：客户要求寄送账单',
    reasonMissing: '请先写明原因。',
    more: (count: number) => `另有${count}处`,
    times: (count: number) => `${count}次`,
    number: '编号',
    region: '客盾提示',
  },
  en: {
    mask: {
      copy: 'Copy masked',
      paste: 'Paste masked',
      upload: 'Upload masked',
      network: 'Send masked',
      other: 'Go on masked',
    },
    goOn: 'Say why and go on',
    goOnLater: 'Send reason',
    later: 'Your reason is noted. Please do it again.',
    close: 'Close',
    reason: 'Reason',
    reasonHint: 'e.g. the customer asked for the bill by post',
    reasonMissing: 'Please say why first.',
    more: (count: number) => `${count} more`,
    times: (count: number) => `${count} times`,
    number: 'No.',
    region: 'Kedun notice',
  },
} as const;

/** The label of the masked way on. */
export function maskLabel(channel: Channel, language: Language): string {
  return NOTICE_LABELS[language].mask[kindOf(channel)];
}
