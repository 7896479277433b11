import type { BridgeAsk } from '@kedun/shared/contracts/bridge-message';

import type { Bridge, Decision } from './bridge.ts';
import type { Natives } from './captured-natives.ts';
import type { BodyReader, BodyText } from './read-body.ts';
import type { TargetUrl, ToTargetUrl } from './target-url.ts';
import type { Wrap } from './wrap.ts';

/** What every hook is handed. */
export interface HookDeps {
  readonly natives: Natives;
  readonly wrap: Wrap;
  readonly bridge: Bridge;
  readonly bodies: BodyReader;
  readonly toTargetUrl: ToTargetUrl;
}

/** One page API; one file each. */
export type Hook = (deps: HookDeps) => void;

/** Asks about a text, if there is one. */
export function askText(
  bridge: Bridge,
  api: BridgeAsk['api'],
  read: BodyText,
  url: string,
): Decision {
  if (read.text === '') return read.partial ? { decision: 'block' } : { decision: 'allow' };
  return bridge.ask({ api, url, ...pick(read) });
}

function pick(read: BodyText): BodyText {
  return { text: read.text, partial: read.partial, redactable: read.redactable };
}

/** May a request go to this address, as far as the address itself tells? It cannot be redacted: redact is block. */
export function isUrlAllowed(bridge: Bridge, api: BridgeAsk['api'], target: TargetUrl): boolean {
  if (target.text === '') return true;
  const asked = { api, text: target.text, url: target.href, partial: false, redactable: false };
  return bridge.ask(asked).decision === 'allow';
}
