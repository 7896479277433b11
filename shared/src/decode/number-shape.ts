/** Weights of GB 11643-1999, section 5. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, factor = 1; index >= 0; index--, factor = 3 - factor) {
    const product = (digits.charCodeAt(index) - 0x30) * factor;
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

/** 11 digits that begin with 13 … 19, with or without the country code. */
export function isMobileShape(digits: string): boolean {
  const { length } = digits;
  const start = length - 11;
  if (start < 0 || digits[start] !== '1' || (digits[start + 1] ?? '') < '3') return false;
  const code = digits.slice(0, start);
  return code === '' || code === '86' || code === '0086';
}

/** 18 places with a possible month and day and the right check letter (GB 11643-1999). */
export function isResidentIdShape(value: string): boolean {
  if (value.length !== 18) return false;
  const month = Number(value.slice(10, 12));
  const day = Number(value.slice(12, 14));
  const century = value.slice(6, 8);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (century < '18' || century > '20') return false;
  let sum = 0;
  for (let index = 0; index < 17; index++)
    sum += (ID_WEIGHTS[index] ?? 0) * (value.charCodeAt(index) - 0x30);
  return ID_CHECKS[sum % 11] === value[17]?.toUpperCase();
}

/** 16 … 19 digits of a payment card, Luhn check included. */
export function isCardShape(digits: string): boolean {
  const { length } = digits;
  return length >= 16 && length <= 19 && '34569'.includes(digits.charAt(0)) && passesLuhn(digits);
}

/** True when the digits are a whole number of a kind by themselves: nothing has been masked. */
export function isNumberShape(value: string): boolean {
  return isMobileShape(value) || isResidentIdShape(value) || isCardShape(value);
}
