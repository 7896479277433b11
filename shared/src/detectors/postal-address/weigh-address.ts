import type { Reading, ScorePart } from '../../detection/detector.ts';
import { PART } from './address-words.data.ts';
import { normaliseAddress } from './address-units.ts';
import type { Address } from './read-address.ts';

export type Evidence = 'label' | 'column' | 'beside' | 'none';

const MAX_CONFIDENCE = 0.95;
const PLACE = PART.ROAD | PART.VILLAGE | PART.ESTATE;
const DIVISION = PART.MAIN | PART.DISTRICT;

function has(parts: number, part: number): boolean {
  return (parts & part) !== 0;
}

/** What the address is worth by what it tells; from 0.6 on it stands alone. */
export function worthOf(parts: number): number {
  const isPlaced = has(parts, PLACE);
  const details = [PART.NUMBER, PART.BUILDING, PART.ROOM].filter((part) => has(parts, part)).length;
  if (details > 0 && isPlaced) {
    if (has(parts, PART.MAIN)) {
      const isFull = has(parts, PART.DISTRICT | PART.TOWN);
      return (isFull ? 0.7 : 0.65) + (details > 1 ? 0.04 : 0);
    }
    if (has(parts, PART.DISTRICT)) return details > 1 ? 0.68 : 0.62;
    if (has(parts, PART.TOWN)) return details > 1 ? 0.64 : 0.56;
    return details > 1 ? 0.62 : 0.45;
  }
  if (details > 0) {
    if (has(parts, DIVISION | PART.TOWN)) return 0.4;
    return details > 1 ? 0.35 : 0.3;
  }
  if (isPlaced && has(parts, DIVISION)) return 0.35;
  if (has(parts, PART.TOWN) && has(parts, DIVISION)) return 0.32;
  return has(parts, DIVISION) ? 0.2 : 0.12;
}

/**
 * An address in English stands alone only with a Chinese place in it: a licence names its foundation's street. `block 128`
 * without a street is nothing even behind `address`.
 */
function worthOfLatin(parts: number): number {
  const worth = worthOf(parts);
  if (has(parts, DIVISION)) return worth;
  return Math.min(worth, has(parts, PLACE) ? 0.5 : 0.25);
}

function pointsOf(evidence: Evidence, worth: number): number {
  if (evidence === 'none') return 0;
  if (evidence === 'beside') return worth >= 0.4 ? 0.2 : 0.05;
  return 0.3;
}

export interface AddressFound {
  readonly reading: Reading;
  readonly confidence: number;
}

/** The confidence of an address with its evidence, as a reading whose parts sum up to it. */
export function weighAddress(
  text: string,
  { start, end, parts }: Address,
  evidence: Evidence,
  term?: string,
): AddressFound {
  const raw = text.slice(start, end);
  // English words need their spaces.
  const isLatin = !/[\u3400-\u9fff]/.test(raw);
  const base = isLatin ? worthOfLatin(parts) : worthOf(parts);
  const points = Math.round(Math.min(pointsOf(evidence, base), MAX_CONFIDENCE - base) * 100) / 100;
  const score: ScorePart[] = [];
  if (evidence !== 'none')
    score.push(term === undefined ? { part: evidence, points } : { part: evidence, points, term });
  const outcome = (part: number) => (has(parts, part) ? true : undefined);
  return {
    reading: {
      start,
      end,
      value: isLatin ? raw.replaceAll(/\s+/g, ' ') : normaliseAddress(raw),
      validation: {
        checks: [
          { name: 'division', outcome: outcome(DIVISION) },
          { name: 'place', outcome: outcome(PLACE | PART.TOWN) },
          { name: 'house-number', outcome: outcome(PART.NUMBER | PART.BUILDING | PART.ROOM) },
        ],
        base,
        specificity: 0.2,
      },
      score,
      context: 'none',
    },
    confidence: base + points,
  };
}
