/** `at` = where it starts in the template. */
export type TemplatePiece = { readonly at: number } & (
  | { readonly text: string }
  | { readonly part: string }
);

/**
 * Splits `{person} 在 {endpoint} 上…` into texts and named places. Values are put in afterwards as elements, so a value
 * that looks like a template or like markup stays a plain value.
 */
export function splitTemplate(template: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  for (const piece of template.split(/(\{[a-z]+\})/i)) {
    const isPart = piece.startsWith('{') && piece.endsWith('}');
    if (piece !== '') pieces.push(isPart ? { at, part: piece.slice(1, -1) } : { at, text: piece });
    at += piece.length;
  }
  return pieces;
}
