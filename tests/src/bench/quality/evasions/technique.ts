import type { Random } from '../../../demo/random.ts';

export type EvadedType = 'cn-mobile' | 'cn-resident-id' | 'bank-card' | 'email';

/** One way to write a value so that a plain pattern misses it. */
export interface Technique {
  readonly id: string;
  readonly types: readonly EvadedType[];
  /** Resident IDs of this technique end with X. */
  readonly needsX?: boolean;
  /** The whole sentence is encoded, not only the value. */
  readonly whole?: (sentence: string, random: Random) => string;
  /** How the value is written; the default of `whole` techniques is as it is. */
  readonly write?: (value: string, random: Random) => string;
}

export const NUMBERS: readonly EvadedType[] = ['cn-mobile', 'cn-resident-id', 'bank-card'];
export const ALL: readonly EvadedType[] = [...NUMBERS, 'email'];

/** Each character by its own rule; never null. */
export function each(value: string, write: (character: string, at: number) => string): string {
  return Array.from(value).map(write).join('');
}

/** Cuts a value as people do: a phone number 3-4-4, a resident ID 6-8-4, a card by fours. */
export function groupsOf(value: string): readonly string[] {
  if (value.length === 11) return [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
  if (/^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/.test(value))
    return [value.slice(0, 6), value.slice(6, 14), value.slice(14)];
  return value.match(/.{1,4}/g) ?? [value];
}

/** Cuts at one to three places, two characters apart at least. */
export function pieces(value: string, random: Random): readonly string[] {
  const parts: string[] = [];
  let rest = value;
  for (let more = random.integer(1, 3); more > 0 && rest.length >= 4; more--) {
    const cut = random.integer(2, rest.length - 2);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}
