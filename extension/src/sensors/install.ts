import { v7 as uuidv7 } from 'uuid';

import { createTextEngine } from '@kedun/shared/inspection/text-engine';
import { readText } from '@kedun/shared/documents/read-text';
import type { Inspection } from '@kedun/shared/inspection/inspect';
import { redactText } from '@kedun/shared/redaction/redact-text';

import { createEnforcer } from '../enforcement/enforcer.ts';
import { createNoticeBoard } from '../enforcement/notice-board.ts';
import { createPasses } from '../enforcement/passes.ts';
import type { EndpointState } from '../messages/endpoint-state.ts';
import { createInspector } from '../pipeline/inspector.ts';
import { createReporter } from '../pipeline/reporter.ts';
import type { ContentPlatform } from '../platform/content.ts';
import { pickLanguage } from '../ui/words.ts';
import { createClipboardWriter } from './clipboard.copy/put-text.ts';
import { installCopySensor } from './clipboard.copy/sensor.ts';
import { installPasteSensor } from './clipboard.paste/sensor.ts';
import { createMisuseCounter } from './network.request/misuse-counter.ts';
import { installAskSensor } from './network.request/sensor.ts';
import { readPageHost } from './page-host.ts';
import { announcePresence, findPresence } from './presence.ts';
import type { SensorDeps } from './sensor.ts';
import { createHeldSet } from './upload.file/held-set.ts';
import { createFileJudge } from './upload.file/judge-files.ts';
import { createFileMask } from './upload.file/mask-file.ts';
import { installUploadSensor } from './upload.file/sensor.ts';
import { createWindowListeners } from './window-listeners.ts';

/** 32 random bytes as base64url. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');
}

/** A window may have gone, or to another origin, since we heard of it. */
function tryReach(task: () => void): void {
  try {
    task();
  } catch {
    // Out of the page's reach then, as of ours.
  }
}

const now = (): number => Date.now();
const redact = (text: string, inspection: Inspection): string =>
  redactText(text, inspection.detections);

/** How long a new window has to get a content script from the browser, before the page that made it lends its own. */
const ADOPT_AFTER_MS = 300;

/** Composition root of a content script. Listeners are in place when it returns. */
export function installSensors(
  window: Window & typeof globalThis,
  platform: ContentPlatform,
): void {
  const made = window.document;
  // A document the browser loads brings a content script of its own.
  const isInCharge = () => platform.isInCharge() && window.document === made;
  const { listen, renew } = createWindowListeners(window);
  announcePresence(window, { isInCharge, renewListeners: renew });
  let state: EndpointState | null = null;
  let isPolicyKnown = false;
  const engine = createTextEngine({ policy: () => state?.bundle ?? null });
  const schedule = (task: () => void, delayMs: number) => void window.setTimeout(task, delayMs);
  const pageHost = readPageHost(window.location, window.origin);

  const inspector = createInspector({
    engine,
    state: () => state,
    now,
    newId: uuidv7,
    interimKey: { id: 'unconfigured', key: randomKey() },
  });
  const reporter = createReporter({ spool: platform.spool, record: platform.record, schedule });
  const redactFree = (text: string) => redactText(text, engine.scan(text).detections);

  // Order matters: what is registered first on window hears first (see put-text and notice-board).
  const clipboard = createClipboardWriter(window, listen);
  const notices = createNoticeBoard({
    window,
    listen,
    language: pickLanguage(platform.language()),
    isTop: window === window.top,
    now,
    relay: platform.relayNotice,
  });
  const enforcer = createEnforcer({
    reporter,
    notices,
    passes: createPasses(now),
    digestKeyId: inspector.digestKeyId,
    redact: redactFree,
  });
  const deps: SensorDeps = {
    window,
    listen,
    inspector,
    enforcer,
    pageHost,
    isInCharge,
    shadowRootOf: platform.shadowRootOf,
    ownEvents: new WeakSet(),
  };

  // The page's hooks lend themselves to a window without scripts of ours; the content script has to follow.
  const onBare = (bare: Window & typeof globalThis) => {
    findPresence(bare)?.renewListeners();
    const adopt = () => {
      if (findPresence(bare) === null && isInCharge()) installSensors(bare, platform);
    };
    window.setTimeout(() => tryReach(adopt), ADOPT_AFTER_MS);
  };

  const upload = installUploadSensor({
    ...deps,
    judgeAndRelease: createHeldSet({
      enforcer,
      judge: createFileJudge({ inspector, pageHost, readText, redact: redactFree }),
      maskFile: createFileMask(window, redactFree),
    }),
  });
  const bridge = installAskSensor({
    isPolicyKnown: () => isPolicyKnown,
    ...deps,
    redact,
    copyMasked: clipboard.put,
    isUserActive: () => window.navigator.userActivation?.isActive ?? false,
    onPicker: upload.watchPicker,
    onBare,
    onMisuse: createMisuseCounter({
      host: pageHost,
      now,
      newId: uuidv7,
      report: reporter.report,
      schedule,
    }),
  });
  installCopySensor({
    ...deps,
    redact: redactFree,
    putOnClipboard: clipboard.put,
    isOwnCopy: clipboard.isBusy,
  });
  installPasteSensor({ ...deps, redact });

  platform.watchState((next) => {
    state = next;
    if (isPolicyKnown) return;
    isPolicyKnown = true;
    bridge.tellKnown();
  });
  if (window === window.top) platform.onNotice((content) => notices.show(content, {}, false));
}
