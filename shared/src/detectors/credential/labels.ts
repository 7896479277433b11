import { foldUnit } from '../../detection/char-table.ts';

/** What a label promises, and so how strictly the value is looked at. */
export type SecretKind = 'password' | 'key' | 'authorization' | 'option';

/**
 * Where names are searched for. Latin ones by a part of them that begins with a pair of letters seldom seen in text (`sw`,
 * not `pa`); the whole name is read around the place.
 */
const PASSWORD_ANCHORS =
  'sword swd hrase pwd sw: sw= sw" pass: pass= pass" 密码 密碼 口令 秘钥 密钥 通行码 解压码'.split(
    ' ',
  );
const KEY_ANCHORS = [
  'key:',
  'key=',
  'key"',
  "key'",
  'key =',
  'key :',
  'cret',
  'oken',
  '令牌',
  '授权码',
];

export const LABEL_KINDS: ReadonlyMap<string, SecretKind> = new Map([
  ...PASSWORD_ANCHORS.map((anchor) => [anchor, 'password'] as const),
  ...KEY_ANCHORS.map((anchor) => [anchor, 'key'] as const),
  ['zation', 'authorization'] as const,
  // `mysql -u root -p'…'`
  ["-p'", 'option'] as const,
  ['-p"', 'option'] as const,
]);

/** Ends of names, separators taken off, that are names of secrets. */
const NAMES: Readonly<Record<SecretKind, RegExp>> = {
  password: /(?:password|passwords|passwd|passphrase|passcode|pwd|psw|pswd)$/,
  key: /(?:(?:api|secret|access|private|encryption|signing|app|account|shared|auth|master|service|hmac|aes|des|sm4|rsa|jwt|webhook|storage|subscription|hash)key|(?:^|api|app|client|access|key|consumer|jwt|webhook|signing|shared|oauth|session|user|corp|db|encryption|bot|wx|wechat|ding|dingtalk|alipay|refresh|auth|bearer|id|csrf|security|private|personal|git|github|gitlab|npm|slack|deploy|login|secret|upload|push|device|registry|vault|x)(?:secret|token))$/,
  authorization: /authorization$/,
  option: /^p$/,
};

/**
 * `pass` as a name of its own, behind a separator or a word of logins; not `minipass`, `bypass`, `compass`. In capitals in front of
 * a colon it is the verdict of a test.
 */
const PASS_NAME =
  /(?:^|[_-]|user|login|admin|root|db|sql|mail|smtp|ftp|ssh|vpn|wifi|auth|key|store|proxy|http|redis|my|new|old)pass$/;

/** What a name may go on with and still be the secret's: `password2`, `DB_PASSWORD_PROD`. */
const TAILS =
  /^(?:s|[_-]?\d{1,2}|[_-]?(?:value|text|plain|raw|str|string|prod|production|dev|test|uat|staging|new|old|confirm|confirmation|again|repeat|base64|b64|secret))?$/;

const MAX_NAME = 40;
const MAX_TAIL = 16;
/** What no value follows. */
const NO_LEADS = new Set(Array.from(',;.(){}[!?+\uff0c\u3002', (sign) => sign.charCodeAt(0)));

export interface Name {
  /** UTF-16 code unit behind the whole name. */
  readonly end: number;
  /** `--password`: the value follows behind a space. */
  readonly isOption: boolean;
  /** `pass` alone is a word of prose and of test reports: only a value that looks like a password counts. */
  readonly isWeak: boolean;
}

function isNameUnit(unit: number): boolean {
  const folded = foldUnit(unit);
  return (
    (folded >= 0x61 && folded <= 0x7a) ||
    (folded >= 0x30 && folded <= 0x39) ||
    folded === 0x5f ||
    folded === 0x2d
  );
}

function foldName(text: string, start: number, end: number): string {
  let name = '';
  for (let index = start; index < end; index++) {
    const unit = foldUnit(text.charCodeAt(index));
    if (unit !== 0x5f && unit !== 0x2d && unit !== 0x20) name += String.fromCharCode(unit);
  }
  return name;
}

function isHanName(anchor: string): boolean {
  return anchor.charCodeAt(0) > 0xff;
}

/** Reads the whole name around an anchor; null when it is none of a secret. */
export function readName(
  text: string,
  anchor: string,
  start: number,
  end: number,
  kind: SecretKind,
): Name | null {
  if (isHanName(anchor)) return { end, isOption: false, isWeak: false };
  if (kind === 'option')
    return /\s/.test(text.charAt(start - 1))
      ? { end: end - 1, isOption: true, isWeak: false }
      : null;
  const sign = anchor.search(/[ :="']/);
  const nameEnd = sign < 0 ? end : start + sign;
  let to = nameEnd;
  while (to - nameEnd < MAX_TAIL && isNameUnit(text.charCodeAt(to))) to++;
  if (to - nameEnd === MAX_TAIL || to === text.length || NO_LEADS.has(text.charCodeAt(to)))
    return null;
  let from = start;
  while (from > 0 && start - from < MAX_NAME && isNameUnit(text.charCodeAt(from - 1))) from--;
  const isOption = text.startsWith('--', from);
  const raw = text.slice(from, nameEnd);
  const isPass = kind === 'password' && PASS_NAME.test(raw.toLowerCase());
  if (!isPass && !NAMES[kind].test(foldName(text, from, nameEnd))) return null;
  if (raw === 'PASS' && text.charAt(to) !== '=') return null;
  const tail = text.slice(nameEnd, to);
  return TAILS.test(tail.toLowerCase())
    ? { end: to, isOption, isWeak: raw.toLowerCase() === 'pass' }
    : null;
}
