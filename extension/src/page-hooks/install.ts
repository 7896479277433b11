import { type Bridge, createBridge } from './bridge.ts';
import { captureNatives, type Natives, type Realm } from './captured-natives.ts';
import { hookBeacon } from './hooks/beacon.ts';
import { hookWrite, hookWriteText } from './hooks/clipboard.ts';
import { hookDataTransfer } from './hooks/data-transfer.ts';
import { hookFetch } from './hooks/fetch.ts';
import { hookPicker } from './hooks/picker.ts';
import { hookXhr } from './hooks/xhr.ts';
import { createBodyReader } from './read-body.ts';
import { guardRealms } from './realms.ts';
import { createTargetUrl } from './target-url.ts';
import { createWrap } from './wrap.ts';

/** Composition root of the page world. */
export function installPageHooks(realm: Realm): void {
  const natives = captureNatives(realm);
  hookRealm(natives, createBridge(natives));
}

function hookRealm(natives: Natives, bridge: Bridge): void {
  const wrap = createWrap(natives);
  const deps = {
    natives,
    wrap,
    bridge,
    bodies: createBodyReader(natives),
    toTargetUrl: createTargetUrl(natives),
  };
  hookFetch(deps);
  hookXhr(deps);
  hookBeacon(deps);
  hookWriteText(deps);
  hookWrite(deps);
  hookDataTransfer(deps);
  hookPicker(deps);
  guardRealms({
    natives,
    wrap,
    install: (realm) => {
      const first = natives.get(realm, 'document') as unknown;
      const isBare = () => natives.get(realm, 'document') === first;
      hookRealm(captureNatives(realm), bridge.lend(isBare));
    },
    tell: (realm) => bridge.tellBare(realm),
  });
}
