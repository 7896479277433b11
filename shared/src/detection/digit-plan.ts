import type { Detector, DigitWant } from './detector.ts';

/** One way to take a run of digits for a number of a detector. */
export interface PlannedWant {
  readonly detector: Detector;
  readonly want: DigitWant;
  /** Digits to strip from the front; '' = the run is the number itself. */
  readonly prefix: string;
  /** Bit d is set when the run may start with the digit d. */
  readonly leadMask: number;
}

/** What all detectors want of digits, laid out for the scan. */
export interface DigitPlan {
  /** Fewest digits of any number: whoever looks at every so-many-th character misses none. */
  readonly minDigits: number;
  readonly maxDigits: number;
  /** Index = digits in the run, prefix and check letter included. */
  readonly byLength: readonly (readonly PlannedWant[])[];
  /** By `shapeCode`. */
  readonly byShape: ReadonlyMap<number, readonly PlannedWant[]>;
  /** Index = digits of a first group; bit n is set when a second group of n digits may follow in some shape. */
  readonly shapeStarts: Int32Array;
  /** Codes of the first two and more groups of every shape: a window whose code is not here is in none. */
  readonly shapePrefixes: ReadonlySet<number>;
}

/** Groups a shape may have; 5 bits each in the code. */
const MAX_SHAPE_GROUPS = 6;

export function shapeCode(groups: readonly number[]): number {
  return groups.reduce((code, length) => code * 32 + length, 0);
}

function leadMask(digits: string): number {
  let mask = 0;
  for (const digit of digits) mask |= 1 << Number(digit);
  return mask;
}

function assertShape(detector: Detector, want: DigitWant, shape: readonly number[]): void {
  const total = shape.reduce((sum, length) => sum + length, 0);
  if (!want.lengths.includes(total) || shape.length > MAX_SHAPE_GROUPS)
    throw new Error(`${detector.id}: shape ${shape.join('-')} fits none of its lengths`);
}

function digitWants({ wants }: Detector): DigitWant[] {
  return wants.filter((want) => want.kind === 'digits');
}

/** Throws when a detector's wants contradict each other: a fault of the build, not of the content. */
export function createDigitPlan(detectors: readonly Detector[]): DigitPlan {
  const byLength: PlannedWant[][] = [];
  const byShape = new Map<number, PlannedWant[]>();
  let minDigits = Infinity;
  for (const detector of detectors)
    for (const want of digitWants(detector)) {
      const plain = { detector, want, prefix: '', leadMask: leadMask(want.leads) };
      for (const length of want.lengths) {
        minDigits = Math.min(minDigits, length);
        (byLength[length] ??= []).push(plain);
        for (const prefix of want.prefixes ?? [])
          (byLength[length + prefix.length] ??= []).push({
            ...plain,
            prefix,
            leadMask: leadMask(prefix.charAt(0)),
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
  const lengths = Array.from(byLength, (wants) => wants ?? []);
  return {
    minDigits,
    maxDigits: lengths.length - 1,
    byLength: lengths,
    byShape,
    ...indexShapes(detectors, lengths.length),
  };
}

function indexShapes(
  detectors: readonly Detector[],
  size: number,
): Pick<DigitPlan, 'shapeStarts' | 'shapePrefixes'> {
  const shapeStarts = new Int32Array(size);
  const shapePrefixes = new Set<number>();
  for (const shape of detectors.flatMap((each) =>
    digitWants(each).flatMap(({ shapes }) => shapes),
  )) {
    const [first = 0, second = 0] = shape;
    shapeStarts[first] = (shapeStarts[first] ?? 0) | (1 << second);
    for (let groups = 2; groups <= shape.length; groups++)
      shapePrefixes.add(shapeCode(shape.slice(0, groups)));
  }
  return { shapeStarts, shapePrefixes };
}
