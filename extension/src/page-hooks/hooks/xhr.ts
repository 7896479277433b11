import { askText, askUrl, type Hook } from '../hook.ts';
import { type BodyText, freeze, type Reading } from '../read-body.ts';

interface Opened {
  readonly url: string;
  readonly isAsync: boolean;
  /** A body is being read; `open` and `abort` end that. */
  waiting: boolean;
}

/** An address that the browser itself answers with a network error, without any traffic. */
const UNREACHABLE = 'blob:null/refused';

/**
 * `XMLHttpRequest`. A refused request is re-opened on an address that cannot be reached and sent there, so
 * that states, `error` and `loadend` (or the exception of a synchronous request) are the browser's own.
 * Blob bodies are read before an asynchronous request leaves; a synchronous one with a Blob is refused,
 * because it cannot be read in time.
 */
export const hookXhr: Hook = ({ natives, wrap, bridge, bodies, toTargetUrl }) => {
  const requests = new natives.WeakMap<object, unknown>();
  const prototype = natives.window.XMLHttpRequest?.prototype as XMLHttpRequest | undefined;
  if (!prototype) return;
  const nativeOpen = natives.method(prototype, 'open');
  const nativeSend = natives.method(prototype, 'send');

  const refuse = (xhr: XMLHttpRequest, opened: Opened) => {
    nativeOpen(xhr, 'GET', UNREACHABLE, opened.isAsync);
    return nativeSend(xhr);
  };

  wrap.method(prototype, 'open', (native, self, args) => {
    const before = natives.mapGet(requests, self as object) as Opened | undefined;
    if (before) before.waiting = false;
    if (args.length < 2) return natives.apply(native, self, args);
    const url = natives.toText(args[1]);
    args[1] = url;
    const result = natives.apply(native, self, args);
    const isAsync = args.length < 3 || Boolean(args[2]);
    natives.mapSet(requests, self as object, { url, isAsync, waiting: false } satisfies Opened);
    return result;
  });

  wrap.method(prototype, 'abort', (native, self, args) => {
    const opened = natives.mapGet(requests, self as object) as Opened | undefined;
    if (opened?.waiting === true) {
      opened.waiting = false;
      // For the browser it was not sent yet: sent to nowhere now, so that `abort` and `loadend` come as they should.
      refuse(self as XMLHttpRequest, opened);
    }
    return natives.apply(native, self, args);
  });

  wrap.method(prototype, 'send', (native, self, args) => {
    const xhr = self as XMLHttpRequest;
    const opened = natives.mapGet(requests, xhr) as Opened | undefined;
    if (!opened) return natives.apply(native, self, args);
    if (opened.waiting)
      throw new natives.DOMException('The request is being sent.', 'InvalidStateError');
    const target = toTargetUrl(opened.url);
    if (!target.leaves) return natives.apply(native, self, args);
    const canWait = opened.isAsync;

    /** Runs the task `hand` is given to, later, unless the page gave the request up meanwhile. */
    const hold = (hand: (task: (go: () => unknown) => void) => void) => {
      opened.waiting = true;
      hand((go) => {
        if (!opened.waiting) return;
        opened.waiting = false;
        go();
      });
      return undefined;
    };
    const whenKnown = (go: () => unknown) => hold((task) => bridge.whenKnown(() => task(go)));

    const judge = (read: BodyText, body: unknown, keep: () => unknown): unknown => {
      const answer = askText(bridge, 'xhr.send', read, target.href, canWait);
      if (answer.decision === 'block') return refuse(xhr, opened);
      if (answer.decision === 'wait') {
        const kept = keep();
        return whenKnown(() => judge(read, kept, () => kept));
      }
      args[0] = answer.decision === 'redact' ? answer.text : body;
      return natives.apply(native, self, args);
    };
    const judgeBody = (reading: Reading): unknown => {
      if (reading.kind === 'empty') return natives.apply(native, self, args);
      if (reading.kind === 'now') return judge(reading.read, reading.body, reading.keep);
      if (!opened.isAsync) return refuse(xhr, opened);
      return hold((task) =>
        reading.start(
          (read, bytes) => {
            const whole = reading.body ?? bytes;
            task(() => judge(read, whole, () => whole));
          },
          () => task(() => refuse(xhr, opened)),
        ),
      );
    };
    const reading = bodies.read(args[0]);
    const url = askUrl(bridge, 'xhr.send', target, canWait);
    if (url === 'block') return refuse(xhr, opened);
    if (url === 'allow') return judgeBody(reading);
    const held = freeze(reading);
    return whenKnown(() =>
      askUrl(bridge, 'xhr.send', target) === 'allow' ? judgeBody(held) : refuse(xhr, opened),
    );
  });
};
