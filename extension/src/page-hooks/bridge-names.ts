/**
 * Names of the events between page hooks and content script. HELLO and READY are seen on `window` once, before
 * the page's first script; everything else happens on a node that is in no document.
 */
export const BRIDGE_EVENTS = {
  /** Hooks to content script; `relatedTarget` is the private node. */
  hello: 'kedun:hello',
  /** Content script to hooks: the content script is there, say hello (again). */
  ready: 'kedun:ready',
  /** Hooks of one window to those of another: is this realm covered? Prevented = yes. */
  covered: 'kedun:covered',
  /** On the private node. */
  bound: 'bound',
  /** Instead of BOUND: other hooks of ours serve this page already. */
  taken: 'taken',
  ask: 'ask',
  answer: 'answer',
  misuse: 'misuse',
  /** Hooks to content script: `relatedTarget`, in no document, may open a file picker now. */
  picker: 'picker',
  /** Hooks to content script: `relatedTarget`, a window in reach of this page, has or had no listeners of ours. */
  bare: 'bare',
  /** Content script to hooks: the policy was read (or there is none); answers are final from now on. */
  known: 'known',
} as const;
