/** A number from 0 in base 26, the last letter a capital. */
function letters(number) {
  let text = String.fromCharCode(65 + (number % 26));
  for (let rest = Math.floor(number / 26); rest > 0; rest = Math.floor(rest / 26))
    text = String.fromCharCode(97 + (rest % 26)) + text;
  return text;
}

/** Ascending numbers from 1 as `number-steps.ts` reads them. */
export function packSteps(numbers) {
  let packed = '';
  let last = 0;
  let run = 0;
  for (const number of numbers) {
    if (number === last + 1 && packed !== '') run++;
    else {
      packed += (run > 0 ? run : '') + letters(number - last);
      run = 0;
    }
    last = number;
  }
  return packed + (run > 0 ? run : '');
}
