import type { WindowListeners } from '../window-listeners.ts';

export interface ClipboardWriter {
  readonly put: (text: string) => void;
  /** True while a copy of our own is on its way: the sensor lets it pass. */
  readonly isBusy: () => boolean;
}

/**
 * Puts text on the clipboard through a copy of our own: works in every context, also where `navigator.clipboard`
 * does not exist, and the page's handlers see nothing of it. Needs a gesture of the user.
 */
export function createClipboardWriter(
  window: Window & typeof globalThis,
  listen: WindowListeners['listen'],
): ClipboardWriter {
  const { document } = window;
  let pending: string | null = null;
  let taken = false;
  // Registered at document_start, before any listener of the page; nothing of the event gets past it.
  listen('copy', (event: ClipboardEvent) => {
    if (pending === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', pending);
    taken = true;
  });

  /** Browsers copy only where something is selected: a blank field for a moment. */
  const copyFromBlankField = () => {
    const before = document.activeElement;
    const field = document.createElement('textarea');
    field.value = ' ';
    field.setAttribute('style', 'position:fixed!important;opacity:0!important;top:0!important');
    document.documentElement.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    if (before instanceof window.HTMLElement) before.focus({ preventScroll: true });
  };

  return {
    isBusy: () => pending !== null,
    put(text) {
      pending = text;
      taken = false;
      try {
        document.execCommand('copy');
        if (!taken) copyFromBlankField();
      } finally {
        pending = null;
      }
    },
  };
}
