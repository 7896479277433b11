import type { Hook } from '../hook.ts';

/**
 * A file field that is in no document opens its picker all the same, and its events reach nobody but the page. Before
 * that can happen the content script is handed the node, and listens at the top of its tree.
 */
export const hookPicker: Hook = ({ natives, wrap, bridge }) => {
  const { HTMLElement, HTMLInputElement, EventTarget } = natives.window;

  const tell = (node: unknown, always = false): void => {
    try {
      // Throws for what is no node.
      if (always || !natives.isConnected(node as Node)) bridge.tellPicker(node as Node);
    } catch {
      // The native says what is wrong.
    }
  };

  wrap.method(HTMLElement.prototype, 'click', (native, self, args) => {
    tell(self);
    return natives.apply(native, self, args);
  });
  // Makes no click event, also in the document.
  wrap.method(HTMLInputElement.prototype, 'showPicker', (native, self, args) => {
    tell(self, true);
    return natives.apply(native, self, args);
  });
  wrap.method(EventTarget.prototype, 'dispatchEvent', (native, self, args) => {
    if (isClick(args[0])) tell(self);
    return natives.apply(native, self, args);
  });

  function isClick(event: unknown): boolean {
    try {
      return natives.eventType(event as Event) === 'click';
    } catch {
      return false;
    }
  }
};
