import { formatMasked, formatMaskedShort } from './format-masked.ts';

/** A masked identifier; the same look everywhere. `short` for list rows. */
export function MaskedValue(props: { masked: string; short?: boolean }) {
  const { masked, short = false } = props;
  return (
    <span className="kd-masked">{short ? formatMaskedShort(masked) : formatMasked(masked)}</span>
  );
}
