export type TemplatePiece = { readonly text: string } | { readonly part: string };

/**
 * Splits `{person} 在 {endpoint} 上…` into texts and named places. Values are put in afterwards as elements, so a value
 * that looks like a template or like markup stays a plain value.
 */
export function splitTemplate(template: string): TemplatePiece[] {
  return template
    .split(/(\{[a-z]+\})/i)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('{') && piece.endsWith('}') ? { part: piece.slice(1, -1) } : { text: piece },
    );
}
