import { askText, askUrl, type Hook } from '../hook.ts';
import { type BodyText, freeze, type Reading } from '../read-body.ts';

/**
 * `fetch`. Input and body are read from the page's objects exactly once and what was read is what is sent:
 * a getter that answers differently the second time gains nothing. Refused requests fail as on a
 * network error, in the page's own error class.
 */
export const hookFetch: Hook = ({ natives, wrap, bridge, bodies, toTargetUrl }) => {
  /** `init` as a view with the body fixed; every other member is asked of the page's object, as the browser would. */
  const fixBody = (init: object, body: unknown): object =>
    new natives.Proxy({ __proto__: null }, {
      __proto__: null,
      get: (_target: object, key: PropertyKey) =>
        key === 'body' ? body : (natives.get(init, key) as unknown),
    } as ProxyHandler<object>);

  const refuse = () => natives.reject(new natives.TypeError('Failed to fetch'));

  wrap.method(natives.window, 'fetch', (native, self, args) => {
    if (args.length === 0) return natives.apply(native, self, args);
    let href: string;
    let reading: Reading;
    const init = args[1];
    const hasInit = (typeof init === 'object' && init !== null) || typeof init === 'function';
    let sent: unknown;
    try {
      const input = args[0];
      const request = bodies.isRequest(input) ? input : null;
      if (request) href = natives.requestUrl(request);
      else {
        href = natives.toText(input);
        args[0] = href;
      }
      sent = hasInit ? natives.get(init, 'body') : undefined;
      reading = bodies.read(sent);
      if (request && reading.kind === 'empty') reading = bodies.readRequest(request);
    } catch (error) {
      return natives.reject(error);
    }
    const target = toTargetUrl(href);
    const release = (body: unknown): unknown => {
      if (hasInit) args[1] = fixBody(init, body);
      return natives.apply(native, self, args);
    };
    if (!target.leaves) return release(sent);
    const whenKnown = (task: () => unknown) =>
      new natives.Promise((resolve) => {
        bridge.whenKnown(() => resolve(task()));
      });
    const judge = (read: BodyText, body: unknown, keep: () => unknown): unknown => {
      const answer = askText(bridge, 'fetch', read, target.href, true);
      if (answer.decision === 'allow') return release(body);
      if (answer.decision === 'redact') return release(answer.text);
      if (answer.decision === 'block') return refuse();
      const kept = keep();
      return whenKnown(() => judge(read, kept, () => kept));
    };
    const judgeBody = (body: Reading): unknown => {
      if (body.kind === 'empty') return release(sent);
      // A copy: the getters of `init` that the browser calls on release could write to the page's own.
      if (body.kind === 'now') return judge(body.read, body.keep(), body.keep);
      return new natives.Promise((resolve, reject) => {
        body.start((read, bytes) => {
          const whole = bodies.isRequest(body.body) ? sent : (body.body ?? bytes);
          resolve(judge(read, whole, () => whole));
        }, reject);
      });
    };
    const url = askUrl(bridge, 'fetch', target, true);
    if (url === 'block') return refuse();
    if (url === 'allow') return judgeBody(reading);
    const held = freeze(reading);
    return whenKnown(() =>
      askUrl(bridge, 'fetch', target) === 'allow' ? judgeBody(held) : refuse(),
    );
  });
};
