import { CHAR_CLASS, type CharTable } from './char-table.ts';
import type { Detector, Reading } from './detector.ts';
import type { DigitGroups } from './digit-groups.ts';
import type { DigitPlan } from './digit-plan.ts';

export interface CodeSource {
  readonly table: CharTable;
  readonly plan: DigitPlan;
  readonly text: string;
}

interface CodeSink {
  /** As of `CandidateSink`. */
  hasLabel(): boolean;
  code(detector: Detector, reading: Reading): void;
}

/** Digits of a separated code, at most. */
const MAX_CODE_DIGITS = 20;

/** What may stand between the parts of one code. */
const INSIDE_CODES: ReadonlySet<number> = new Set([
  CHAR_CLASS.SPACE,
  CHAR_CLASS.DASH,
  CHAR_CLASS.DOT,
  CHAR_CLASS.SLASH,
  CHAR_CLASS.SKIP,
]);

/** A letter that touches, or stands one separator apart. */
function isLetterNear({ table, text }: CodeSource, index: number, step: 1 | -1): boolean {
  const kind = table.classes[text.charCodeAt(index)] ?? CHAR_CLASS.OTHER;
  if (kind === CHAR_CLASS.LETTER) return true;
  if (!INSIDE_CODES.has(kind)) return false;
  return table.classes[text.charCodeAt(index + step)] === CHAR_CLASS.LETTER;
}

/** Shows the places where digits stand together and a letter is near to the detectors that want codes. */
export function findCodes(
  source: CodeSource,
  groups: DigitGroups,
  from: number,
  limit: number,
  sink: CodeSink,
): void {
  const { minCodeDigits } = source.plan;
  let total = 0;
  let longest = 0;
  for (let index = from; index < limit; index++) {
    const length = groups.length(index);
    total += length;
    longest = Math.max(longest, length);
    if (length >= minCodeDigits) show(source, groups.start(index), groups.end(index), length, sink);
  }
  const isSeparated = longest < minCodeDigits && limit - from > 1;
  if (isSeparated && total >= minCodeDigits && total <= MAX_CODE_DIGITS)
    show(source, groups.start(from), groups.end(limit - 1), total, sink);
}

function show(
  source: CodeSource,
  start: number,
  end: number,
  digits: number,
  sink: CodeSink,
): void {
  const before = start > 0 && isLetterNear(source, start - 1, -1);
  if (!before && !(end < source.text.length && isLetterNear(source, end, 1))) return;
  const place = { text: source.text, start, end };
  for (const { detector, want } of source.plan.codes) {
    if (digits < want.minDigits || (want.needsLabel && !sink.hasLabel())) continue;
    const reading = want.read(place);
    if (reading) sink.code(detector, reading);
  }
}
