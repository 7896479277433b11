const MASK_CHARACTERS = /[*＊●·∗⁎◦]/g;

/**
 * A masked form the way it looks everywhere: `138****5678` becomes `138 •••• 5678`. Only number-like values are
 * spaced; in `z•••@example.com`, `王•` or `京A•••12` the characters around the mask belong to it.
 * Shows exactly the characters it was given, never more.
 */
export function formatMasked(masked: string): string {
  const dotted = masked.trim().replaceAll(MASK_CHARACTERS, '•');
  if (!/^[0-9A-Za-z• -]+$/.test(dotted) || !/[0-9]/.test(dotted)) return dotted;
  return dotted.replaceAll(/•{2,}/g, ' $& ').replaceAll(/ {2,}/g, ' ').trim();
}

const SHORT_MASK = '••••';

/** For places where room is dear: a long mask is shortened to four dots; what is readable stays. */
export function formatMaskedShort(masked: string): string {
  return formatMasked(masked).replaceAll(/•{5,}/g, SHORT_MASK);
}
