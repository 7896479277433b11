import type { Decoder } from '../detection/view.ts';
import { createTagKinds, TAG, type Tag, type TagKind, TagReader } from './html-tags.ts';
import { referenceAt } from './entities.ts';
import { isBlank, isDigit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Text between two tags of one page, at most: a cell with a long remark must not cut its table in two. */
const PAGE_GAP = 2048;
/** Blanks around a tag that layout swallows, at most. */
const MAX_BLANKS = 200;
const NEWLINE = 0x0a;

/** Takes the tags of one text off. Cells become TSV: TAB between them, a line for each row. */
class PageWriter {
  readonly #text: string;
  readonly #kinds: ReadonlyMap<string, TagKind>;
  readonly #writer: ViewWriter;
  readonly #tags: TagReader;
  #inCell = false;
  /** True behind the start of a row, before its first cell. */
  #rowOpens = false;

  constructor(text: string, kinds: ReadonlyMap<string, TagKind>, writer: ViewWriter) {
    this.#text = text;
    this.#kinds = kinds;
    this.#writer = writer;
    this.#tags = new TagReader(text);
  }

  /** Takes the tag at a `<` off. Returns where to go on. */
  take(start: number): number {
    if (this.#text.startsWith(']]>', start)) return this.#erase(start, start + 3);
    const tag = this.#tags.read(start);
    if (!tag) return start + 1;
    const kind = tag.name === '!' ? TAG.INLINE : (this.#kinds.get(tag.name) ?? TAG.FOREIGN);
    if (kind === TAG.INLINE) return this.#erase(start, tag.end);
    if (kind === TAG.FOREIGN) return this.#foreign(start, tag);
    this.#unwrapCell(start);
    if (kind === TAG.LINE && this.#inCell) return this.#write(start, tag.end, ' ');
    this.#inCell = kind === TAG.CELL && !tag.closes;
    if (kind === TAG.CELL && tag.closes) return this.#write(start, this.#blanksEnd(tag.end), '');
    if (kind === TAG.CELL) return this.#openCell(start, tag);
    this.#rowOpens = kind === TAG.ROW && !tag.closes;
    const end = kind === TAG.ROW ? this.#blanksEnd(tag.end) : tag.end;
    const hasLine = this.#writer.done >= start && this.#writer.lastUnit === NEWLINE;
    return this.#write(start, end, hasLine ? '' : '\n');
  }

  #openCell(start: number, tag: Tag): number {
    const from = this.#rowOpens ? this.#blanksStart(start) : start;
    const sign = this.#rowOpens ? '' : '\t';
    this.#rowOpens = false;
    return this.#write(Math.max(from, this.#writer.done), this.#blanksEnd(tag.end), sign);
  }

  #write(start: number, end: number, plain: string): number {
    this.#writer.replace(start, end, plain);
    this.#writer.supersede();
    return end;
  }

  #erase(start: number, end: number): number {
    this.#writer.erase(start, end);
    return end;
  }

  /** A tag of XML stays, unless it cuts a number: it names what it holds. */
  #foreign(start: number, tag: Tag): number {
    const before = narrowAt(this.#text, start - 1);
    if (!isDigit(before)) return tag.end;
    let { end } = tag;
    for (let next = this.#tags.read(end); next && this.#text[end] === '<';) {
      ({ end } = next);
      next = this.#text[end] === '<' ? this.#tags.read(end) : null;
    }
    if (!isDigit(narrowAt(this.#text, end))) return tag.end;
    this.#writer.replace(start, end, ' ');
    return end;
  }

  /** Line breaks of the source inside a cell are blanks on the page. */
  #unwrapCell(end: number): void {
    if (!this.#inCell || end - this.#writer.done > PAGE_GAP) return;
    const from = this.#writer.done;
    for (let at = this.#nextBreak(from, end); at >= 0;) {
      this.#writer.replace(at, at + 1, ' ');
      at = this.#nextBreak(at + 1, end);
    }
  }

  #nextBreak(from: number, end: number): number {
    for (let at = from; at < end; at++) if (this.#text.charCodeAt(at) === NEWLINE) return at;
    return -1;
  }

  #blanksEnd(from: number): number {
    let end = from;
    while (end < from + MAX_BLANKS && isBlank(this.#text.charCodeAt(end))) end++;
    return end;
  }

  #blanksStart(from: number): number {
    let start = from;
    while (start > from - MAX_BLANKS && isBlank(this.#text.charCodeAt(start - 1))) start--;
    return start;
  }
}

/** The blanks and signs that nearly every page writes as references. */
const PAGE_REFERENCE = /^(?:nbsp|ensp|emsp|amp|lt|gt|quot)/i;

/**
 * HTML as a browser shows it: `1<b>3</b>8` in one piece, a table as TSV. Scripts and styles are kept as text: they carry
 * data as well.
 */
export function createHtmlDecoder(): Decoder {
  let kinds: ReadonlyMap<string, TagKind> | null = null;
  return {
    evasion: 'markup',
    triggers: ['<', ']]>', '&nbsp', '&ensp', '&emsp', '&amp', '&lt', '&gt', '&quot'],
    decode(text, hits, budget) {
      kinds ??= createTagKinds();
      const writer = new ViewWriter(text, 'markup', budget, PAGE_GAP);
      const page = new PageWriter(text, kinds, writer);
      let done = 0;
      let pageSeen = false;
      for (const hit of hits) {
        if (hit < done || !budget.spend(1)) continue;
        if (text.charCodeAt(hit) !== 0x26) {
          done = page.take(hit);
          pageSeen ||= writer.done > 0;
          continue;
        }
        if (!pageSeen || hit - writer.done > PAGE_GAP || hit < writer.done) continue;
        if (!PAGE_REFERENCE.test(text.slice(hit + 1, hit + 6))) continue;
        const reference = referenceAt(text, hit);
        if (!reference || reference.isNumeric) continue;
        done = reference.end;
        writer.replace(hit, done, reference.plain);
      }
      return writer.finish();
    },
  };
}
