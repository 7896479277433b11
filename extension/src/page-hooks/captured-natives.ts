/**
 * Every builtin the page hooks use, taken before the page's first script runs. Whatever the page replaces
 * afterwards (prototypes, constructors, iterators) the hooks never look at again.
 *
 * House style of this folder, because all of it runs on hostile ground:
 * no spread, `for…of` or array destructuring (they look up `Symbol.iterator`), no method calls on values
 * of the page's realm, no `async`/`await` (it looks up `then`), no assignment to an absent array index
 * (a setter on `Array.prototype` would see it), no object literal handed to a builtin without `__proto__: null`.
 */

/** The global object of a window: this one's, or that of a frame it may reach into. */
export type Realm = Window & typeof globalThis;

const { apply, get, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;

type Uncurried<S, F> = F extends (...args: infer A) => infer R ? (self: S, ...args: A) => R : never;

/** A prototype's method as a plain function of `this` and its arguments. */
function method<S extends object, K extends keyof S>(prototype: S, name: K): Uncurried<S, S[K]> {
  const found = prototype[name] as (...args: unknown[]) => unknown;
  const call = (self: S, ...args: unknown[]) => apply(found, self, args);
  return call as unknown as Uncurried<S, S[K]>;
}

/** The getter of a prototype's property as a function; undefined where this browser has none. */
function getter<S extends object, K extends keyof S>(
  prototype: S,
  name: K,
): ((self: S) => S[K]) | undefined {
  const found = getOwnPropertyDescriptor(prototype, name)?.get;
  return found && ((self) => apply(found, self, []));
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('missing builtin');
  return value;
}

function captureEvents(realm: Realm) {
  const { CustomEvent, Event, MouseEvent, EventTarget, Document } = realm;
  const add = method(EventTarget.prototype, 'addEventListener');
  const createElement = method(Document.prototype, 'createElement');
  const { document, MutationObserver } = realm;
  return {
    MutationObserver,
    observe: method(MutationObserver.prototype, 'observe'),
    listen: (target: EventTarget, type: string, listener: (event: Event) => void) =>
      add(target, type, listener, true),
    dispatch: method(EventTarget.prototype, 'dispatchEvent'),
    detail: required(getter(CustomEvent.prototype, 'detail')),
    stop: method(Event.prototype, 'stopImmediatePropagation'),
    prevent: method(Event.prototype, 'preventDefault'),
    eventType: required(getter(Event.prototype, 'type')),
    plainEvent: (type: string) => new Event(type),
    question: (type: string) => new Event(type, { __proto__: null, cancelable: true } as EventInit),
    customEvent: (type: string, detail: string) =>
      new CustomEvent(type, { __proto__: null, detail } as CustomEventInit),
    handover: (type: string, relatedTarget: EventTarget) =>
      new MouseEvent(type, { __proto__: null, relatedTarget } as MouseEventInit),
    detachedNode: () => createElement(document, 'div'),
  };
}

function captureBodies(realm: Realm) {
  const { ArrayBuffer, Blob, DataView, FormData, Node, Request, Response, URL, URLSearchParams } =
    realm;
  const { TextDecoder, Uint8Array, XMLSerializer } = realm;
  const typedArray = getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  const serializer = new XMLSerializer();
  const serialize = method(XMLSerializer.prototype, 'serializeToString');
  return {
    ArrayBuffer,
    FormData,
    Response,
    TextDecoder,
    Uint8Array,
    URL,
    URLSearchParams,
    decode: method(TextDecoder.prototype, 'decode'),
    isView: ArrayBuffer.isView.bind(ArrayBuffer),
    bufferSize: required(getter(ArrayBuffer.prototype, 'byteLength')),
    typedArray: {
      buffer: required(getter(typedArray, 'buffer')),
      byteOffset: required(getter(typedArray, 'byteOffset')),
      byteLength: required(getter(typedArray, 'byteLength')),
    },
    dataView: {
      buffer: required(getter(DataView.prototype, 'buffer')),
      byteOffset: required(getter(DataView.prototype, 'byteOffset')),
      byteLength: required(getter(DataView.prototype, 'byteLength')),
    },
    blobSize: required(getter(Blob.prototype, 'size')),
    blobSlice: method(Blob.prototype, 'slice'),
    fileName: required(getter(realm.File.prototype, 'name')),
    blobBytes: method(Blob.prototype, 'arrayBuffer'),
    formEach: method(FormData.prototype, 'forEach'),
    formAppend: method(FormData.prototype, 'append') as (
      form: FormData,
      name: string,
      value: string | Blob,
    ) => void,
    paramsText: method(URLSearchParams.prototype, 'toString'),
    paramsEach: method(URLSearchParams.prototype, 'forEach'),
    requestUrl: required(getter(Request.prototype, 'url')),
    requestBody: getter(Request.prototype, 'body'),
    requestClone: method(Request.prototype, 'clone'),
    requestBytes: method(Request.prototype, 'arrayBuffer'),
    responseBytes: method(Response.prototype, 'arrayBuffer'),
    streamLocked: getter(realm.ReadableStream.prototype, 'locked'),
    nodeType: required(getter(Node.prototype, 'nodeType')),
    viewOf: required(getter(realm.Document.prototype, 'defaultView')),
    isConnected: required(getter(Node.prototype, 'isConnected')),
    serialize: (node: Node): string => serialize(serializer, node),
    urlHref: required(getter(URL.prototype, 'href')),
    urlProtocol: required(getter(URL.prototype, 'protocol')),
    urlPathname: required(getter(URL.prototype, 'pathname')),
    urlSearch: required(getter(URL.prototype, 'search')),
    baseUri: required(getter(Node.prototype, 'baseURI')),
  };
}

function captureLanguage(realm: Realm) {
  const { DOMException, JSON, Promise, Proxy, TypeError, WeakMap } = realm;
  const concat = method(realm.String.prototype, 'concat');
  const rejectPromise = method(Promise, 'reject') as unknown as (
    self: PromiseConstructor,
    error: unknown,
  ) => Promise<never>;
  return {
    apply,
    get,
    /** Takes a method; only while hooks are installed. */
    method,
    getOwnPropertyDescriptor,
    defineProperty,
    DOMException,
    Promise,
    Proxy,
    TypeError,
    WeakMap,
    /** What the web does where it wants a string: `ToString`, which may run code of the page, or throw. */
    toText: (value: unknown): string => concat('', value as string),
    parse: JSON.parse as (text: string) => unknown,
    stringify: JSON.stringify as (value: object) => string,
    mapGet: method(WeakMap.prototype, 'get'),
    mapSet: method(WeakMap.prototype, 'set'),
    /** `Promise.prototype.then`, whatever the page has put there. */
    settled: method(Promise.prototype, 'then') as unknown as <T>(
      promise: Promise<T>,
      done: (value: T) => unknown,
      failed: (error: unknown) => unknown,
    ) => void,
    reject: (error: unknown) => rejectPromise(Promise, error),
    slice: method(realm.String.prototype, 'slice'),
    decodeUri: realm.decodeURIComponent,
    test: method(realm.RegExp.prototype, 'exec'),
    iterator: Symbol.iterator,
  };
}

/** Takes the builtins of a realm. Call once, before any script of the page ran in there. */
export function captureNatives(realm: Realm) {
  return {
    window: realm.window,
    document: realm.document,
    ...captureLanguage(realm),
    ...captureEvents(realm),
    ...captureBodies(realm),
  };
}

export type Natives = ReturnType<typeof captureNatives>;
