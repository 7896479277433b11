/**
 * Every builtin the page hooks use, taken before the page's first script runs. Whatever the page replaces
 * afterwards (prototypes, constructors, iterators) the hooks never look at again.
 *
 * House style of this folder, because all of it runs on hostile ground:
 * no spread, `for…of` or array destructuring (they look up `Symbol.iterator`), no method calls on values
 * of the page's realm, no `async`/`await` (it looks up `then`), no assignment to an absent array index
 * (a setter on `Array.prototype` would see it), no object literal handed to a builtin without `__proto__: null`.
 */

type Method<S, A extends unknown[], R> = (this: S, ...args: A) => R;

const { apply, construct, get, getOwnPropertyDescriptor, defineProperty } = Reflect;

/** `method` as a plain function of `this` and its arguments. */
function uncurry<S, A extends unknown[], R>(method: Method<S, A, R>): (self: S, ...args: A) => R {
  return (self, ...args) => apply(method, self, args) as R;
}

/** The getter of a prototype's property as a function; undefined where this browser has none. */
function getter<S extends object, K extends keyof S>(
  prototype: S,
  name: K,
): ((self: S) => S[K]) | undefined {
  const found = getOwnPropertyDescriptor(prototype, name)?.get;
  return found && ((self) => apply(found, self, []) as S[K]);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('missing builtin');
  return value;
}

function captureEvents() {
  const { CustomEvent, Event, MouseEvent, EventTarget, Document } = globalThis;
  const add = uncurry(EventTarget.prototype.addEventListener);
  const createElement = uncurry(Document.prototype.createElement as (name: string) => HTMLElement);
  const { document } = globalThis;
  return {
    listen: (target: EventTarget, type: string, listener: (event: Event) => void) =>
      add(target, type, listener, true),
    dispatch: uncurry(EventTarget.prototype.dispatchEvent),
    detail: required(getter(CustomEvent.prototype, 'detail')),
    stop: uncurry(Event.prototype.stopImmediatePropagation),
    plainEvent: (type: string) => new Event(type),
    customEvent: (type: string, detail: string) =>
      new CustomEvent(type, { __proto__: null, detail } as CustomEventInit),
    handover: (type: string, relatedTarget: EventTarget) =>
      new MouseEvent(type, { __proto__: null, relatedTarget } as MouseEventInit),
    detachedNode: () => createElement(document, 'div'),
  };
}

function captureBodies() {
  const { ArrayBuffer, Blob, DataView, FormData, Node, Request, Response, URL, URLSearchParams } =
    globalThis;
  const { TextDecoder, Uint8Array, XMLSerializer } = globalThis;
  const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  const serializer = new XMLSerializer();
  return {
    ArrayBuffer,
    FormData,
    Response,
    TextDecoder,
    Uint8Array,
    URL,
    URLSearchParams,
    decode: uncurry(TextDecoder.prototype.decode),
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
    blobSlice: uncurry(Blob.prototype.slice),
    blobBytes: uncurry(Blob.prototype.arrayBuffer),
    formEach: uncurry(FormData.prototype.forEach),
    formAppend: uncurry(FormData.prototype.append as (name: string, value: unknown) => void),
    paramsEach: uncurry(URLSearchParams.prototype.forEach),
    requestUrl: required(getter(Request.prototype, 'url')),
    requestBody: getter(Request.prototype, 'body'),
    requestClone: uncurry(Request.prototype.clone),
    requestBytes: uncurry(Request.prototype.arrayBuffer),
    responseBytes: uncurry(Response.prototype.arrayBuffer),
    streamLocked: getter(globalThis.ReadableStream.prototype, 'locked'),
    nodeType: required(getter(Node.prototype, 'nodeType')),
    serialize: (node: Node) => apply(XMLSerializer.prototype.serializeToString, serializer, [node]),
    urlHref: required(getter(URL.prototype, 'href')),
    urlProtocol: required(getter(URL.prototype, 'protocol')),
    urlPathname: required(getter(URL.prototype, 'pathname')),
    urlSearch: required(getter(URL.prototype, 'search')),
    baseUri: required(getter(Node.prototype, 'baseURI')),
  };
}

function captureLanguage() {
  const { DOMException, JSON, Promise, Proxy, String, TypeError, WeakMap } = globalThis;
  return {
    apply,
    construct,
    get,
    getOwnPropertyDescriptor,
    defineProperty,
    DOMException,
    Promise,
    Proxy,
    TypeError,
    WeakMap,
    toText: String,
    parse: JSON.parse as (text: string) => unknown,
    stringify: JSON.stringify as (value: object) => string,
    mapGet: uncurry(WeakMap.prototype.get as (key: object) => unknown),
    mapSet: uncurry(WeakMap.prototype.set as (key: object, value: unknown) => unknown),
    then: uncurry(
      Promise.prototype.then as (
        done: (value: never) => unknown,
        failed: (error: unknown) => unknown,
      ) => unknown,
    ),
    reject: (error: unknown) =>
      apply(Promise.reject as (e: unknown) => unknown, Promise, [error]) as Promise<never>,
    slice: uncurry(String.prototype.slice),
    decodeUri: decodeURIComponent,
    test: uncurry(RegExp.prototype.exec),
    iterator: Symbol.iterator,
  };
}

/** Takes the builtins of this realm. Call once, first of all, at document_start. */
export function captureNatives() {
  return {
    window: globalThis.window,
    document: globalThis.document,
    ...captureLanguage(),
    ...captureEvents(),
    ...captureBodies(),
  };
}

export type Natives = ReturnType<typeof captureNatives>;
