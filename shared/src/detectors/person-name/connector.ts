/** What ties a label to its value. */
export interface Connector {
  /** Where the value begins. */
  readonly at: number;
  /** `touching` = nothing between, `space` = only spaces, `sign` = a colon, quote, bracket, cell or line border. */
  readonly kind: 'touching' | 'space' | 'sign';
}

const SPACES = ' \u3000\u00a0';
const SIGNS =
  '\t:=|"\'`*_[({>,\uff1a\uff1d\u201c\u201d\u2018\u2019\u300c\u300e\u3010\uff08\u2014\u2192\u2236\ufe55\u4e3a\u662f\u53eb-';
/** Units between a label and its value at most. */
const REACH = 32;
/** Units of a remark in brackets behind a label at most: `姓名(中文)：`. */
const REMARK = 12;

/** Index behind the bracket that closes the remark, when the label's colon comes behind it; else `at`. */
function skipRemark(text: string, at: number): number {
  const open = text.charAt(at);
  if (open !== '(' && open !== '\uff08') return at;
  for (let end = at + 1; end < at + REMARK; end++) {
    const sign = text.charAt(end);
    if (sign === ')' || sign === '\uff09')
      return ':=\uff1a'.includes(text.charAt(end + 1) || ' ') ? end + 1 : at;
  }
  return at;
}

/** Index behind the number of a numbered label (`联系人1：`, `联系人二:`); else `at`. */
export function skipOrdinal(text: string, at: number): number {
  if (!'123456789一二三四五'.includes(text.charAt(at) || ' ')) return at;
  return ':=\uff1a'.includes(text.charAt(at + 1) || ' ') ? at + 1 : at;
}

/** True for 为, 是 and 叫, which tie as signs do. */
export function isTie(unit: number): boolean {
  return unit === 0x4e3a || unit === 0x662f || unit === 0x53eb;
}

/** Steps over what stands between a label that ends at `start` and its value; one line break at most. */
export function skipConnector(text: string, start: number): Connector {
  let at = skipRemark(text, skipOrdinal(text, start));
  let kind: Connector['kind'] = at > start ? 'sign' : 'touching';
  let breaks = 0;
  const limit = Math.min(text.length, at + REACH);
  while (at < limit) {
    const sign = text.charAt(at);
    if (SPACES.includes(sign)) {
      if (kind === 'touching') kind = 'space';
    } else if (sign === '\n') {
      if (++breaks > 1) break;
      kind = 'sign';
    } else if (sign === '<') {
      const close = text.slice(at, limit).indexOf('>');
      if (close < 0) break;
      at += close;
      kind = 'sign';
    } else if (SIGNS.includes(sign)) kind = 'sign';
    else if (sign !== '\r') break;
    at++;
  }
  return { at, kind };
}
