/** Seeded pseudo-random source for millions of draws a second (the demo's takes a big integer for each). Not for secrets. */
export interface Random {
  /** 0 … `limit` − 1 */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` decimal digits. */
  digits(count: number): string;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, the same numbers on every machine. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(unit() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('cannot pick from an empty list');
      return item;
    },
    digits: (count) => {
      let digits = '';
      for (; count > 9; count -= 9) digits += String(below(1e9)).padStart(9, '0');
      return digits + String(below(10 ** count)).padStart(count, '0');
    },
  };
}
