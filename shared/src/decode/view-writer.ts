import type { Span } from '../contracts/finding.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import type { Budget } from '../detection/budget.ts';
import { type View, VIEW_CONTEXT } from '../detection/view.ts';

/** How the units of a segment came about. */
const MODE = {
  /** Unit by unit as in the parent. */
  COPIED: 0,
  /** Every unit came from the whole span; or the span was taken out and there is no unit. */
  FUSED: 1,
  /** The span is spread evenly over the units: `&#49;&#51;`, base64. */
  SPREAD: 2,
} as const;

/** Where the segments of a view begin in it, and the spans of the parent they came from. */
class SegmentList {
  viewStarts = new Int32Array(16);
  starts = new Int32Array(16);
  ends = new Int32Array(16);
  modes = new Uint8Array(16);
  count = 0;

  add(viewStart: number, start: number, end: number, mode: number): void {
    if (this.count === this.modes.length) this.#grow();
    const index = this.count++;
    this.viewStarts[index] = viewStart;
    this.starts[index] = start;
    this.ends[index] = end;
    this.modes[index] = mode;
  }

  #grow(): void {
    const size = this.modes.length * 4;
    const grown = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(size);
      next.set(old);
      return next;
    };
    this.viewStarts = grown(this.viewStarts);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    const modes = new Uint8Array(size);
    modes.set(this.modes);
    this.modes = modes;
  }

  /** The segment that holds the unit at `position` of the view. */
  find(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.viewStarts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

class TextView implements View {
  readonly evasion: Evasion;
  readonly text: string;
  readonly region: Span;
  readonly supersedes: boolean;
  readonly #segments: SegmentList;

  constructor(
    evasion: Evasion,
    text: string,
    region: Span,
    supersedes: boolean,
    segments: SegmentList,
  ) {
    this.evasion = evasion;
    this.text = text;
    this.region = region;
    this.supersedes = supersedes;
    this.#segments = segments;
  }

  originalSpan(start: number, end: number): Span {
    const first = this.#bound(start, false);
    return { start: first, end: end > start ? this.#bound(end - 1, true) : first };
  }

  isChanged(start: number, end: number): boolean {
    const { viewStarts, modes, count } = this.#segments;
    if (end <= start) return false;
    for (let index = this.#segments.find(start); index < count; index++) {
      if ((viewStarts[index] ?? 0) >= end) return false;
      if (modes[index] !== MODE.COPIED) return true;
    }
    return false;
  }

  /** Where the parent's part of one unit starts, or ends. */
  #bound(position: number, isEnd: boolean): number {
    if (position >= this.text.length) return this.region.end;
    const { viewStarts, starts, ends, modes, count } = this.#segments;
    const index = this.#segments.find(position);
    const start = starts[index] ?? 0;
    const end = ends[index] ?? 0;
    const offset = position - (viewStarts[index] ?? 0);
    const mode = modes[index];
    if (mode === MODE.COPIED) return start + offset + (isEnd ? 1 : 0);
    if (mode === MODE.FUSED) return isEnd ? end : start;
    const viewEnd = index + 1 < count ? (viewStarts[index + 1] ?? 0) : this.text.length;
    const units = viewEnd - (viewStarts[index] ?? 0);
    const width = end - start;
    if (!isEnd) return start + Math.floor((offset * width) / units);
    // Where units share a sign of the parent, the share of the last one may reach into the next sign.
    const shared = width % units === 0 ? 0 : 1;
    return Math.min(end, start + Math.ceil(((offset + 1) * width) / units) + shared);
  }
}

const CHUNK = 4096;

/** Handed over as an array, not spread: the iterator of a typed array costs six times as much. */
function stringOf(units: Uint16Array, length: number): string {
  let result = '';
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = units.subarray(start, Math.min(length, start + CHUNK));
    result += Reflect.apply(String.fromCharCode, null, chunk) as string;
  }
  return result;
}

/**
 * Writes the views of one decoder over one text: is told the disguised places in ascending order and what they read,
 * copies what stands between and around them, and begins a new view where the next place is too far.
 */
export class ViewWriter {
  readonly #text: string;
  readonly #evasion: Evasion;
  readonly #budget: Budget;
  readonly #mergeGap: number;
  readonly #views: View[] = [];
  #units = new Uint16Array(0);
  #length = 0;
  #segments: SegmentList | null = null;
  #regionStart = 0;
  /** The parent is written or taken out up to here. */
  #done = 0;
  #supersedes = false;

  /** `mergeGap` = units between two places of one view, at most. */
  constructor(text: string, evasion: Evasion, budget: Budget, mergeGap = 2 * VIEW_CONTEXT) {
    this.#text = text;
    this.#evasion = evasion;
    this.#budget = budget;
    this.#mergeGap = mergeGap;
  }

  /** The last unit of the view that is being written; NaN when none is. */
  get lastUnit(): number {
    return this.#length > 0 ? (this.#units[this.#length - 1] ?? 0) : Number.NaN;
  }

  /** Up to where the parent has been read. */
  get done(): number {
    return this.#done;
  }

  /** The view that is being written shows the layout. */
  supersede(): void {
    this.#supersedes = true;
  }

  /** Takes the span out. */
  erase(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** Writes `plain` for the span; every unit of it maps to the whole span. Spans must come in ascending order. */
  replace(start: number, end: number, plain: string): void {
    const segments = this.#reach(start);
    segments.add(this.#length, start, end, MODE.FUSED);
    this.#reserve(plain.length);
    for (let index = 0; index < plain.length; index++)
      this.#units[this.#length++] = plain.charCodeAt(index);
    this.#done = end;
  }

  /** Writes `units[from … to)` for the span, which is spread evenly over them. */
  spread(units: Uint16Array, from: number, to: number, start: number, end: number): void {
    const segments = this.#reach(start);
    segments.add(this.#length, start, end, MODE.SPREAD);
    this.#reserve(to - from);
    for (let index = from; index < to; index++) this.#units[this.#length++] = units[index] ?? 0;
    this.#done = Math.max(this.#done, end);
  }

  /** Ends the last view. */
  finish(): readonly View[] {
    this.#close();
    return this.#views;
  }

  #reach(start: number): SegmentList {
    if (this.#segments && start - this.#done > this.#mergeGap) this.#close();
    if (!this.#segments) {
      this.#segments = new SegmentList();
      this.#regionStart = Math.max(this.#done, start - VIEW_CONTEXT);
      this.#done = this.#regionStart;
      this.#length = 0;
      this.#supersedes = false;
    }
    this.#copyTo(start);
    return this.#segments;
  }

  #copyTo(end: number): void {
    const start = this.#done;
    if (end <= start || !this.#segments) return;
    this.#segments.add(this.#length, start, end, MODE.COPIED);
    this.#reserve(end - start);
    for (let index = start; index < end; index++)
      this.#units[this.#length++] = this.#text.charCodeAt(index);
    this.#done = end;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#units.length) return;
    const grown = new Uint16Array(Math.max(512, needed * 2));
    grown.set(this.#units.subarray(0, this.#length));
    this.#units = grown;
  }

  #close(): void {
    if (!this.#segments) return;
    this.#copyTo(Math.min(this.#text.length, this.#done + VIEW_CONTEXT));
    this.#budget.spend(this.#length);
    const region = { start: this.#regionStart, end: this.#done };
    const text = stringOf(this.#units, this.#length);
    this.#views.push(new TextView(this.#evasion, text, region, this.#supersedes, this.#segments));
    this.#segments = null;
    this.#length = 0;
  }
}
