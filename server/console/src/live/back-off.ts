const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: doubles up to half a minute, with up to a half taken off by chance, so that a
 * restarted server is not met by every console in the same moment.
 *
 * @param failures tries since the last success, from 1
 * @param chance 0 up to 1
 */
export function backOffMs(failures: number, chance: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling * (1 - chance / 2));
}
