import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { browser } from 'wxt/browser';

import type {
  BackgroundMessage,
  EventsRecorded,
  NoticeContent,
  NoticeShow,
} from '../messages/background-message.ts';
import type { EndpointState } from '../messages/endpoint-state.ts';
import { SPOOL_PREFIX, STATE_KEY } from './storage-keys.ts';

export interface ContentPlatform {
  /** False once the extension was updated or removed under this script. */
  readonly isInCharge: () => boolean;
  readonly language: () => string;
  /** An element's shadow root, closed ones too. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Calls back with the state there is, and again whenever the background changes it. */
  readonly watchState: (listener: (state: EndpointState | null) => void) => void;
  readonly spool: (event: EndpointEvent) => Promise<void>;
  readonly record: (events: EndpointEvent[]) => Promise<readonly string[]>;
  readonly relayNotice: (notice: NoticeContent) => void;
  readonly onNotice: (listener: (notice: NoticeContent) => void) => void;
}

const send = (message: BackgroundMessage): Promise<unknown> => browser.runtime.sendMessage(message);

function shadowRootOf(element: Element): ShadowRoot | null {
  // Firefox has it on the element, for extensions only.
  const own = element as Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  try {
    return (
      browser.dom?.openOrClosedShadowRoot(element as HTMLElement) ??
      own.openOrClosedShadowRoot ??
      own.shadowRoot
    );
  } catch {
    // Chromium takes HTML elements only; SVG and MathML have no shadow root.
    return null;
  }
}

/** What content scripts need of the browser. The state in storage was verified by the background, the only writer. */
export function createContentPlatform(): ContentPlatform {
  return {
    isInCharge: () => browser.runtime?.id !== undefined,
    shadowRootOf,
    language: () => browser.i18n.getUILanguage(),
    watchState(listener) {
      browser.storage.local.onChanged.addListener((changes) => {
        const change = changes[STATE_KEY];
        if (change) listener((change.newValue as EndpointState | undefined) ?? null);
      });
      void browser.storage.local.get(STATE_KEY).then(
        (stored) => listener((stored[STATE_KEY] as EndpointState | undefined) ?? null),
        () => listener(null),
      );
    },
    spool: (event) => browser.storage.local.set({ [`${SPOOL_PREFIX}${event.id}`]: event }),
    async record(events) {
      const answer = (await send({ kind: 'events.record', events })) as EventsRecorded | undefined;
      return answer?.ids ?? [];
    },
    relayNotice: (notice) => void send({ kind: 'notice.relay', notice }).catch(() => undefined),
    onNotice(listener) {
      browser.runtime.onMessage.addListener((message: NoticeShow | undefined) => {
        if (message?.kind === 'notice.show') listener(message.notice);
      });
    },
  };
}
