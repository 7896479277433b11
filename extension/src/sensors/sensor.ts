import type { Inspector } from '../pipeline/inspector.ts';
import type { Enforcer } from '../enforcement/enforcer.ts';
import type { ShadowRootOf } from './hidden-text.ts';
import type { WindowListeners } from './window-listeners.ts';

/** What every sensor is handed. */
export interface SensorDeps {
  readonly window: Window & typeof globalThis;
  readonly listen: WindowListeners['listen'];
  readonly inspector: Inspector;
  readonly enforcer: Enforcer;
  readonly shadowRootOf: ShadowRootOf;
  readonly pageHost: string;
  /** False once the extension was updated or removed under this script: a newer one is in charge. */
  readonly isInCharge: () => boolean;
  /** Events made by sensors themselves: not to be judged again. */
  readonly ownEvents: WeakSet<Event>;
}

/** Bytes a text takes as UTF-8. */
export function textSize(text: string): number {
  return new TextEncoder().encode(text).length;
}
