import type { PatternRule } from '../../contracts/detection-data.ts';

export type CheckKind = NonNullable<PatternRule['check']>;

/** Luhn's sum (ISO/IEC 7812-1 annex B): every second digit from the right counts double. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const counted = index % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** GS1 General Specifications 7.9 (EAN, SSCC): weights 1 and 3 from the right, sum divisible by ten. */
function passesMod10(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++)
    sum += Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 1 ? 3 : 1);
  return sum % 10 === 0;
}

/** ISO 7064 MOD 11-2; the check character may be X. */
function passesMod112(characters: string): boolean {
  let remainder = 0;
  for (const character of characters.slice(0, -1))
    remainder = ((remainder + Number(character)) * 2) % 11;
  const last = characters.at(-1) === 'X' ? 10 : Number(characters.at(-1));
  return (remainder + last) % 11 === 1;
}

/** Runs a rule's check over the digits of a match, letters and signs left out; fewer than two digits fail. */
export function passesCheck(kind: CheckKind, value: string): boolean {
  const digits = value.replaceAll(/[^0-9]/g, '');
  if (digits.length < 2) return false;
  switch (kind) {
    case 'luhn':
      return passesLuhn(digits);
    case 'mod10':
      return passesMod10(digits);
    case 'mod11-2':
      break;
  }
  return passesMod112(value.endsWith('X') ? `${digits}X` : digits);
}
