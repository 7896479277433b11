import { guardBridgeAsk, guardBridgeMisuse } from '@kedun/shared/contracts/bridge-guard';
import type { BridgeAnswer, BridgeAsk } from '@kedun/shared/contracts/bridge-message';

import { BRIDGE_EVENTS } from '../../page-hooks/bridge-names.ts';
import type { WindowListeners } from '../window-listeners.ts';

export interface BridgeEndDeps {
  readonly window: Window & typeof globalThis;
  readonly listen: WindowListeners['listen'];
  /**
   * Judges an ask. Must not touch the DOM before it returns: page code that ran inside (custom elements, focus
   * handlers) could find the channel through `window.event`.
   */
  readonly answer: (ask: BridgeAsk) => BridgeAnswer;
  readonly onMisuse: (count: number) => void;
  /** A node outside the document may open a file picker now. */
  readonly onPicker: (node: Node) => void;
  /** A window in the page's reach has no content script, or one whose listeners may be gone. */
  readonly onBare: (window: Window & typeof globalThis) => void;
  /** False once a newer version of the extension took over: handshakes are meant for its script. */
  readonly isInCharge: () => boolean;
}

export interface BridgeEnd {
  /** Answers are final from now on: who was told to wait may ask again. */
  readonly tellKnown: () => void;
}

const parse = (text: unknown): unknown => {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The content script's end of the private channel (the page's end: page-hooks/bridge). Binds to the first node it
 * is handed, once; every later HELLO is misuse (later READY events are counted by the hooks).
 */
export function createBridgeEnd(deps: BridgeEndDeps): BridgeEnd {
  const { window } = deps;
  let bound = false;
  let channel: EventTarget | null = null;

  const bind = (node: EventTarget) => {
    bound = true;
    channel = node;
    node.addEventListener(BRIDGE_EVENTS.ask, (event) => {
      const ask = guardBridgeAsk(parse((event as CustomEvent<unknown>).detail));
      if (!ask) {
        deps.onMisuse(1);
        return;
      }
      const detail = JSON.stringify(deps.answer(ask));
      node.dispatchEvent(new window.CustomEvent(BRIDGE_EVENTS.answer, { detail }));
    });
    node.addEventListener(BRIDGE_EVENTS.misuse, (event) => {
      const misuse = guardBridgeMisuse(parse((event as CustomEvent<unknown>).detail));
      deps.onMisuse(misuse?.count ?? 1);
    });
    node.addEventListener(BRIDGE_EVENTS.picker, (event) => {
      const target = (event as MouseEvent).relatedTarget;
      // By property: nodes of other frames are of other classes.
      if (target && 'nodeType' in target) deps.onPicker(target as Node);
    });
    node.addEventListener(BRIDGE_EVENTS.bare, (event) => {
      const target = (event as MouseEvent).relatedTarget;
      if (target && 'window' in target) deps.onBare(target as Window & typeof globalThis);
    });
    node.dispatchEvent(new window.Event(BRIDGE_EVENTS.bound));
  };

  deps.listen(BRIDGE_EVENTS.hello, (event: Event) => {
    if (!deps.isInCharge()) return;
    event.stopImmediatePropagation();
    const node = event instanceof window.MouseEvent ? event.relatedTarget : null;
    if (!bound && node) {
      bind(node);
      return;
    }
    node?.dispatchEvent(new window.Event(BRIDGE_EVENTS.taken));
    deps.onMisuse(1);
  });
  if (!bound) window.dispatchEvent(new window.Event(BRIDGE_EVENTS.ready));

  return {
    tellKnown: () => void channel?.dispatchEvent(new window.Event(BRIDGE_EVENTS.known)),
  };
}
