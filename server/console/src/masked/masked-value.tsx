import { formatMasked } from '@kedun/shared/contracts/format-masked';

/** A masked identifier; the same look everywhere. */
export function MaskedValue(props: { masked: string }) {
  return <span className="kd-masked">{formatMasked(props.masked)}</span>;
}
