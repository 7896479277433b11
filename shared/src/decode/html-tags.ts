/** What a browser shows in the place of a tag. */
export const TAG = {
  /** Nothing: the text goes on. */
  INLINE: 0,
  LINE: 1,
  CELL: 2,
  ROW: 3,
  /** A name of another vocabulary (XML): it may name its content. */
  FOREIGN: 4,
} as const;
export type TagKind = (typeof TAG)[keyof typeof TAG];

const INLINE =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span ' +
  'strike strong sub sup time tt u var wbr nobr o:p center img input script style svg path body html head meta link title';
const LINE =
  'br p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr pre section article header footer main aside nav form fieldset ' +
  'legend blockquote figure figcaption address option select textarea table thead tbody tfoot caption details summary';

/** Names of HTML that matter here, lower case. */
export function createTagKinds(): ReadonlyMap<string, TagKind> {
  const kinds = new Map<string, TagKind>();
  for (const name of INLINE.split(' ')) kinds.set(name, TAG.INLINE);
  for (const name of LINE.split(' ')) kinds.set(name, TAG.LINE);
  for (const name of ['td', 'th']) kinds.set(name, TAG.CELL);
  return kinds.set('tr', TAG.ROW);
}

/** Units of one tag, attributes included, at most; and of a comment. */
const MAX_TAG = 8192;
const MAX_NAME = 16;

export interface Tag {
  readonly end: number;
  readonly name: string;
  readonly closes: boolean;
}

function isNameUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x3a) || unit === 0x2d;
}

/**
 * Reads tags and comments (WHATWG HTML, section 13.2.5, as far as their ends go) in one text. What never ends costs
 * its search once.
 */
export class TagReader {
  readonly #text: string;
  /** Units that searches for an end may still cost in vain. */
  #patience: number;

  constructor(text: string) {
    this.#text = text;
    this.#patience = text.length + MAX_TAG;
  }

  /** The tag, comment or marked section at the `<`; null when it is just a sign. A comment has the name `!`. */
  read(start: number): Tag | null {
    const text = this.#text;
    let at = start + 1;
    const first = text.charCodeAt(at);
    if (first === 0x21 || first === 0x3f) return this.#declaration(start);
    const closes = first === 0x2f;
    if (closes) at++;
    const nameStart = at;
    while (at < nameStart + MAX_NAME && isNameUnit(text.charCodeAt(at))) at++;
    const lead = text.charCodeAt(nameStart) | 0x20;
    if (at === nameStart || lead < 0x61 || lead > 0x7a) return null;
    const after = text.charCodeAt(at);
    if (after !== 0x3e && after !== 0x2f && after > 0x20) return null;
    const end = after === 0x3e ? at + 1 : this.#tagEnd(at);
    if (end < 0) return null;
    return { end, name: text.slice(nameStart, at).toLowerCase(), closes };
  }

  /** Behind the `>` that ends the tag; one in quotes does not. −1 when there is none. */
  #tagEnd(from: number): number {
    const text = this.#text;
    const limit = Math.min(text.length, from + Math.min(MAX_TAG, this.#patience));
    let quote = 0;
    for (let at = from; at < limit; at++) {
      const unit = text.charCodeAt(at);
      if (quote !== 0) {
        if (unit === quote) quote = 0;
      } else if (unit === 0x3e) return at + 1;
      else if (unit === 0x3c) return this.#fail(at - from);
      else if ((unit === 0x22 || unit === 0x27) && text.charCodeAt(at - 1) === 0x3d) quote = unit;
    }
    return this.#fail(limit - from);
  }

  #fail(cost: number): number {
    this.#patience = Math.max(0, this.#patience - cost);
    return -1;
  }

  #declaration(start: number): Tag | null {
    const text = this.#text;
    const isComment = text.startsWith('<!--', start);
    // The content of a marked section is text; only its marks go.
    if (text.startsWith('<![CDATA[', start)) return { end: start + 9, name: '!', closes: false };
    const close = isComment ? '-->' : '>';
    const limit = Math.min(text.length, start + Math.min(MAX_TAG, this.#patience));
    const from = start + (isComment ? 4 : 2);
    for (let at = from; at < limit; at++) {
      if (text.charCodeAt(at) === 0x3e && text.startsWith(close, at + 1 - close.length))
        return { end: at + 1, name: '!', closes: false };
    }
    this.#fail(limit - start);
    return null;
  }
}
