import { isDigit, isHan } from './units.ts';
import type { ViewWriter } from './view-writer.ts';

/** What decoded bytes hold. */
export interface TextCounts {
  readonly digits: number;
  readonly han: number;
  readonly letters: number;
  readonly ats: number;
  /** Control characters, private and unassigned ones, U+FFFD: no text has many. */
  readonly odd: number;
}

/** Units of a scheme that spreads three bytes over four signs. */
const BASE64_WIDTH = 4 / 3;

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const PAIRS_PER_LEAD = 0xff - FIRST_TRAIL;
const LEADS = 0xff - FIRST_LEAD;

/** The characters of two bytes of GB18030, one for each pair; U+FFFD where there is none. */
function createPairTable(): Uint16Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Uint16Array(LEADS * PAIRS_PER_LEAD).fill(0xfffd);
  const row = new Uint8Array(PAIRS_PER_LEAD * 2);
  for (let lead = 0; lead < LEADS; lead++) {
    let length = 0;
    for (let trail = FIRST_TRAIL; trail < 0xff; trail++) {
      if (trail === 0x7f) continue;
      row[length++] = FIRST_LEAD + lead;
      row[length++] = trail;
    }
    const units = decoder.decode(row.subarray(0, length));
    // A pair without a character would shift those behind it: such a row is left empty.
    if (units.length * 2 !== length) continue;
    for (let index = 0; index < units.length; index++) {
      const trail = index < 0x7f - FIRST_TRAIL ? index : index + 1;
      table[lead * PAIRS_PER_LEAD + trail] = units.charCodeAt(index);
    }
  }
  return table;
}

function isOddUnit(unit: number): boolean {
  if (unit < 0x20) return unit !== 9 && unit !== 10 && unit !== 13;
  return (unit >= 0x7f && unit < 0xa0) || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfff0;
}

/** Kinds of text that encoded Chinese text is: Latin, general punctuation, CJK with its signs and wide forms. */
function isUsualWideUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    unit === 9 ||
    unit === 10 ||
    unit === 13 ||
    (unit >= 0x2010 && unit <= 0x2026) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    unit === 0xfeff
  );
}

/**
 * Bytes that were written in signs of a text, and their reading as UTF-8, GB18030 or UTF-16. Reused from place to
 * place. Bytes are added in order with the position of their first sign.
 */
export class ByteText {
  #bytes = new Uint8Array(256);
  #positions = new Int32Array(257);
  #count = 0;
  #units = new Uint16Array(256);
  /** Index of the first byte of each unit. */
  #unitBytes = new Int32Array(257);
  #unitCount = 0;
  #pairs: Uint16Array | null = null;

  get byteCount(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.#unitCount = 0;
  }

