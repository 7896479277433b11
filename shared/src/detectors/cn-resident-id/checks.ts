/** Weights of GB 11643-1999, section 4.5 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_LETTERS = '10X98765432';

/** The check letter for the first 17 digits of an 18-digit number. */
export function checkLetterOf(digits: string): string {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at++)
    sum += (WEIGHTS[at] ?? 0) * (digits.charCodeAt(at) - 0x30);
  return CHECK_LETTERS.charAt(sum % 11);
}

/** Days of a month of the Gregorian calendar; 0 for a month that is none. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** True for a real day, `YYYYMMDD`. */
export function isCalendarDay(date: string): boolean {
  const day = Number(date.slice(6, 8));
  return day >= 1 && day <= daysInMonth(Number(date.slice(0, 4)), Number(date.slice(4, 6)));
}
