import { elementsIn, readHiddenText, type ShadowRootOf } from '../hidden-text.ts';

/** Field types with a selection that a copy takes. Passwords are not copied by browsers. */
const TEXT_FIELDS = new Set(['text', 'search', 'tel', 'url', 'email', 'number', '']);

export interface SelectedText {
  /** What is seen of the selection; this is what a masked copy holds. */
  readonly visible: string;
  /** What goes to the clipboard with it in the HTML, unseen. */
  readonly hidden: string;
  /** False when not all of it could be read. */
  readonly isWhole: boolean;
}

interface ShadowSelection {
  getSelection?: () => Selection | null;
}

function deepestActive(document: Document, shadowRootOf: ShadowRootOf): Element | null {
  let active = document.activeElement;
  for (;;) {
    const inner = active && shadowRootOf(active)?.activeElement;
    if (!inner) return active;
    active = inner;
  }
}

function fieldSelection(active: Element | null): string {
  const isArea = active?.localName === 'textarea';
  const isField =
    active?.localName === 'input' && TEXT_FIELDS.has((active as HTMLInputElement).type);
  if (!isArea && !isField) return '';
  const { selectionStart, selectionEnd, value } = active as HTMLInputElement;
  // Fields that hide their selection (email, number): judge the whole value.
  if (selectionStart === null || selectionEnd === null) return value;
  return value.slice(selectionStart, selectionEnd);
}

export interface Selected {
  readonly visible: string;
  /** Reads the rest too; takes a moment for a large selection. */
  readonly read: () => SelectedText;
}

/** What a copy or cut would take: from the focused field, else the rich selection, also inside shadow roots. */
export function readSelection(document: Document, shadowRootOf: ShadowRootOf): Selected {
  const active = deepestActive(document, shadowRootOf);
  const inField = fieldSelection(active);
  if (inField !== '')
    return { visible: inField, read: () => ({ visible: inField, hidden: '', isWhole: true }) };
  const root = active?.getRootNode() as ShadowSelection | Document | undefined;
  const inShadow = root === document ? null : root?.getSelection?.();
  const selection = document.getSelection();
  const visible = inShadow?.toString() || (selection?.toString() ?? '');
  return {
    visible,
    read() {
      let hidden = '';
      let isWhole = true;
      for (let index = 0; index < (selection?.rangeCount ?? 0); index += 1) {
        const range = selection?.getRangeAt(index);
        if (!range || range.collapsed) continue;
        const read = readHiddenText(elementsIn(range), visible, shadowRootOf);
        hidden += read.text;
        isWhole &&= read.isWhole;
      }
      return { visible, hidden, isWhole };
    },
  };
}
