import { BRIDGE_EVENTS } from './bridge-names.ts';
import type { Natives, Realm } from './captured-natives.ts';
import type { Wrap } from './wrap.ts';

/** What puts elements into a document and so, at once, the windows of frames into reach. */
const INSERTING: readonly (readonly [holder: string, ...names: string[]])[] = [
  ['Node', 'appendChild', 'insertBefore', 'replaceChild'],
  ['Element', 'append', 'prepend', 'replaceChildren', 'moveBefore'],
  ['Element', 'before', 'after', 'replaceWith', 'setHTML', 'setHTMLUnsafe'],
  ['Element', 'insertAdjacentElement', 'insertAdjacentHTML'],
  ['DocumentFragment', 'append', 'prepend', 'replaceChildren', 'moveBefore'],
  ['ShadowRoot', 'setHTML', 'setHTMLUnsafe'],
  ['CharacterData', 'before', 'after', 'replaceWith'],
  ['Document', 'append', 'replaceChildren', 'execCommand'],
  ['Range', 'insertNode', 'surroundContents'],
];
const MARKUP: readonly (readonly [holder: string, name: string])[] = [
  ['Element', 'innerHTML'],
  ['Element', 'outerHTML'],
  ['ShadowRoot', 'innerHTML'],
];
const FRAME_ELEMENTS = ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement'];

export interface RealmGuardDeps {
  readonly natives: Natives;
  readonly wrap: Wrap;
  /** Installs hooks in a realm that has none. */
  readonly install: (realm: Realm) => void;
  /** Told of a window whose content script is missing or may have lost its listeners. */
  readonly tell: (realm: Window) => void;
}

/** Replace the document's content and erase every listener of its window, ours with the page's. */
const REWRITING = ['open', 'write', 'writeln'];

/**
 * Covers windows that scripts can reach before the browser has run our scripts in them: the first, empty document of
 * a frame or popup lends the page a fresh `fetch` and a fresh `DataTransfer`, and where the address answers
 * 204 or is `javascript:void 0` it stays for good. Looks wherever a window can come into reach, before the
 * page's next statement; code that the browser runs inside an insertion (custom elements) comes before us.
 * Once such a window is navigated, the page's calls pass its own hooks first and these second.
 */
export function guardRealms({ natives, wrap, install, tell }: RealmGuardDeps): void {
  const { window } = natives;
  const known = new natives.WeakMap<object, unknown>();
  const countFrames = natives.getOwnPropertyDescriptor(window, 'length')?.get;
  const prototypeOf = (name: string | undefined): object | undefined =>
    (natives.get(window, name ?? '') as { prototype: object } | undefined)?.prototype;

  const cover = (realm: Realm | null | undefined): void => {
    if (!realm) return;
    try {
      // Throws for other origins. Known by document: a window keeps its identity when it is navigated.
      const document = natives.get(realm, 'document');
      if (natives.mapGet(known, document) !== undefined) return;
      natives.mapSet(known, document, true);
      if (!natives.dispatch(realm, natives.question(BRIDGE_EVENTS.covered))) return;
      install(realm);
      tell(realm);
    } catch {
      // Another origin: out of the page's reach as well.
    }
  };

  const sweep = (): void => {
    const count = countFrames ? natives.apply(countFrames, window, []) : 0;
    for (let index = 0; index < count; index += 1) {
      const realm = natives.get(window, index) as Realm | undefined;
      // A window that was seen once can only be navigated, and then the browser runs our scripts.
      if (!realm || natives.mapGet(known, realm) !== undefined) continue;
      natives.mapSet(known, realm, true);
      cover(realm);
    }
  };

  const thenSweep: Parameters<Wrap['method']>[2] = (native, self, args) => {
    try {
      return natives.apply(native, self, args);
    } finally {
      sweep();
    }
  };
  for (let at = 0; at < INSERTING.length; at += 1) {
    const row = INSERTING[at] ?? [''];
    for (let index = 1; index < row.length; index += 1)
      wrap.method(prototypeOf(row[0]), row[index] ?? '', thenSweep);
  }
  for (let at = 0; at < MARKUP.length; at += 1)
    wrap.accessor(prototypeOf(MARKUP[at]?.[0]), MARKUP[at]?.[1] ?? '', 'set', thenSweep);
  for (let at = 0; at < FRAME_ELEMENTS.length; at += 1) {
    const holder = prototypeOf(FRAME_ELEMENTS[at]);
    const windowOf = holder && natives.getOwnPropertyDescriptor(holder, 'contentWindow')?.get;
    if (!windowOf) continue;
    const coverFirst: Parameters<Wrap['method']>[2] = (native, self, args) => {
      const result = natives.apply(native, self, args);
      cover(natives.apply(windowOf, self, []) as Realm | null);
      return result;
    };
    wrap.accessor(holder, 'contentWindow', 'get', coverFirst);
    wrap.accessor(holder, 'contentDocument', 'get', coverFirst);
  }
  // Says to hooks of other windows that this one has its own. A page that says so itself had the realm before us.
  const onQuestion = (event: Event) => {
    natives.stop(event);
    natives.prevent(event);
  };
  const listen = () => natives.listen(window, BRIDGE_EVENTS.covered, onQuestion);
  const afterRewriting = (document: Document): void => {
    sweep();
    const own = document === natives.get(window, 'document');
    if (own && !natives.dispatch(window, natives.question(BRIDGE_EVENTS.covered))) return;
    if (own) listen();
    const realm = own ? window : natives.viewOf(document);
    if (realm) tell(realm);
  };
  for (let at = 0; at < REWRITING.length; at += 1)
    wrap.method(prototypeOf('Document'), REWRITING[at] ?? '', (native, self, args) => {
      try {
        return natives.apply(native, self, args);
      } finally {
        afterRewriting(self as Document);
      }
    });
  wrap.method(window, 'open', (native, self, args) => {
    const opened = natives.apply(native, self, args);
    cover(opened as Realm | null);
    return opened;
  });
  // Frames that the parser makes: told before the next script of the page runs.
  natives.observe(new natives.MutationObserver(sweep), natives.document, {
    __proto__: null,
    childList: true,
    subtree: true,
  } as MutationObserverInit);
  listen();
  sweep();
}
