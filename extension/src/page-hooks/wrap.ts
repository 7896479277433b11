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
}

/**
 * The one place that replaces page APIs. A callable Proxy keeps name, length, absence of `prototype` and
 * native-looking source in every realm; the descriptor stays; `Function.prototype.toString` tells the
 * native's own text, for itself too.
 */
export function createWrap(natives: Natives): Wrap {
  const originals = new natives.WeakMap<object, unknown>();

  const method: Wrap['method'] = (holder, name, replacement) => {
    if (!holder) return;
    const descriptor = natives.getOwnPropertyDescriptor(holder, name);
    const native: unknown = descriptor?.value;
    if (!descriptor || typeof native !== 'function') return;
    const wrapped = new natives.Proxy(
      native as AnyFunction,
      {
        __proto__: null,
        apply: (target: AnyFunction, self: unknown, args: unknown[]) =>
          replacement(target, self, args),
      } as ProxyHandler<AnyFunction>,
    );
    natives.mapSet(originals, wrapped, native);
    natives.defineProperty(holder, name, {
      __proto__: null,
      value: wrapped,
      writable: descriptor.writable === true,
      enumerable: descriptor.enumerable === true,
      configurable: descriptor.configurable === true,
    } as PropertyDescriptor);
  };

  method(Function.prototype, 'toString', (native, self, args) => {
    const original = typeof self === 'function' ? natives.mapGet(originals, self) : undefined;
    return natives.apply(native, original ?? self, args);
  });

  return { method };
}
