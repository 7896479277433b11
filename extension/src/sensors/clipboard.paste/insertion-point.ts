/** Where a held paste was going, so that it can be performed later. */
export interface InsertionPoint {
  /** Puts focus and selection back and inserts `text`, as if pasted. */
  insert(text: string): void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function selectionOf(field: Field): readonly [number, number] | null {
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

/**
 * Remembers target and selection of a paste or drop. Inserting offers the page a paste event of its own first
 * (editors that draw their own text listen to it), then lets the browser insert, which can be undone.
 */
export function rememberInsertionPoint(
  target: EventTarget | null,
  deps: { window: Window & typeof globalThis; ownEvents: WeakSet<Event> },
): InsertionPoint {
  const { window, ownEvents } = deps;
  const { document } = window;
  const element = target instanceof window.HTMLElement ? target : document.body;
  const isField =
    element instanceof window.HTMLInputElement || element instanceof window.HTMLTextAreaElement;
  const inField = isField ? selectionOf(element) : null;
  const selection = document.getSelection();
  const range = !isField && selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;

  return {
    insert(text) {
      element.focus();
      if (isField && inField) element.setSelectionRange(...inField);
      if (range) {
        selection?.removeAllRanges();
        selection?.addRange(range);
      }
      const clipboardData = new window.DataTransfer();
      clipboardData.setData('text/plain', text);
      const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
      const paste = new window.ClipboardEvent('paste', options);
      ownEvents.add(paste);
      if (element.dispatchEvent(paste)) document.execCommand('insertText', false, text);
    },
  };
}
