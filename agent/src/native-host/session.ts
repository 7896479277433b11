import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import {
  type NativeRequest,
  nativeRequestSchema,
  type NativeResponse,
} from '@kedun/shared/contracts/native-message';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { ErrorCode } from '@kedun/shared/contracts/errors';

import type { Identity } from '../identity/identity.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** What a session may use; null while the agent is not enrolled. */
export interface SessionBackend {
  readonly identity: Pick<Identity, 'organisation' | 'digestKey' | 'policyKeys'>;
  readonly assignment: () => Assignment;
  readonly policyJws: () => string | null;
  readonly outbox: Pick<Outbox, 'appendDurably'>;
  readonly agentVersion: string;
}

function readRequest(
  body: Buffer,
): { ok: true; request: NativeRequest } | { ok: false; requestId: number | null } {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return { ok: false, requestId: null };
  }
  const parsed = nativeRequestSchema.safeParse(json);
  if (parsed.success) return { ok: true, request: parsed.data };
  const id: unknown =
    typeof json === 'object' && json !== null ? Reflect.get(json, 'requestId') : null;
  return { ok: false, requestId: Number.isSafeInteger(id) && Number(id) >= 0 ? Number(id) : null };
}

/** The name on a violation is the one the kernel knows, or none: never what the other end claims. */
function stampUser(event: EndpointEvent, osUser: string | null): EndpointEvent {
  if (event.kind !== 'violation') return event;
  const { osUser: _claimed, ...actor } = event.act.actor;
  return {
    ...event,
    act: { ...event.act, actor: osUser === null ? actor : { ...actor, osUser } },
  };
}

function errorResponse(requestId: number | null, code: ErrorCode): NativeResponse {
  return { kind: 'error', requestId, code };
}

type Handlers = {
  [K in NativeRequest['kind']]: (request: Extract<NativeRequest, { kind: K }>) => NativeResponse;
};

function handlersFor(backend: SessionBackend, osUser: string | null): Handlers {
  return {
    hello: ({ requestId }) => ({
      kind: 'welcome',
      requestId,
      organisation: backend.identity.organisation,
      agentVersion: backend.agentVersion,
      osUser: osUser ?? '',
      assignment: backend.assignment(),
      digestKey: backend.identity.digestKey,
      policyKeys: [...backend.identity.policyKeys],
    }),
    'policy.get': ({ requestId }) => {
      const bundle = backend.policyJws();
      // Above the browser's limit for a message: the extension then asks the server itself.
      if (bundle !== null && bundle.length > 900_000)
        return errorResponse(requestId, 'request.too-large');
      return { kind: 'policy', requestId, bundle };
    },
    'events.report': ({ requestId, events }) => {
      const stamped = events.map((event) => stampUser(event, osUser));
      if (!backend.outbox.appendDurably(stamped))
        return errorResponse(requestId, 'storage.unavailable');
      return { kind: 'events.acknowledged', requestId, ids: events.map((event) => event.id) };
    },
  };
}

function respond(request: NativeRequest, handlers: Handlers): NativeResponse {
  if (request.kind === 'hello') return handlers.hello(request);
  if (request.kind === 'policy.get') return handlers['policy.get'](request);
  return handlers['events.report'](request);
}

/**
 * Answers one frame's body. `backend` null = not enrolled yet; `osUser` null = not known. Never throws on
 * bad input.
 */
export function answerFrame(
  body: Buffer,
  backend: SessionBackend | null,
  osUser: string | null,
): NativeResponse {
  const read = readRequest(body);
  if (!read.ok) return errorResponse(read.requestId, 'native.malformed');
  if (!backend) return errorResponse(read.request.requestId, 'native.not-ready');
  return respond(read.request, handlersFor(backend, osUser));
}
