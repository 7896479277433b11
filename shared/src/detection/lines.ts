/** The line of a position. Positions mostly ascend, so the whole text is walked over once. */
export interface LineTracker {
  /** Moves to the line that holds `position`. */
  seek(position: number): void;
  /** Counted from 0. */
  readonly index: number;
  /** UTF-16 code units, without the line break. */
  readonly start: number;
  readonly end: number;
  /** Grows with each blank line passed: equal numbers = the same paragraph. */
  readonly paragraph: number;
}

export function createLineTracker(text: string): LineTracker {
  let index = 0;
  let start = 0;
  let end = lineEnd(0);
  let paragraph = 0;

  function lineEnd(from: number): number {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  }

  function isBlank(): boolean {
    return end - start < 80 && text.slice(start, end).trim() === '';
  }

  return {
    seek(position) {
      while (position > end && end < text.length) {
        if (isBlank()) paragraph++;
        start = end + 1;
        end = lineEnd(start);
        index++;
      }
      while (position < start) {
        end = start - 1;
        start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
        index--;
        if (isBlank()) paragraph--;
      }
    },
    get index() {
      return index;
    },
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    get paragraph() {
      return paragraph;
    },
  };
}
