import { foldUnit } from '../../detection/char-table.ts';

/** How long, or until when, a mark holds. */
export interface MarkTerm {
  /** `10年`, `长期`, `启用前`; '' for a star alone. */
  readonly value: string;
  /** UTF-16 code unit behind it. */
  readonly end: number;
  /** A star stood in front. */
  readonly starred: boolean;
}

const STARS = new Set(Array.from('★☆⭐✭✮✯⋆*', (sign) => sign.charCodeAt(0)));
/** UTF-16 units a term takes at most. */
const REACH = 24;

const UNITS = '年|个月|月|天|日|years?|months?|days?';
const COUNT = '\\d{1,3}|[一二三四五六七八九十百两]{1,4}';
const FIXED =
  '长期|长久|永久|永远|启用前|考试前|公布前|公开前|解密前|开标前|发布前|使用前|long[- ]term|permanent';
const DATE = '(?:至)?\\d{4}(?:年|[-/.])\\d{1,2}(?:月|[-/.])\\d{1,2}日?(?:前|止)?';
const TERM = new RegExp(`^(?:${DATE}|(?:${COUNT})\\s?(?:${UNITS})|${FIXED})`);
const LABELLED = /^[;,，；、\s]{0,3}(?:保密)?期限\s?(?:为|是)?[:：]?\s?/;

/** Spares what follows most levels the closer look. */
const TERM_STARTS = new Set(
  Array.from(
    '0123456789一二三四五六七八九十百两长永启考公解开发使至保期;,；，、([\u3010lp',
    (sign) => foldUnit(sign.charCodeAt(0)),
  ),
);

export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++)
    folded += String.fromCharCode(foldUnit(text.charCodeAt(index)));
  return folded;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** The term right behind a level (`★10年`, ` 保密期限：10年`, `（10年）`), null when none stands there. Looks at 24 units. */
export function readTerm(text: string, from: number): MarkTerm | null {
  let at = from;
  while (at < from + 3 && isSpace(text.charCodeAt(at))) at++;
  let starred = false;
  while (at < from + 6 && STARS.has(foldUnit(text.charCodeAt(at)))) {
    starred = true;
    at++;
  }
  const starEnd = at;
  while (at < from + 9 && isSpace(text.charCodeAt(at))) at++;
  const bare = { value: '', end: starEnd, starred };
  if (!TERM_STARTS.has(foldUnit(text.charCodeAt(at)))) return starred ? bare : null;
  const behind = fold(text.slice(at, at + REACH));
  const label = starred ? null : LABELLED.exec(behind);
  const offset = label ? label[0].length : 0;
  const term = TERM.exec(behind.slice(offset));
  if (term && (starred || label)) {
    const value = term[0].replaceAll(/\s/g, '');
    return { value, end: at + offset + term[0].length, starred };
  }
  if (starred) return bare;
  // Without a star only directly behind the level, or in brackets.
  const opening = /^[(\u3010[]/.test(behind) ? 1 : 0;
  const plain = TERM.exec(behind.slice(opening));
  if (!plain) return null;
  const end = at + opening + plain[0].length;
  const closing = opening > 0 && /^[)\u3011\]]/.test(fold(text.charAt(end))) ? 1 : 0;
  return { value: plain[0].replaceAll(/\s/g, ''), end: end + closing, starred };
}
