import { askText, type Hook, type HookDeps } from '../hook.ts';
import type { BodyText } from '../read-body.ts';

/** Everything but pixels can be text: SVG, and any `web` type that a page makes up. */
const isPixels = (type: string): boolean => type === 'image/png';

function createRefusal({ natives }: HookDeps) {
  return () =>
    natives.reject(new natives.DOMException('Write permission denied.', 'NotAllowedError'));
}

/** The page's own iterator runs here, once; what it yields is kept. */
function collect(items: Iterable<unknown>): { list: Record<number, object>; count: number } {
  const list = { __proto__: null } as unknown as Record<number, object>;
  let count = 0;
  for (const item of items) {
    list[count] = item as object;
    count += 1;
  }
  return { list, count };
}

/** `navigator.clipboard.writeText`. */
export const hookWriteText: Hook = (deps) => {
  const { natives, wrap, bridge } = deps;
  const refuse = createRefusal(deps);
  wrap.method(natives.window.Clipboard?.prototype, 'writeText', (native, self, args) => {
    if (args.length === 0) return natives.apply(native, self, args);
    let text: string;
    try {
      text = natives.toText(args[0]);
    } catch (error) {
      return natives.reject(error);
    }
    const read: BodyText = { text, partial: false, redactable: true };
    const decision = askText(bridge, 'clipboard.writeText', read, '');
    if (decision.decision === 'block') return refuse();
    args[0] = decision.decision === 'redact' ? decision.text : text;
    return natives.apply(native, self, args);
  });
};

/**
 * `navigator.clipboard.write`: reads the text of every item first. Items are collected once and handed on in
 * an iterable of our own, so that a second iteration cannot yield others. Text representations that come as
 * promises are settled by the browser; `getType` gives the same data that is written.
 */
export const hookWrite: Hook = (deps) => {
  const { natives, wrap, bridge, bodies } = deps;
  const refuse = createRefusal(deps);
  const { ClipboardItem } = natives.window;
  const types = ClipboardItem && natives.getOwnPropertyDescriptor(ClipboardItem.prototype, 'types');
  const getType: unknown =
    ClipboardItem && natives.getOwnPropertyDescriptor(ClipboardItem.prototype, 'getType')?.value;
  if (!types?.get || typeof getType !== 'function') return;
  const typesOf = types.get;

  const asIterable = (list: Record<number, object>, count: number) => ({
    __proto__: null,
    [natives.iterator]: () => {
      let index = 0;
      return {
        __proto__: null,
        next: () => {
          const value = list[index];
          index += 1;
          return { __proto__: null, done: index > count, value };
        },
      };
    },
  });

  const textBlobs = (list: Record<number, object>, count: number) => {
    const jobs = { __proto__: null } as unknown as Record<number, Promise<Blob>>;
    let jobCount = 0;
    for (let index = 0; index < count; index += 1) {
      const names: readonly string[] = natives.apply(typesOf, list[index], []);
      for (let at = 0; at < names.length; at += 1) {
        const name = names[at] ?? '';
        if (isPixels(name)) continue;
        jobs[jobCount] = natives.apply(getType, list[index], [name]) as Promise<Blob>;
        jobCount += 1;
      }
    }
    return jobs;
  };

  wrap.method(natives.window.Clipboard?.prototype, 'write', (native, self, args) => {
    if (args.length === 0) return natives.apply(native, self, args);
    return new natives.Promise((resolve, reject) => {
      const { list, count } = collect(args[0] as Iterable<unknown>);
      args[0] = asIterable(list, count);
      const jobs = textBlobs(list, count);
      const next = (index: number) => {
        const job = jobs[index];
        if (!job) {
          resolve(natives.apply(native, self, args));
          return;
        }
        const judge = (read: BodyText) => {
          const decision = askText(bridge, 'clipboard.write', read, '');
          if (decision.decision === 'allow') next(index + 1);
          else resolve(refuse());
        };
        natives.settled(job, (blob: Blob) => bodies.readBlob(blob, judge, reject), reject);
      };
      next(0);
    });
  });
};
