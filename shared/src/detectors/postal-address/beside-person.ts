import type { FindingType } from '../../contracts/vocabulary.ts';
import type { Scene } from '../../detection/detector.ts';
import type { Address } from './read-address.ts';

const PERSONAL: ReadonlySet<FindingType> = new Set<FindingType>([
  'cn-mobile',
  'cn-landline',
  'cn-resident-id',
  'bank-card',
  'email',
  'cn-passport',
  'cn-travel-permit',
  'customer-number',
  'person-name',
]);
const MIN_CONFIDENCE = 0.5;
/** Units between an address and the identifier of its record: a name and the name of a field. */
const REACH = 20;

/** Index of the first finding that ends behind `at`. */
function firstBehind(findings: Scene['findings'], at: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((findings[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSameLine(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if ('\n\r。；;'.includes(text.charAt(index))) return false;
  return true;
}

/** True where an identifier of a person stands right before or behind, on the same line. */
export function isBesidePerson({ text, findings }: Scene, { start, end }: Address): boolean {
  for (let index = firstBehind(findings, start - REACH); index < findings.length; index++) {
    const finding = findings[index];
    if (!finding || finding.start > end + REACH) return false;
    if (!PERSONAL.has(finding.type) || finding.confidence < MIN_CONFIDENCE) continue;
    if (finding.end <= start && isSameLine(text, finding.end, start)) return true;
    if (finding.start >= end && isSameLine(text, end, finding.start)) return true;
  }
  return false;
}
