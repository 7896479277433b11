import { askText, askUrl, type Hook } from '../hook.ts';

/**
 * `navigator.sendBeacon`. A refused beacon answers `false`, as when the browser's queue is full. A Blob is read
 * first: the answer is `true` and the beacon leaves a moment later, or not at all.
 */
export const hookBeacon: Hook = ({ natives, wrap, bridge, bodies, toTargetUrl }) => {
  wrap.method(natives.window.Navigator?.prototype, 'sendBeacon', (native, self, args) => {
    if (args.length === 0) return natives.apply(native, self, args);
    const href = natives.toText(args[0]);
    args[0] = href;
    const target = toTargetUrl(href);
    if (!target.leaves) return natives.apply(native, self, args);
    if (askUrl(bridge, 'beacon', target) !== 'allow') return false;
    const reading = bodies.read(args[1]);
    if (reading.kind === 'empty') return natives.apply(native, self, args);
    const judge = (read: Parameters<typeof askText>[2], body: unknown) => {
      const decision = askText(bridge, 'beacon', read, target.href);
      if (decision.decision === 'block' || decision.decision === 'wait') return false;
      args[1] = decision.decision === 'redact' ? decision.text : body;
      return natives.apply(native, self, args);
    };
    if (reading.kind === 'now') return judge(reading.read, reading.body);
    const { body, start } = reading;
    start(
      (read, bytes) => judge(read, body ?? bytes),
      () => undefined,
    );
    return true;
  });
};
