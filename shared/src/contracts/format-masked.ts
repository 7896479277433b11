/** A lone middle dot is a part of names (买买提·艾力) and plates; several are a mask. */
const MASK_CHARACTERS = /[*＊●∗⁎◦]|·{2,}/g;

/**
 * A masked form the way it looks everywhere: `138****5678` becomes `138 •••• 5678`, and a longer mask is no longer
 * than that. Only number-like values are spaced; in `z•••@example.com`, `王•` or `京A•••12` the characters around
 * the mask belong to it. Shows the readable characters it was given, never more.
 */
export function formatMasked(masked: string): string {
  const dotted = masked
    .trim()
    .replaceAll(MASK_CHARACTERS, (mask) => '•'.repeat(mask.length))
    .replaceAll(/•{5,}/g, '••••');
  if (!/^[0-9A-Za-z• -]+$/.test(dotted) || !/[0-9]/.test(dotted)) return dotted;
  return dotted.replaceAll(/•{2,}/g, ' $& ').replaceAll(/ {2,}/g, ' ').trim();
}