  add(byte: number, position: number): void {
    if (this.#count === this.#bytes.length) this.#grow();
    this.#bytes[this.#count] = byte;
    this.#positions[this.#count++] = position;
  }

  #grow(): void {
    const size = this.#bytes.length * 4;
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    const positions = new Int32Array(size + 1);
    positions.set(this.#positions);
    this.#positions = positions;
  }

  /** Reads the bytes as UTF-8, else as GB18030; bytes of neither read as U+FFFD. */
  readLoosely(): void {
    if (!this.#readUtf8(true) && !this.#readGb18030()) this.#readUtf8(false);
  }

  /** Reads the bytes as a text of UTF-8, UTF-16 or GB18030; false when they are none. */
  readStrictly(): boolean {
    return (
      (this.#readUtf8(true) && this.#isText()) ||
      this.#readWide(0) ||
      this.#readWide(1) ||
      (this.#readGb18030() && this.#isText() && this.#isUsualGb())
    );
  }

  counts(): TextCounts {
    const counts = { digits: 0, han: 0, letters: 0, ats: 0, odd: 0 };
    for (let index = 0; index < this.#unitCount; index++) {
      const unit = this.#units[index] ?? 0;
      if (isDigit(unit) || (unit >= 0xff10 && unit <= 0xff19)) counts.digits++;
      else if (isHan(unit)) counts.han++;
      else if (unit === 0x40) counts.ats++;
      else if (isOddUnit(unit)) counts.odd++;
      else if (unit > 0x40) counts.letters++;
    }
    return counts;
  }

  /** True when the one unit that was read is the given one. */
  isOnly(unit: number): boolean {
    return this.#unitCount === 1 && this.#units[0] === unit;
  }

  /**
   * Writes what was read. `end` = end of the last sign. `isShared` = bytes share signs, as in base64; otherwise each
   * begins with a sign of its own.
   */
  writeTo(writer: ViewWriter, end: number, isShared: boolean): void {
    this.#positions[this.#count] = end;
    this.#unitBytes[this.#unitCount] = this.#count;
    for (let from = 0; from < this.#unitCount;) {
      const width = this.#byteOf(from + 1) - this.#byteOf(from);
      const step = this.#positionOf(from + 1) - this.#positionOf(from);
      let to = from + 1;
      // A stretch of units of equal width, up to a line break in the encoded signs.
      while (
        to < this.#unitCount &&
        this.#byteOf(to + 1) - this.#byteOf(to) === width &&
        (isShared
          ? this.#isEven(from, to)
          : this.#positionOf(to + 1) - this.#positionOf(to) === step)
      )
        to++;
      const last = this.#positionOf(to);
      const start = this.#positionOf(from);
      const isLast = to === this.#unitCount;
      writer.spread(this.#units, from, to, start, isLast ? end : last + (isShared ? 1 : 0));
      from = to;
    }
  }

  #isEven(from: number, to: number): boolean {
    const signs = this.#positionOf(to) - this.#positionOf(from);
    const bytes = this.#byteOf(to) - this.#byteOf(from);
    return Math.abs(signs - bytes * BASE64_WIDTH) < 1;
  }

  #byteOf(unit: number): number {
    return this.#unitBytes[unit] ?? this.#count;
  }

  #positionOf(unit: number): number {
    return this.#positions[this.#byteOf(unit)] ?? 0;
  }

  #isText(): boolean {
    const { odd } = this.counts();
    return this.#unitCount > 0 && odd * 50 <= this.#unitCount;
  }

  #begin(): void {
    this.#unitCount = 0;
    if (this.#units.length >= this.#count) return;
    this.#units = new Uint16Array(this.#bytes.length);
    this.#unitBytes = new Int32Array(this.#bytes.length + 1);
  }

  #unit(unit: number, byte: number): void {
    this.#unitBytes[this.#unitCount] = byte;
    this.#units[this.#unitCount++] = unit;
  }

  #point(point: number, byte: number): void {
    if (point < 0x10000) return this.#unit(point, byte);
    this.#unit(0xd7c0 + (point >> 10), byte);
    // Both halves come from the same bytes; the second shows the last of them.
    this.#unit(0xdc00 + (point & 0x3ff), byte + 2);
  }

