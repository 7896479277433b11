/** The 31 characters of GB 32100-2015, 4.2: no I, O, S, V, Z. Their place is their value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights of the organisation code, GB 11714-1997. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Value 0 … 35 of a digit or letter in the organisation code. */
function organisationValue(unit: number): number {
  return unit <= 0x39 ? unit - 0x30 : unit - 0x37;
}

/** Check character of a unified social credit code over its first 17 (GB 32100-2015, annex B); '' when one is not allowed. */
export function creditCheckOf(body: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index++) {
    const value = ALPHABET.indexOf(body.charAt(index));
    if (value < 0 || index >= body.length) return '';
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code over its first 8 (GB 11714-1997). */
export function organisationCheckOf(body: string): string {
  let sum = 0;
  for (const [index, weight] of ORGANISATION_WEIGHTS.entries())
    sum += weight * organisationValue(body.charCodeAt(index));
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
