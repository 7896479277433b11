import {
  type NativeRequest,
  type NativeResponse,
  nativeResponseSchema,
} from '@kedun/shared/contracts/native-message';

import { UNREACHABLE, type Uplink, type UplinkIdentity } from './uplink.ts';

/** A native messaging port; `onClosed` when the host is missing, crashed or went away. */
export interface NativePort {
  send(message: NativeRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  onClosed(listener: () => void): void;
  close(): void;
}

export interface NativeUplinkDeps {
  readonly connect: () => NativePort;
  readonly hello: () => Promise<{ extensionVersion: string; browser: string; profileId: string }>;
  readonly onPolicyChanged: () => void;
  readonly onClosed: () => void;
  readonly timeoutMs?: number;
}

type Answer = NativeResponse | null;
type Body = NativeRequest extends infer R
  ? R extends { requestId: number }
    ? Omit<R, 'requestId'>
    : never
  : never;

interface Session {
  readonly port: NativePort;
  readonly waiting: Map<number, (answer: Answer) => void>;
  readonly identity: Promise<UplinkIdentity | string>;
}

/** The agent on this machine, over native messaging. One port, kept open: it keeps the worker alive too. */
export function createNativeUplink(deps: NativeUplinkDeps): Uplink {
  const timeoutMs = deps.timeoutMs ?? 10_000;
  let session: Session | null = null;
  let nextId = 1;

  const request = (to: Pick<Session, 'port' | 'waiting'>, body: Body): Promise<Answer> =>
    new Promise((resolve) => {
      const requestId = nextId;
      nextId += 1;
      const timer = setTimeout(() => finish(null), timeoutMs);
      const finish = (answer: Answer) => {
        clearTimeout(timer);
        to.waiting.delete(requestId);
        resolve(answer);
      };
      to.waiting.set(requestId, finish);
      try {
        to.port.send({ ...body, requestId });
      } catch {
        finish(null);
      }
    });

  const receive = (waiting: Session['waiting'], message: unknown) => {
    const parsed = nativeResponseSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'policy.changed') deps.onPolicyChanged();
    else if (parsed.data.requestId !== null) waiting.get(parsed.data.requestId)?.(parsed.data);
  };

  const greet = async (to: Pick<Session, 'port' | 'waiting'>): Promise<UplinkIdentity | string> => {
    const answer = await request(to, { kind: 'hello', ...(await deps.hello()) });
    if (answer?.kind === 'error') return answer.code;
    if (answer?.kind !== 'welcome') return UNREACHABLE;
    const { organisation, assignment, digestKey, policyKeys, osUser } = answer;
    return { organisation, assignment, digestKey, policyKeys, osUser };
  };

  const open = (): Session | null => {
    if (session) return session;
    try {
      const port = deps.connect();
      const waiting: Session['waiting'] = new Map();
      port.onMessage((message) => receive(waiting, message));
      port.onClosed(() => {
        if (session?.port === port) session = null;
        for (const finish of waiting.values()) finish(null);
        deps.onClosed();
      });
      session = { port, waiting, identity: greet({ port, waiting }) };
      return session;
    } catch {
      return null;
    }
  };

  /** A session whose agent has welcomed us, or why not. */
  const ready = async (): Promise<{ session: Session; identity: UplinkIdentity } | string> => {
    const opened = open();
    if (!opened) return UNREACHABLE;
    const identity = await opened.identity;
    if (typeof identity !== 'string') return { session: opened, identity };
    // An agent that is not enrolled yet is asked again on the next try, over a new port.
    if (session === opened) {
      session = null;
      opened.port.close();
    }
    return identity;
  };

  return {
    kind: 'agent',
    async pullPolicy() {
      const at = await ready();
      if (typeof at === 'string') return { ok: false, code: at };
      const answer = await request(at.session, { kind: 'policy.get' });
      if (answer?.kind === 'policy')
        return { ok: true, identity: at.identity, bundle: answer.bundle };
      return { ok: false, code: answer?.kind === 'error' ? answer.code : UNREACHABLE };
    },
    async report(events) {
      const at = await ready();
      if (typeof at === 'string') return { ok: false, retryable: true, code: at };
      const answer = await request(at.session, { kind: 'events.report', events: [...events] });
      if (answer?.kind === 'events.acknowledged')
        return { ok: true, acknowledged: answer.ids, refused: [] };
      if (answer?.kind === 'error')
        return { ok: false, retryable: answer.code !== 'native.malformed', code: answer.code };
      return { ok: false, retryable: true, code: UNREACHABLE };
    },
  };
}
