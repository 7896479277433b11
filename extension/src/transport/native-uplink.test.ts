import type { NativeRequest, NativeResponse } from '@kedun/shared/contracts/native-message';
import { expect, it } from 'vitest';

import { makeEvents } from '../testing/events.ts';
import { createNativeUplink, type NativePort } from './native-uplink.ts';

type Handler = (request: NativeRequest) => NativeResponse | null;

const nothing = (): void => undefined;

/** An agent in memory; null = it says nothing. */
function createFakeAgent(handle: Handler) {
  let connects = 0;
  let close = nothing;
  let push: (message: unknown) => void = nothing;
  const connect = (): NativePort => {
    connects += 1;
    let receive: (message: unknown) => void = nothing;
    let closed = nothing;
    close = () => closed();
    push = (message) => receive(message);
    return {
      send: (message) => {
        const answer = handle(message);
        if (answer) queueMicrotask(() => receive(answer));
      },
      onMessage: (listener) => {
        receive = listener;
      },
      onClosed: (listener) => {
        closed = listener;
      },
      close: () => undefined,
    };
  };
  return { connect, connects: () => connects, close: () => close(), push: (m: unknown) => push(m) };
}

const welcome = (requestId: number): NativeResponse => ({
  kind: 'welcome',
  requestId,
  organisation: 'demo',
  agentVersion: '1',
  osUser: 'li',
  assignment: { groups: [], employment: 'staff' },
  digestKey: { id: 'k1', key: 'A'.repeat(43) },
  policyKeys: [{ kty: 'OKP', crv: 'Ed25519', x: 'B'.repeat(43) }],
});
const healthy: Handler = (request) => {
  if (request.kind === 'hello') return welcome(request.requestId);
  if (request.kind === 'policy.get')
    return { kind: 'policy', requestId: request.requestId, bundle: 'jws' };
  const ids = request.events.map(({ id }) => id);
  return { kind: 'events.acknowledged', requestId: request.requestId, ids };
};

function setUp(handle: Handler) {
  const agent = createFakeAgent(handle);
  let changes = 0;
  const uplink = createNativeUplink({
    connect: agent.connect,
    hello: async () => ({
      extensionVersion: '1',
      browser: 'Chrome/1',
      profileId: '01900000-0000-7000-8000-0000000000aa',
    }),
    onPolicyChanged: () => {
      changes += 1;
    },
    onClosed: () => undefined,
    timeoutMs: 20,
  });
  return { agent, uplink, changes: () => changes };
}

it('greets once, pulls policy and reports over one port', async () => {
  const { agent, uplink } = setUp(healthy);
  expect(await uplink.pullPolicy()).toMatchObject({
    ok: true,
    bundle: 'jws',
    identity: { osUser: 'li' },
  });
  const events = makeEvents(2);
  expect(await uplink.report(events)).toEqual({
    ok: true,
    acknowledged: events.map(({ id }) => id),
    refused: [],
  });
  expect(agent.connects()).toBe(1);
});

it('is unreachable without an agent, and there again once one is', async () => {
  let isThere = false;
  const { uplink, agent } = setUp((request) => (isThere ? healthy(request) : null));
  expect(await uplink.pullPolicy()).toEqual({ ok: false, code: 'uplink.unreachable' });
  isThere = true;
  expect(await uplink.pullPolicy()).toMatchObject({ ok: true });
  agent.close();
  expect(await uplink.pullPolicy()).toMatchObject({ ok: true });
  expect(agent.connects()).toBe(3);
});

it('tells an agent that is not ready from a message that is not taken', async () => {
  const notReady = setUp((request) => ({
    kind: 'error',
    requestId: request.requestId,
    code: 'native.not-ready',
  }));
  expect(await notReady.uplink.report(makeEvents(1))).toMatchObject({ ok: false, retryable: true });
  const picky = setUp((request) =>
    request.kind === 'events.report'
      ? { kind: 'error', requestId: request.requestId, code: 'native.malformed' }
      : healthy(request),
  );
  expect(await picky.uplink.report(makeEvents(1))).toMatchObject({ ok: false, retryable: false });
});

it('ignores nonsense from the port and hears that policy changed', async () => {
  const { agent, uplink, changes } = setUp(healthy);
  await uplink.pullPolicy();
  for (const message of [null, 'x', { kind: 'welcome' }, { kind: 'policy.changed' }])
    agent.push(message);
  expect(changes()).toBe(1);
  expect(await uplink.pullPolicy()).toMatchObject({ ok: true });
});
