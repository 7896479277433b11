import type { SecretKind } from './labels.ts';
import { isHanUnit, type SecretText } from './read-value.ts';

/** Words that stand where a value would, and say that there is none; those of up to three letters all do. */
const PLACEHOLDERS = new Set(
  (
    'required optional string text varchar char none null undefined true false empty hidden redacted removed masked encrypted unknown ' +
    'todo error invalid incorrect wrong expired expires reset forgotten forgot protected password passwd pass secret token username ' +
    'user value default example placeholder changed change here your mine input number object void function const await return this ' +
    'self integer boolean bytes option field label type name length with from please enter must should will cannot missing mismatch ' +
    'failed failure success successful valid verified accepted denied rejected confirm confirmation again repeat authentication auth ' +
    'login logout policy strength manager based only bearer basic digest vault blank'
  ).split(' '),
);

const MASKED =
  /^(?:[*\u2022\u25cf\u00d7xX#._?-]+|.*(?:\*{3,}|\u2022{3,}|x{4,}|X{4,}|\.{3,}|\u2026).*)$/;
const TEMPLATE = /\$\{|\{\{|#\{|%\(|%s|%@|<%|\{\d?\}|^[<[({]|^%[A-Z_]+%$/;
const VARIABLE = /^\$\$?[A-Za-z_{(]|^[abglsvw]:[a-z_]{3,}|^@[A-Za-z_]+$|^:[a-z_]+$|^&[A-Za-z_]/;
const REFERENCE =
  /^(?:process\.env|os\.|env[.:]|config\.|settings\.|self\.|this\.|args\.|req\.|request\.|params\.|data\.|secrets?\.|vault:|ref\+|arn:|https?:|file:|jdbc:|\.{0,2}\/|[A-Za-z]:\\)/i;
const DOTTED = /^[A-Za-z_$][\w$]*(?:(?:\?\.|!?\.)[A-Za-z_$][\w$]*)+$/;
const CALL = /^[A-Za-z_$][\w$.]*\(|^[A-Za-z_$][\w$.]*\[/;
const MADE_UP =
  /^[<[{(]?(?:your|my|some|insert|enter|replace|fake|dummy|sample|example|the|new|old|user)[\s_-]?(?:\w{0,12}[\s_-])?(?:password|passwd|pwd|pass|secret|key|token|value|here|apikey)/i;
const WORDS = /^[a-z]+(?:[-_.][a-z]+)+$/i;
/** `theme-color-2`, `scroll-restoration-v1_3`: a name with a version. */
const VERSIONED_WORDS = /^[a-z]+(?:[-_.][a-z]+)*[-_.]?\d{1,3}(?:[-_.]\d{1,3}){0,2}$/i;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** `^1.2.1`, `0x8803`: a version of a package, a constant. */
const NUMBER = /^[~^]?\d+\.\d+\.\d+$|^0x[0-9a-f]+$/i;
const DATE = /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/;
/** Behind digits: a count, a length, a date. */
const COUNTED = /^\s?[位个年月日天次元分条项级版层号字秒时种至到~]/;
const HASH = /^\$(?:2[abxy]?|5|6|1|y|argon2\w*)\$|^\{(?:SSHA|SHA|MD5|CRYPT|bcrypt|noop)\}/;

const MIN_LENGTH: Readonly<Record<SecretKind, number>> = {
  password: 4,
  key: 8,
  authorization: 8,
  option: 6,
};

interface Shape {
  readonly hasDigit: boolean;
  readonly hasLetter: boolean;
  readonly hasSign: boolean;
}

function shapeOf(value: string): Shape {
  return {
    hasDigit: /\d/.test(value),
    hasLetter: /[A-Za-z]/.test(value),
    hasSign: /[^0-9A-Za-z_.-]/.test(value),
  };
}

/** True for what a document or a program writes instead of a value. */
function isNoValue({ value, isQuoted }: SecretText): boolean {
  const word = value.toLowerCase().replace(/[.!?:)]+$/, '');
  return (
    PLACEHOLDERS.has(word) ||
    /^[a-z/]{1,3}$/.test(word) ||
    MASKED.test(value) ||
    MADE_UP.test(value) ||
    VARIABLE.test(value) ||
    REFERENCE.test(value) ||
    CALL.test(value) ||
    DATE.test(value) ||
    NUMBER.test(value) ||
    (!isQuoted && DOTTED.test(value)) ||
    TEMPLATE.test(value) ||
    hasOther(value)
  );
}

/** White space or anything but ASCII: prose. */
function hasOther(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit <= 0x20 || unit >= 0x7f) return true;
  }
  return false;
}

/** A name of the program, not the text of a value: `password = pwd1;`, `{ password: userPassword, … }`. */
function isVariable(found: SecretText, text: string): boolean {
  const { value, isSpaced, isQuoted, tie, end, isHan } = found;
  if (isQuoted || isHan || tie !== 'sign' || !IDENTIFIER.test(value)) return false;
  const behind = text.charAt(end);
  // `password = root1234` at the end of a line: a configuration file.
  if (isSpaced && /\d/.test(value) && value.length >= 6 && /^[\r\n]?$/.test(behind)) return false;
  const isHump = /[a-z][A-Z]/.test(value) || /_/.test(value);
  if (isSpaced) return true;
  return !/\d/.test(value) && (behind === ';' || (isHump && /[,)}]/.test(behind)));
}

/** Letters alone: only where nothing but a value can stand, and the last of its line or field. */
function isPlainWordValue(found: SecretText, text: string): boolean {
  const { isQuoted, tie, end, value } = found;
  if (WORDS.test(value) && /[-.]/.test(value)) return false;
  if (isQuoted) return tie === 'sign';
  if (tie !== 'sign') return false;
  const behind = text.slice(end, end + 3);
  return /^(?:$|[\r\n&"'|\\,]|<\/|<br|\s*(?:[\r\n]|$)|[\uff0c\u3002\uff1b])/.test(behind);
}

function judgePassword(found: SecretText, text: string, isOption: boolean): number {
  const { value, tie, isQuoted, end } = found;
  const { hasDigit, hasLetter, hasSign } = shapeOf(value);
  const isMixed = [hasDigit, hasLetter, hasSign].filter(Boolean).length > 1;
  if (isOption && tie === 'space') return value.startsWith('-') ? 0 : 0.8;
  if (tie === 'space' || tie === 'none')
    return isMixed && hasDigit && hasLetter && value.length >= 6 ? 0.68 : 0;
  if (hasDigit && !hasLetter && !hasSign) {
    if (value.length > 20 || COUNTED.test(text.slice(end, end + 3))) return 0;
    return 0.7;
  }
  if (!hasDigit && !hasSign) return isPlainWordValue(found, text) ? 0.65 : 0;
  const isTied = isQuoted || tie === 'sign';
  if (isMixed && value.length >= 6) return isTied ? 0.9 : 0.85;
  return isMixed ? 0.7 : 0.62;
}

/** Keys and tokens are letters and digits, and long. */
function judgeKey({ value, tie, isQuoted }: SecretText): number {
  const { hasDigit, hasLetter } = shapeOf(value);
  if (tie === 'space' || tie === 'none' || !hasDigit || !hasLetter) return 0;
  if (VERSIONED_WORDS.test(value) && (value.length < 20 || /[-_.]/.test(value))) return 0;
  if (value.length >= 16) return 0.88;
  return isQuoted || value.length >= 12 ? 0.72 : 0.62;
}

/**
 * Confidence that what stands behind a label is its secret, 0 = it is not. Decided by form alone: classes of characters,
 * words that stand for "no value", references of programs. Entropy is not asked: people's passwords have little, and
 * identifiers of programs have much.
 */
export function judgeValue(
  kind: SecretKind,
  found: SecretText,
  text: string,
  isOption: boolean,
): number {
  const { value, end, tie } = found;
  if (value.length < MIN_LENGTH[kind] || value.length > 128) return 0;
  if (HASH.test(value)) return 0.85;
  if (isNoValue(found) || isVariable(found, text)) return 0;
  if (!found.isQuoted && text.charAt(end) === '(') return 0;
  if (kind === 'option') return /\d/.test(value) && /[A-Za-z]/.test(value) ? 0.75 : 0;
  if (kind !== 'password') return judgeKey(found);
  // 密码abc123是… is a sentence; 密码abc123，… is not.
  if (tie === 'none' && isHanUnit(text.charCodeAt(end)) && !/[a-zA-Z].*\d|\d.*[a-zA-Z]/.test(value))
    return 0;
  return judgePassword(found, text, isOption);
}
