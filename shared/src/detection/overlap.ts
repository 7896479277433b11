/** What decides between findings that claim the same digits. */
export interface Rival {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** How seldom chance passes the detector's checks, 0 … 1. */
  readonly specificity: number;
}

/**
 * Worth of hard checks against words near by: a resident ID with a valid date and check digit beats the card
 * that its digits also make, even beside the word 卡号.
 */
const SPECIFICITY_WEIGHT = 0.5;

function rank({ confidence, specificity }: Rival): number {
  return confidence + SPECIFICITY_WEIGHT * specificity;
}

/** Index of the first kept span that ends behind `start`. */
function firstEndingAfter(kept: readonly Rival[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Keeps the strongest of those that overlap, and returns what is left in order of `start`. */
export function resolveOverlaps<Finding extends Rival>(findings: readonly Finding[]): Finding[] {
  const ordered = isInOrder(findings) ? findings : findings.toSorted((a, b) => a.start - b.start);
  const kept: Finding[] = [];
  for (let from = 0; from < ordered.length;) {
    // Those that hang together, each overlapping one before it: hardly ever more than two.
    let end = ordered[from]?.end ?? 0;
    let to = from + 1;
    for (let next = ordered[to]; next && next.start < end; next = ordered[++to])
      end = Math.max(end, next.end);
    const first = ordered[from];
    if (to - from > 1)
      for (const strongest of keepStrongest(ordered.slice(from, to))) kept.push(strongest);
    else if (first) kept.push(first);
    from = to;
  }
  return kept;
}

function keepStrongest<Finding extends Rival>(rivals: Finding[]): Finding[] {
  rivals.sort(
    (a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Finding[] = [];
  for (const rival of rivals) {
    const at = firstEndingAfter(kept, rival.start);
    const next = kept[at];
    if (!next || next.start >= rival.end) kept.splice(at, 0, rival);
  }
  return kept;
}

/** True when none starts before the one before. */
function isInOrder(findings: readonly Rival[]): boolean {
  let start = 0;
  for (const finding of findings) {
    if (finding.start < start) return false;
    start = finding.start;
  }
  return true;
}
