/** Check digit of ISO/IEC 7812-1, annex B (Luhn), over ASCII digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  let doubled = false;
  for (let index = digits.length - 1; index >= 0; index--) {
    const digit = digits.charCodeAt(index) - 0x30;
    const weighted = doubled ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
    doubled = !doubled;
  }
  return sum % 10 === 0;
}

/** Luhn's sum of a digit in a place that is doubled. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9] as const;

/** The same over values 0 … 9. */
export function valuesPassLuhn(values: Uint8Array, from: number, count: number): boolean {
  let sum = 0;
  let at = from + count - 1;
  for (; at > from; at -= 2) sum += (values[at] ?? 0) + (DOUBLED[values[at - 1] ?? 0] ?? 0);
  if (at === from) sum += values[at] ?? 0;
  return sum % 10 === 0;
}
