import type { Natives } from './captured-natives.ts';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * What a wrapped method does instead. `args` is an array of our own: entries that are there may be replaced
 * in place before it is handed to `native` by `apply`.
 */
export type Replacement = (native: AnyFunction, self: unknown, args: unknown[]) => unknown;

export interface Wrap {
  /** Wraps `holder[name]`. An API this browser lacks is a no-op. */
  method(holder: object | undefined, name: string, replacement: Replacement): void;
  /** The same for one side of a property that is read or set through functions. */
  accessor(
    holder: object | undefined,
    name: string,
    side: 'get' | 'set',
    replacement: Replacement,
  ): void;
}

/**
 * The one place that replaces page APIs. A callable Proxy keeps name, length, absence of `prototype` and
 * native-looking source in every realm; the descriptor stays; `Function.prototype.toString` tells the
 * native's own text, for itself too.
 */
export function createWrap(natives: Natives): Wrap {
  const originals = new natives.WeakMap<object, unknown>();

  const wrapFunction = (native: AnyFunction, replacement: Replacement): AnyFunction => {
    const wrapped = new natives.Proxy(native, {
      __proto__: null,
      apply: (target: AnyFunction, self: unknown, args: unknown[]) =>
        replacement(target, self, args),
    } as ProxyHandler<AnyFunction>);
    natives.mapSet(originals, wrapped, native);
    return wrapped;
  };

  const method: Wrap['method'] = (holder, name, replacement) => {
    const descriptor = holder && natives.getOwnPropertyDescriptor(holder, name);
    const native: unknown = descriptor?.value;
    if (!descriptor || typeof native !== 'function') return;
    natives.defineProperty(holder, name, {
      __proto__: null,
      value: wrapFunction(native as AnyFunction, replacement),
      writable: descriptor.writable === true,
      enumerable: descriptor.enumerable === true,
      configurable: descriptor.configurable === true,
    } as PropertyDescriptor);
  };

  const accessor: Wrap['accessor'] = (holder, name, side, replacement) => {
    const descriptor = holder && natives.getOwnPropertyDescriptor(holder, name);
    const native = descriptor?.[side];
    if (!descriptor || !native) return;
    const wrapped = wrapFunction(native as AnyFunction, replacement);
    natives.defineProperty(holder, name, {
      __proto__: null,
      get: side === 'get' ? wrapped : descriptor.get,
      set: side === 'set' ? wrapped : descriptor.set,
      enumerable: descriptor.enumerable === true,
      configurable: descriptor.configurable === true,
    } as PropertyDescriptor);
  };

  method(natives.window.Function.prototype, 'toString', (native, self, args) => {
    const original = typeof self === 'function' ? natives.mapGet(originals, self) : undefined;
    return natives.apply(native, original ?? self, args);
  });

  return { method, accessor };
}
