type AnyListener = (event: never) => void;

export interface WindowListeners {
  /** Listens on the window, in the capture phase: nothing of the page hears an event before. */
  readonly listen: (type: string, listener: AnyListener) => void;
  /** Registers again what is gone; what is still there stays where it is. */
  readonly renew: () => void;
}

/**
 * Every listener of ours on a window. `document.open()`, by which editors fill their frames, erases all listeners of
 * a window, those of content scripts too: the page hooks tell, and all are registered again.
 */
export function createWindowListeners(window: Window): WindowListeners {
  const registered: [type: string, listener: AnyListener][] = [];
  const add = ([type, listener]: [string, AnyListener]) =>
    window.addEventListener(type, listener as (event: Event) => void, true);
  return {
    listen(type, listener) {
      registered.push([type, listener]);
      add([type, listener]);
    },
    renew: () => registered.forEach(add),
  };
}
