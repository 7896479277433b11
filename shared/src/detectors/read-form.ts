import type { CodePlace, Reading } from '../detection/detector.ts';
import { codesAt, formScore } from './read-code.ts';

/** A kind of number that nothing but its form tells. */
export interface CodeForm {
  readonly form: RegExp;
  readonly kind: string;
  /** Confidence of one alone. */
  readonly base: number;
}

/** Reads codes without a check digit at a place: the first of a wanted length that has one of the forms and is no row of one digit. */
export function createFormReader(
  lengths: readonly number[],
  forms: readonly CodeForm[],
): (place: CodePlace) => Reading | null {
  return (place) => {
    for (const code of codesAt(place, lengths)) {
      const { value, start, end, evasions } = code;
      const found = forms.find(({ form }) => form.test(value));
      if (!found || /(.)\1{6}$/.test(value)) continue;
      const checks = [{ name: `form.${found.kind}`, outcome: true }];
      const validation = { checks, base: found.base, specificity: 0.15 };
      return { start, end, value, validation, score: formScore(code), evasions };
    }
    return null;
  };
}
