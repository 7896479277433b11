/**
 * Ascending numbers, packed as the steps between them: letters in base 26, the last one a capital (`B` = 1, `bA` = 26), then
 * how many more follow one by one. `BC2` = 1, 3, 4, 5.
 */
export function unpackSteps(packed: string): number[] {
  const numbers: number[] = [];
  let last = 0;
  for (const [, step = '', more] of packed.matchAll(/([a-z]{0,8}[A-Z])(\d*)/g)) {
    let distance = 0;
    for (const letter of step.toLowerCase()) distance = 26 * distance + letter.charCodeAt(0) - 97;
    numbers.push((last += distance));
    for (let left = Number(more); left > 0; left--) numbers.push(++last);
  }
  return numbers;
}
