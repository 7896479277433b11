import type { CodeWant, Detector, DigitWant } from './detector.ts';

/** One way to take a run of digits for a number of a detector. */
export interface PlannedWant {
  readonly detector: Detector;
  readonly want: DigitWant;
  /** Digits to strip from the front; '' = the run is the number itself. */
  readonly prefix: string;
  /** Bit d is set when the run may start with the digit d. */
  readonly leadMask: number;
  /** The same of the value, behind the prefix. */
  readonly valueMask: number;
  /** Index = value of the first two digits, 1 = the run may start with them; null = any. */
  readonly openings: Uint8Array | null;
}

export const NO_WANTS: readonly PlannedWant[] = [];

export interface PlannedCode {
  readonly detector: Detector;
  readonly want: CodeWant;
}

/** What all detectors want of digits, laid out for the scan. */
export interface DigitPlan {
  /** Fewest digits of any number: whoever looks at every so-many-th character misses none. Infinity = nobody wants any. */
  readonly minDigits: number;
  readonly maxDigits: number;
  /** Index = digits in the run, prefix and check letter included; `NO_WANTS` = nobody wants such a run. */
  readonly byLength: readonly (readonly PlannedWant[])[];
  /** Index = digits of the run × `OPENINGS` + value of the first two: those of the length that can start with them. */
  readonly byOpening: readonly (readonly PlannedWant[])[];
  /** By `shapeCode`. */
  readonly byShape: ReadonlyMap<number, readonly PlannedWant[]>;
  /** Index = digits of a first group; bit n is set when a second group of n digits may follow in some shape. */
  readonly shapeStarts: Int32Array;
  /** Codes of the first two and more groups of every shape: a window whose code is not here is in none. */
  readonly shapePrefixes: ReadonlySet<number>;
  readonly codes: readonly PlannedCode[];
  /** Fewest digits of any code; Infinity = nobody wants any. */
  readonly minCodeDigits: number;
}

/** Groups a shape may have; 5 bits each in the code. */
export const MAX_SHAPE_GROUPS = 6;
/** Values of two first digits, with room for a check letter (10) in front. */
export const OPENINGS = 110;

export function shapeCode(groups: readonly number[]): number {
  return groups.reduce((code, length) => code * 32 + length, 0);
}

function leadMask(digits: string): number {
  let mask = 0;
  for (const digit of digits) mask |= 1 << Number(digit);
  return mask;
}

function openingsOf(pairs: readonly string[] | undefined): Uint8Array | null {
  if (!pairs) return null;
  const openings = new Uint8Array(100);
  for (const pair of pairs) openings[Number(pair)] = 1;
  return openings;
}

function mayOpenWith({ leadMask: leads, openings }: PlannedWant, pair: number): boolean {
  return openings ? openings[pair] === 1 : (leads & (1 << Math.trunc(pair / 10))) !== 0;
}

function indexOpenings(
  byLength: readonly (readonly PlannedWant[])[],
): readonly (readonly PlannedWant[])[] {
  const index: (readonly PlannedWant[])[] = [];
  for (const wants of byLength)
    for (let pair = 0; pair < OPENINGS; pair++) {
      const fitting = wants.filter((planned) => mayOpenWith(planned, pair));
      index.push(fitting.length === wants.length ? wants : fitting);
    }
  return index;
}

function assertShape(detector: Detector, want: DigitWant, shape: readonly number[]): void {
  const total = shape.reduce((sum, length) => sum + length, 0);
  if (!want.lengths.includes(total) || shape.length > MAX_SHAPE_GROUPS)
    throw new Error(`${detector.id}: shape ${shape.join('-')} fits none of its lengths`);
}

interface Wanted<Want> {
  readonly detector: Detector;
  readonly want: Want;
}

function wantsOf(detectors: readonly Detector[], labelled: boolean): Wanted<DigitWant>[] {
  return detectors.flatMap((detector) =>
    detector.wants
      .filter((want) => want.kind === 'digits')
      .filter((want) => labelled || !want.needsLabel)
      .map((want) => ({ detector, want })),
  );
}

function codesOf(detectors: readonly Detector[], labelled: boolean): PlannedCode[] {
  return detectors.flatMap((detector) =>
    detector.wants
      .filter((want) => want.kind === 'code')
      .filter((want) => labelled || !want.needsLabel)
      .map((want) => ({ detector, want })),
  );
}

/**
 * `labelled` = with the wants that need a label; a text that holds none of their labels is spared them.
 * Throws when a detector's wants contradict each other: a fault of the build, not of the content.
 */
export function createDigitPlan(detectors: readonly Detector[], labelled = true): DigitPlan {
  const byLength: PlannedWant[][] = [];
  const byShape = new Map<number, PlannedWant[]>();
  const codes = codesOf(detectors, labelled);
  const minCodeDigits = codes.reduce(
    (least, { want }) => Math.min(least, want.minDigits),
    Infinity,
  );
  const wanted = wantsOf(detectors, labelled);
  let minDigits = minCodeDigits;
  for (const { detector, want } of wanted) {
    const openings = openingsOf(want.openings);
    const valueMask = leadMask(want.leads);
    const plain = { detector, want, prefix: '', leadMask: valueMask, valueMask, openings };
    for (const length of want.lengths) {
      minDigits = Math.min(minDigits, length);
      (byLength[length] ??= []).push(plain);
      for (const prefix of want.prefixes ?? [])
        (byLength[length + prefix.length] ??= []).push({
          ...plain,
          prefix,
          leadMask: leadMask(prefix.charAt(0)),
          openings: openingsOf([prefix.slice(0, 2)]),
        });
    }
    for (const shape of want.shapes) {
      assertShape(detector, want, shape);
      const code = shapeCode(shape);
      const known = byShape.get(code);
      if (known) known.push(plain);
      else byShape.set(code, [plain]);
    }
  }
  const lengths = Array.from(byLength, (wants) => wants ?? NO_WANTS);
  return {
    minDigits,
    maxDigits: Math.max(0, lengths.length - 1),
    byLength: lengths,
    byOpening: indexOpenings(lengths),
    byShape,
    ...indexShapes(wanted, lengths.length),
    codes,
    minCodeDigits,
  };
}

function indexShapes(
  wanted: readonly Wanted<DigitWant>[],
  size: number,
): Pick<DigitPlan, 'shapeStarts' | 'shapePrefixes'> {
  const shapeStarts = new Int32Array(size);
  const shapePrefixes = new Set<number>();
  for (const shape of wanted.flatMap(({ want }) => want.shapes)) {
    const [first = 0, second = 0] = shape;
    shapeStarts[first] = (shapeStarts[first] ?? 0) | (1 << second);
    for (let groups = 2; groups <= shape.length; groups++)
      shapePrefixes.add(shapeCode(shape.slice(0, groups)));
  }
  return { shapeStarts, shapePrefixes };
}
