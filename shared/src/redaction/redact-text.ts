import type { Span } from '../contracts/finding.ts';

/**
 * The text with each finding's span replaced by its masked form. Spans are in order and do not overlap, as
 * `Engine.scan` gives them; others throw. A scan that was cut short (`unscanned`) has not seen
 * everything: the caller decides whether a partly redacted text may go on.
 */
export function redactText(
  text: string,
  detections: readonly { readonly span: Span; readonly masked: string }[],
): string {
  const parts: string[] = [];
  let done = 0;
  for (const { span, masked } of detections) {
    if (span.start < done || span.end < span.start || span.end > text.length)
      throw new RangeError('spans must be in order, without overlaps and inside the text');
    parts.push(text.slice(done, span.start), masked);
    done = span.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
