/** Seeded pseudo-random source: the demo shows the same people on every machine. Not for secrets. */
export interface Random {
  /** Both bounds included. */
  integer(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` decimal digits. */
  digits(count: number): string;
}

/** A linear congruential generator (constants of Numerical Recipes, 32 bit) read by its upper bits. */
export function createRandom(seed: number): Random {
  let state = BigInt(seed) & 0xffff_ffffn;
  const next = (): number => {
    state = (state * 1_664_525n + 1_013_904_223n) & 0xffff_ffffn;
    return Number(state >> 8n) / 2 ** 24;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('cannot pick from an empty list');
      return item;
    },
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(''),
  };
}