  /** RFC 3629. `isStrict` = false at the first byte that fits no character, else U+FFFD for it. */
  #readUtf8(isStrict: boolean): boolean {
    this.#begin();
    for (let at = 0; at < this.#count;) {
      const lead = this.#bytes[at] ?? 0;
      const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      let point = more <= 0 ? lead : lead & (0x3f >> more);
      let isGood = more >= 0 && lead < 0xf5 && at + more < this.#count;
      for (let index = 1; isGood && index <= more; index++) {
        const byte = this.#bytes[at + index] ?? 0;
        isGood = (byte & 0xc0) === 0x80;
        point = point * 64 + (byte & 0x3f);
      }
      isGood &&= more < 2 || (point >= (more === 2 ? 0x800 : 0x10000) && point < 0x110000);
      isGood &&= point < 0xd800 || point > 0xdfff;
      if (!isGood && isStrict) return false;
      this.#point(isGood ? point : 0xfffd, at);
      at += isGood ? more + 1 : 1;
    }
    return true;
  }

  /** GB18030-2022; its characters of four bytes, which only rare names have, read as U+3013, the mark of a missing one. */
  #readGb18030(): boolean {
    const pairs = (this.#pairs ??= createPairTable());
    this.#begin();
    for (let at = 0; at < this.#count;) {
      const lead = this.#bytes[at] ?? 0;
      const trail = this.#bytes[at + 1] ?? 0;
      if (lead < 0x80) this.#unit(lead, at++);
      else if (lead === 0x80 || lead === 0xff || at + 1 >= this.#count) return false;
      else if (trail >= 0x40) {
        const unit = pairs[(lead - FIRST_LEAD) * PAIRS_PER_LEAD + trail - FIRST_TRAIL] ?? 0xfffd;
        if (unit === 0xfffd) return false;
        this.#unit(unit, at);
        at += 2;
      } else if (isDigit(trail) && at + 3 < this.#count) {
        this.#unit(0x3013, at);
        at += 4;
      } else return false;
    }
    return true;
  }

  /** Random bytes often read as GB18030, but seldom as its usual characters (GB2312, rows 1 to 55) alone. */
  #isUsualGb(): boolean {
    const { digits, ats } = this.counts();
    if (digits >= 7 || ats > 0) return true;
    let pairs = 0;
    let strange = 0;
    for (let at = 0; at < this.#count; at++) {
      const lead = this.#bytes[at] ?? 0;
      if (lead < 0x80) continue;
      pairs++;
      if (lead < 0xa1 || lead > 0xd7 || (this.#bytes[++at] ?? 0) < 0xa1) strange++;
    }
    return this.#count >= 16 && strange * 10 <= pairs;
  }

  /** UTF-16 with its low byte first (0) or last (1); every unit must be one that Chinese text has. */
  #readWide(lowAt: 0 | 1): boolean {
    if (this.#count % 2 !== 0 || this.#count < 4) return false;
    this.#begin();
    for (let at = 0; at < this.#count; at += 2) {
      const low = this.#bytes[at + lowAt] ?? 0;
      const high = this.#bytes[at + 1 - lowAt] ?? 0;
      const unit = high * 256 + low;
      if (!isUsualWideUnit(unit)) return false;
      this.#unit(unit, at);
    }
    const { digits, letters, ats, han } = this.counts();
    return digits >= 7 || ats > 0 || (this.#unitCount >= 12 && digits + letters + han > 8);
  }

  /**
   * True when the first bytes could begin a text: cheap, and wrong in one of thousands of random strings. Asked before
   * anything is decoded in full.
   */
  mayBeText(): boolean {
    return this.#mayBeUtf8() || this.#mayBeWide(0) || this.#mayBeWide(1) || this.#mayBeGb2312();
  }

  #mayBeUtf8(): boolean {
    for (let at = 0; at < this.#count;) {
      const lead = this.#bytes[at] ?? 0;
      if (lead < 0x80) {
        if (isOddUnit(lead)) return false;
        at++;
        continue;
      }
      if (lead < 0xc2 || lead > 0xf4) return false;
      const end = Math.min(this.#count, at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4));
      while (++at < end) if (((this.#bytes[at] ?? 0) & 0xc0) !== 0x80) return false;
    }
    return true;
  }

  #mayBeWide(lowAt: 0 | 1): boolean {
    for (let at = 0; at + 1 < this.#count; at += 2) {
      const low = this.#bytes[at + lowAt] ?? 0;
      const high = this.#bytes[at + 1 - lowAt] ?? 0;
      if (!isUsualWideUnit(high * 256 + low)) return false;
    }
    return true;
  }

  /** Characters outside GB2312 are rare in Chinese text: one is let pass. */
  #mayBeGb2312(): boolean {
    let strange = 0;
    for (let at = 0; at < this.#count; at++) {
      const lead = this.#bytes[at] ?? 0;
      if (lead < 0x80) {
        if (isOddUnit(lead)) return false;
        continue;
      }
      const trail = this.#bytes[++at] ?? 0xff;
      if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) strange++;
      if (strange > 1 || lead === 0x80 || lead === 0xff || trail < 0x30) return false;
    }
    return true;
  }
}
