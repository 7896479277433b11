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
  // The usual case needs no ranks: the scan gives findings in order, few of them overlap.
  if (isInOrder(findings)) return [...findings];
  const ordered = [...findings].sort(
    (a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Finding[] = [];
  for (const finding of ordered) {
    const at = firstEndingAfter(kept, finding.start);
    const next = kept[at];
    if (!next || next.start >= finding.end) kept.splice(at, 0, finding);
  }
  return kept;
}

/** True when each starts behind the one before. */
function isInOrder(findings: readonly Rival[]): boolean {
  let end = 0;
  for (const finding of findings) {
    if (finding.start < end) return false;
    end = finding.end;
  }
  return true;
}
