/** What a UTF-16 unit can begin or end in an address; one look-up tells most units off. */
export const FLAG = {
  /** Digit, letter or Chinese numeral. */
  NUMERAL: 1,
  /** Never inside an address. */
  ENDING: 2,
  /** First character of the next field's label. */
  FIELD: 4,
  /** First character of a province or prefecture. */
  MAIN: 8,
  /** 区县旗市. */
  DISTRICT: 16,
  /** Last character of 路, 小区, 苑. */
  NAMED: 32,
  HAN: 64,
} as const;

/** Flags of every unit, from characters by flag. */
export function createUnitFlags(
  marks: readonly (readonly [number, Iterable<string>])[],
): Uint8Array {
  const flags = new Uint8Array(0x10000);
  flags.fill(FLAG.HAN, 0x4e00, 0xa000);
  for (const base of [0, 0xfee0]) {
    flags.fill(FLAG.NUMERAL, base + 0x30, base + 0x3a);
    flags.fill(FLAG.NUMERAL, base + 0x41, base + 0x5b);
    flags.fill(FLAG.NUMERAL, base + 0x61, base + 0x7b);
  }
  flags[0x3007] = FLAG.HAN;
  for (const [flag, characters] of marks)
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      flags[unit] = (flags[unit] ?? 0) | flag;
    }
  return flags;
}
