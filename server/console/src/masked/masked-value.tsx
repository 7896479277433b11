import { formatMasked } from './format-masked.ts';

/** A masked identifier; the same look everywhere. */
export function MaskedValue(props: { masked: string }) {
  return <span className="kd-masked">{formatMasked(props.masked)}</span>;
}
