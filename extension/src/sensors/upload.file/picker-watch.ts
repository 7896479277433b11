import type { ShadowRootOf } from '../hidden-text.ts';
import { findFileFields } from './file-field.ts';

/** How often a field whose picker may be open is looked after, and for how long at most. */
const LOOK_EVERY_MS = 100;
const LOOK_FOR_MS = 600_000;

export interface PickerWatchDeps {
  readonly window: Window & typeof globalThis;
  readonly shadowRootOf: ShadowRootOf;
  readonly onSelected: (event: Event) => void;
}

/**
 * File fields outside the document (never put in, or taken out while the picker is open) tell nobody but the page what
 * was chosen. Their tree gets an element of ours on top, where events come by before they reach any
 * listener of the page.
 */
export function createPickerWatch(deps: PickerWatchDeps): (node: Node) => void {
  const { window } = deps;
  const tops = new WeakSet<Node>();
  const watched = new WeakSet<Node>();

  const listen = (top: Node) => {
    tops.add(top);
    for (const type of ['input', 'change'])
      top.addEventListener(type, (event) => deps.onSelected(event), true);
  };

  const cover = (node: Node) => {
    const root = node.getRootNode({ composed: true });
    if (tops.has(root) || root.nodeType === window.Node.DOCUMENT_NODE) return;
    if (root.nodeType === window.Node.ELEMENT_NODE) {
      const top = window.document.createElement('div');
      listen(top);
      top.append(root);
    } else listen(root);
  };

  return (node) => {
    if (watched.has(node)) return;
    const root = node.isConnected ? node : node.getRootNode({ composed: true });
    if (findFileFields(root, deps.shadowRootOf).length === 0) return;
    watched.add(node);
    const look = () => {
      if (!node.isConnected) cover(node);
    };
    look();
    // Pages take the field out again right after `click()`.
    window.queueMicrotask(look);
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    window.setTimeout(() => {
      window.clearInterval(timer);
      watched.delete(node);
    }, LOOK_FOR_MS);
  };
}
