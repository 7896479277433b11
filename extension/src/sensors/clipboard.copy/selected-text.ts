/** Field types with a selection that a copy takes. Passwords are not copied by browsers. */
const TEXT_FIELDS = new Set(['text', 'search', 'tel', 'url', 'email', 'number', '']);

interface ShadowSelection {
  getSelection?: () => Selection | null;
}

function deepestActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function fieldSelection(active: Element | null, window: Window & typeof globalThis): string | null {
  const isArea = active instanceof window.HTMLTextAreaElement;
  const isField = active instanceof window.HTMLInputElement && TEXT_FIELDS.has(active.type);
  if (!isArea && !isField) return null;
  const { selectionStart, selectionEnd, value } = active;
  // Fields that hide their selection (email, number): judge the whole value.
  if (selectionStart === null || selectionEnd === null) return value;
  return value.slice(selectionStart, selectionEnd);
}

/** The text a copy or cut would take: from the focused field, else the rich selection, also inside open shadow roots. */
export function readSelectedText(window: Window & typeof globalThis): string {
  const { document } = window;
  const active = deepestActive(document);
  const inField = fieldSelection(active, window);
  if (inField !== null && inField !== '') return inField;
  const root = active?.getRootNode() as ShadowSelection | Document | undefined;
  const inShadow = root === document ? null : root?.getSelection?.();
  return inShadow?.toString() || (document.getSelection()?.toString() ?? '');
}
