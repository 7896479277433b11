import { browser } from 'wxt/browser';

import type { BackgroundMessage } from '../messages/background-message.ts';
import type { StatusReport } from '../messages/status.ts';

/** What the popup needs of the browser. */
export interface PopupPlatform {
  language(): string;
  /** Host of the page in front, null where pages are not watched. */
  currentHost(): Promise<string | null>;
  status(host: string | null): Promise<StatusReport | null>;
  syncNow(): Promise<void>;
}

const send = (message: BackgroundMessage): Promise<unknown> => browser.runtime.sendMessage(message);

export function createPopupPlatform(): PopupPlatform {
  return {
    language: () => browser.i18n.getUILanguage(),
    async currentHost() {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      if (!tab?.url) return null;
      const { protocol, hostname } = new URL(tab.url);
      return protocol === 'http:' || protocol === 'https:' ? hostname : null;
    },
    status: async (host) => (await send({ kind: 'status.get', host })) as StatusReport | null,
    async syncNow() {
      await send({ kind: 'sync.now' });
    },
  };
}
