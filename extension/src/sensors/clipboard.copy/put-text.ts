export interface ClipboardWriter {
  put(text: string): void;
  /** True while a copy of our own is on its way: the sensor lets it pass. */
  isBusy(): boolean;
}

/**
 * Puts text on the clipboard through a copy of our own: works in every context, also where `navigator.clipboard`
 * does not exist, and the page's handlers see nothing of it.
 */
export function createClipboardWriter(window: Window & typeof globalThis): ClipboardWriter {
  let pending: string | null = null;
  // Registered at document_start, before any listener of the page; nothing of the event gets past it.
  window.addEventListener(
    'copy',
    (event) => {
      if (pending === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', pending);
    },
    true,
  );
  return {
    isBusy: () => pending !== null,
    put(text) {
      pending = text;
      try {
        window.document.execCommand('copy');
      } finally {
        pending = null;
      }
    },
  };
}
