/** Decodes the pairs of one GB run; null when they are no GB 2312. */
function readPairs(pairs: string): string | null {
  if (pairs.length % 2 === 1) return null;
  const bytes = new Uint8Array(pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const unit = pairs.charCodeAt(at);
    if (unit < 0x21 || unit > 0x7e) return null;
    bytes[at] = unit | 0x80;
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    // A code that GB 2312 does not have.
    return null;
  }
}

/**
 * Reads a text as HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}`, `~~` is a tilde, `~` at the end of a line joins
 * lines. Null when the text is none: no run, an unknown escape, a character beyond ASCII. Linear.
 */
export function decodeHz(text: string): string | null {
  let decoded = '';
  let runs = 0;
  let done = 0;
  let lineEnd = -1;
  for (let tilde = text.indexOf('~'); tilde >= 0; tilde = text.indexOf('~', done)) {
    decoded += text.slice(done, tilde);
    const escape = text.charAt(tilde + 1);
    done = tilde + 2;
    if (escape === '~') decoded += '~';
    else if (escape === '{') {
      // A run ends with its line at the latest.
      if (lineEnd < done) lineEnd = text.indexOf('\n', done);
      if (lineEnd < 0) lineEnd = text.length;
      const close = text.slice(done, lineEnd).indexOf('~}');
      const end = close < 0 ? lineEnd : done + close;
      const run = readPairs(text.slice(done, end));
      if (run === null) return null;
      decoded += run;
      done = close < 0 ? end : end + 2;
      runs++;
    } else if (escape !== '\n') return null;
  }
  if (runs === 0) return null;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return null;
  return decoded + text.slice(done);
}
