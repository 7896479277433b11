import { createBridge } from './bridge.ts';
import { captureNatives } from './captured-natives.ts';
import { hookBeacon } from './hooks/beacon.ts';
import { hookWrite, hookWriteText } from './hooks/clipboard.ts';
import { hookDataTransfer } from './hooks/data-transfer.ts';
import { hookFetch } from './hooks/fetch.ts';
import { hookXhr } from './hooks/xhr.ts';
import { createBodyReader } from './read-body.ts';
import { createTargetUrl } from './target-url.ts';
import { createWrap } from './wrap.ts';

/** Composition root of the page world. */
export function installPageHooks(): void {
  const natives = captureNatives();
  const deps = {
    natives,
    wrap: createWrap(natives),
    bridge: createBridge(natives),
    bodies: createBodyReader(natives),
    toTargetUrl: createTargetUrl(natives),
  };
  hookFetch(deps);
  hookXhr(deps);
  hookBeacon(deps);
  hookWriteText(deps);
  hookWrite(deps);
  hookDataTransfer(deps);
}
