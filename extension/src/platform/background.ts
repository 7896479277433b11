import { NATIVE_HOST_NAME } from '@kedun/shared/contracts/native-message';
import { v7 as uuidv7 } from 'uuid';
import { browser } from 'wxt/browser';

import type { NoticeShow } from '../messages/background-message.ts';
import type { NativePort } from '../transport/native-uplink.ts';
import { PROFILE_KEY, SPOOL_PREFIX, STATE_KEY } from './storage-keys.ts';

/** Where a message came from. */
export interface MessageSender {
  readonly tabId: number | null;
}

const ALARM = 'sync';
const SESSION_KEY = 'started-told';

export type BackgroundPlatform = ReturnType<typeof createBackgroundPlatform>;

async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(['serverUrl', 'enrolmentToken']);
  } catch {
    // Firefox rejects where no managed manifest exists.
    return {};
  }
}

function connectNative(): NativePort {
  const port = browser.runtime.connectNative(NATIVE_HOST_NAME);
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClosed: (listener) =>
      port.onDisconnect.addListener(() => {
        // Reading it is how a browser is told that the failure was seen.
        void browser.runtime.lastError;
        listener();
      }),
    close: () => port.disconnect(),
  };
}

async function profileId(): Promise<string> {
  const stored: unknown = (await browser.storage.local.get(PROFILE_KEY))[PROFILE_KEY];
  if (typeof stored === 'string') return stored;
  const made = uuidv7();
  await browser.storage.local.set({ [PROFILE_KEY]: made });
  return made;
}

function browserName(userAgent: string): string {
  const found = /(Firefox|Edg|Chrome)\/([\d.]+)/u.exec(
    userAgent.replace(/Chrome\/\S+(?=.*Edg)/u, ''),
  );
  return found ? `${found[1]}/${found[2]}` : 'unknown';
}

/** The tab's own scripts may not be there (a page that was open before the install): load them. */
async function injectInto(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  const hooks = { target, files: ['/page-hooks.js'] as const, injectImmediately: true };
  const sensors = { target, files: ['/sensors.js'] as const, injectImmediately: true };
  await browser.scripting.executeScript({ ...hooks, files: [...hooks.files], world: 'MAIN' });
  await browser.scripting.executeScript({ ...sensors, files: [...sensors.files] });
}

/** What the background needs of the browser: the only place, with platform/content, that touches `browser`. */
export function createBackgroundPlatform() {
  const { runtime, storage, alarms, tabs, action } = browser;
  return {
    version: () => runtime.getManifest().version,
    browserName: () => browserName(navigator.userAgent),
    profileId,
    connectNative,
    readManaged,
    async describePlatform(): Promise<string> {
      const { os, arch } = await runtime.getPlatformInfo();
      return `${os}/${arch} ${browserName(navigator.userAgent)}`;
    },

    loadState: async (): Promise<unknown> => (await storage.local.get(STATE_KEY))[STATE_KEY],
    saveState: (state: object) => storage.local.set({ [STATE_KEY]: state }),
    /** Events that content scripts wrote down, by storage key. */
    async loadSpool(): Promise<Record<string, unknown>> {
      const all = await storage.local.get(null);
      return Object.fromEntries(
        Object.entries(all).filter(([key]) => key.startsWith(SPOOL_PREFIX)),
      );
    },
    removeSpooled: (ids: readonly string[]) =>
      storage.local.remove(ids.map((id) => `${SPOOL_PREFIX}${id}`)),
    /** True once per browser session. */
    async isFirstStart(): Promise<boolean> {
      const told = (await storage.session.get(SESSION_KEY))[SESSION_KEY] === true;
      await storage.session.set({ [SESSION_KEY]: true });
      return !told;
    },

    onManagedChanged: (listener: () => void) =>
      storage.onChanged.addListener((_changes, area) => {
        if (area === 'managed') listener();
      }),
    onInstalled: (listener: () => void) => runtime.onInstalled.addListener(listener),
    onWake: (listener: () => void) => {
      alarms.onAlarm.addListener(listener);
      void alarms.create(ALARM, { periodInMinutes: 1 });
    },
    /** An alarm outlives the worker; browsers round it up to half a minute. */
    wakeIn: (delayMs: number) =>
      void alarms.create('retry', { delayInMinutes: Math.max(delayMs / 60_000, 0.5) }),
    /** The handler's promise becomes the answer. */
    onMessage(handler: (message: unknown, sender: MessageSender) => Promise<unknown>): void {
      runtime.onMessage.addListener((message: unknown, sender, answer) => {
        if (sender.id !== runtime.id) return false;
        handler(message, { tabId: sender.tab?.id ?? null }).then(answer, () => answer(null));
        return true;
      });
    },
    showNotice: (tabId: number, message: NoticeShow) =>
      tabs.sendMessage(tabId, message, { frameId: 0 }),
    async injectIntoOpenTabs(): Promise<void> {
      const open = await tabs.query({ url: ['http://*/*', 'https://*/*'] });
      await Promise.allSettled(
        open.flatMap(({ id }) => (id === undefined ? [] : [injectInto(id)])),
      );
    },
    async showBadge(text: string, colour: string, title: string): Promise<void> {
      await action.setBadgeText({ text });
      await action.setBadgeBackgroundColor({ color: colour });
      await action.setTitle({ title });
    },
    language: () => browser.i18n.getUILanguage(),
  };
}
