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
  canWait = false,
): Decision {
  if (read.text === '') return { decision: read.partial ? 'block' : 'allow' };
  const { text, partial, redactable } = read;
  return bridge.ask({ api, url, text, partial, redactable, canWait });
}

/** May a request go to this address, as far as the address itself tells? It cannot be redacted: redact is block. */
export function askUrl(
  bridge: Bridge,
  api: BridgeAsk['api'],
  target: TargetUrl,
  canWait = false,
): 'allow' | 'block' | 'wait' {
  const read = { text: target.text, partial: false, redactable: false };
  const { decision } = askText(bridge, api, read, target.href, canWait);
  return decision === 'redact' ? 'block' : decision;
}
