/** RFC 4648, section 4, by UTF-16 unit; −1 = no digit of base64. */
function base64Digit(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + 26;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 52;
  if (unit === 0x2b) return 62;
  return unit === 0x2f ? 63 : -1;
}

const MINUS = 0x2d;

interface Run {
  readonly text: string;
  /** Behind the run and the hyphen that ends it. */
  readonly end: number;
}

/** One shifted run; `start` = behind its plus. Null when its bits make no whole UTF-16 units. */
function readRun(text: string, start: number): Run | null {
  const units: number[] = [];
  let decoded = '';
  let bits = 0;
  let count = 0;
  let at = start;
  for (; at < text.length; at++) {
    const digit = base64Digit(text.charCodeAt(at));
    if (digit < 0) break;
    bits = ((bits << 6) | digit) & 0x3fffff;
    count += 6;
    if (count < 16) continue;
    count -= 16;
    units.push((bits >> count) & 0xffff);
    if (units.length === 4096) decoded += String.fromCharCode(...units.splice(0));
  }
  decoded += String.fromCharCode(...units);
  // Left-over bits fill up the last digit and are zero (RFC 2152, rule 2).
  const isWhole = count < 6 && (bits & ((1 << count) - 1)) === 0;
  if (decoded === '' || !isWhole || !decoded.isWellFormed()) return null;
  return { text: decoded, end: text.charCodeAt(at) === MINUS ? at + 1 : at };
}

/**
 * Reads a text as UTF-7 (RFC 2152): `+T2AAZQ-` runs are UTF-16BE in base64, `+-` is a plus. Null when the text is no UTF-7:
 * it has no run, a character beyond ASCII, or a plus that begins no whole run. Whether the outcome makes sense is for the
 * caller to judge. Linear.
 */
export function decodeUtf7(text: string): string | null {
  let decoded = '';
  let runs = 0;
  let done = 0;
  for (let plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', done)) {
    decoded += text.slice(done, plus);
    if (text.charCodeAt(plus + 1) === MINUS) {
      decoded += '+';
      done = plus + 2;
      continue;
    }
    const run = readRun(text, plus + 1);
    if (!run) return null;
    decoded += run.text;
    done = run.end;
    runs++;
  }
  if (runs === 0) return null;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return null;
  return decoded + text.slice(done);
}
