/**
 * Check digits for synthetic identifiers. Written apart from the detectors' validators on purpose: a mistake
 * in one of the two shows.
 */
const RESIDENT_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643-1999). */
export function residentIdCheckCharacter(body: string): string {
  const sum = RESIDENT_ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** ISO/IEC 7812-1 annex B (Luhn): the digit that completes `body`. */
export function luhnCheckDigit(body: string): string {
  const sum = body
    .split('')
    .toReversed()
    .reduce((total, digit, i) => {
      const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}
