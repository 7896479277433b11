import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

import { enrolmentTokenSchema } from '@kedun/shared/contracts/enrolment';

import { type BackgroundMessage, backgroundMessageSchema } from '../messages/background-message.ts';
import { type EndpointState, endpointStateSchema } from '../messages/endpoint-state.ts';
import { createEventStore, openKedunDatabase } from '../outbox/event-store.ts';
import { createSender } from '../outbox/sender.ts';
import type { BackgroundPlatform, MessageSender } from '../platform/background.ts';
import { createDirectUplink, type ManagedConfig } from '../transport/direct-uplink.ts';
import { createIdentityStore } from '../transport/identity-store.ts';
import { createLiveSocket } from '../transport/live-socket.ts';
import { createNativeUplink } from '../transport/native-uplink.ts';
import { createPolicySync } from '../transport/policy-sync.ts';
import { createServerCaller } from '../transport/server-call.ts';
import { createUplinkSelector } from '../transport/uplink.ts';
import { showProtection } from './badge.ts';
import { drainSpool } from './drain-spool.ts';
import { composeStatus, protectionState } from './status.ts';

/** Plain http only to this very machine: everything else would show the events to the network. */
const serverUrlSchema = z.url().refine((url) => {
  const { protocol, hostname } = new URL(url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLocal);
});
const managedSchema = z.object({
  serverUrl: serverUrlSchema,
  enrolmentToken: enrolmentTokenSchema,
});

const now = (): number => Date.now();

/**
 * Composition root of the background. Listeners are registered before anything is awaited: the browser may have
 * started the worker for one of them, and may kill it at any time.
 */
export function installBackground(platform: BackgroundPlatform): void {
  const database = openKedunDatabase();
  const parts = database.then((db) => composeBackground(platform, db));

  platform.onMessage(async (message, sender) => {
    const parsed = backgroundMessageSchema.safeParse(message);
    if (!parsed.success) return null;
    return (await parts).answer(parsed.data, sender);
  });
  const tick = () => void parts.then((background) => background.tick());
  platform.onWake(tick);
  platform.onManagedChanged(tick);
  platform.onInstalled(() => void platform.injectIntoOpenTabs());
  void parts.then((background) => background.start());
}

function composeBackground(
  platform: BackgroundPlatform,
  database: Awaited<ReturnType<typeof openKedunDatabase>>,
) {
  const store = createEventStore(database);
  const loadState = async (): Promise<EndpointState | null> =>
    endpointStateSchema.safeParse(await platform.loadState()).data ?? null;
  const managedConfig = async (): Promise<ManagedConfig | null> =>
    managedSchema.safeParse(await platform.readManaged()).data ?? null;

  const native = createNativeUplink({
    connect: platform.connectNative,
    hello: async () => ({
      extensionVersion: platform.version(),
      browser: platform.browserName(),
      profileId: await platform.profileId(),
    }),
    onPolicyChanged: () => void tick(),
    onClosed: () => undefined,
  });
  const direct = createDirectUplink({
    managedConfig,
    identities: createIdentityStore(database),
    call: createServerCaller({ fetch: (...args) => fetch(...args), now }),
    describe: async () => ({
      hostName: `browser-${(await platform.profileId()).slice(-12)}`,
      platform: await platform.describePlatform(),
      version: platform.version(),
    }),
    now,
  });
  const uplink = createUplinkSelector([native, direct]);
  const live = createLiveSocket({
    WebSocket,
    now,
    heartbeat: async () => ({
      version: platform.version(),
      policyVersion: (await loadState())?.bundle?.version ?? 0,
      outboxDepth: await store.count(),
    }),
    onCheckNow: () => void tick(),
  });
  const sender = createSender({
    store,
    uplink,
    now,
    newId: uuidv7,
    wakeLater: (delayMs) => {
      // The timer is quick but dies with the worker; the alarm is slow and does not.
      setTimeout(() => void sender.pump(), delayMs);
      platform.wakeIn(delayMs);
    },
  });
  const record = async (events: Parameters<typeof store.add>[0]) => {
    await store.add(events);
    void sender.pump();
  };
  const syncPolicy = createPolicySync({
    uplink,
    load: loadState,
    save: platform.saveState,
    report: (event) => record([event]),
    now,
    newId: uuidv7,
  });

  const keepLive = async () => {
    if (uplink.current() !== 'direct') return live.close();
    const identity = await direct.identity();
    if (typeof identity !== 'string') await live.ensure(identity);
  };

  const tick = async (): Promise<void> => {
    await drainSpool({
      load: () => platform.loadSpool(),
      remove: platform.removeSpooled,
      store,
    });
    await syncPolicy();
    await keepLive();
    const state = protectionState(await loadState(), uplink.current());
    await showProtection(platform, state);
    await sender.pump();
  };

  const tellStart = async () => {
    if (!(await platform.isFirstStart())) return;
    await store.add([
      {
        kind: 'program.started',
        id: uuidv7(),
        occurredAt: now(),
        program: 'extension',
        version: platform.version(),
        platform: await platform.describePlatform(),
        policyVersion: (await loadState())?.bundle?.version ?? 0,
      },
    ]);
  };

  const answer = async (message: BackgroundMessage, from: MessageSender): Promise<unknown> => {
    switch (message.kind) {
      case 'events.record': {
        await record(message.events);
        const ids = message.events.map(({ id }) => id);
        await platform.removeSpooled(ids);
        return { ids };
      }
      case 'notice.relay':
        if (from.tabId !== null)
          await platform.showNotice(from.tabId, { kind: 'notice.show', notice: message.notice });
        break;
      case 'status.get':
        return composeStatus(
          { loadState, store, uplink, version: platform.version() },
          message.host,
        );
      case 'sync.now':
        await tick();
        break;
    }
    return null;
  };

  return {
    answer,
    tick,
    async start() {
      await tellStart();
      await tick();
    },
  };
}
