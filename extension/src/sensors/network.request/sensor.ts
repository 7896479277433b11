import { BRIDGE_TEXT_MAX_LENGTH } from '@kedun/shared/contracts/bridge-guard';
import type { BridgeAnswer, BridgeAsk } from '@kedun/shared/contracts/bridge-message';
import type { Place } from '@kedun/shared/contracts/act';
import type { Inspection } from '@kedun/shared/inspection/inspect';
import type { Channel } from '@kedun/shared/contracts/vocabulary';

import { parseHost } from '../page-host.ts';
import { type SensorDeps, textSize } from '../sensor.ts';
import { type BridgeEnd, type BridgeEndDeps, createBridgeEnd } from './bridge-end.ts';

const CHANNEL_OF_API = {
  fetch: 'network.request',
  'xhr.send': 'network.request',
  beacon: 'network.request',
  'clipboard.writeText': 'clipboard.copy',
  'clipboard.write': 'clipboard.copy',
  'data-transfer.set-data': 'clipboard.copy',
} as const satisfies Record<BridgeAsk['api'], Channel>;

export interface AskSensorDeps extends SensorDeps {
  readonly redact: (text: string, inspection: Inspection) => string;
  readonly copyMasked: (text: string) => void;
  readonly onMisuse: BridgeEndDeps['onMisuse'];
  readonly onPicker: BridgeEndDeps['onPicker'];
  readonly onBare: BridgeEndDeps['onBare'];
  readonly isUserActive: () => boolean;
  /** False while the policy in storage is still being read. */
  readonly isPolicyKnown: () => boolean;
}

/**
 * Judges what the page hooks ask: requests of the page and what its scripts put on the clipboard. Synchronous; the
 * notice and the report follow after the answer.
 */
export function installAskSensor(deps: AskSensorDeps): BridgeEnd {
  const judge = (ask: BridgeAsk): BridgeAnswer => {
    const channel = CHANNEL_OF_API[ask.api];
    const page: Place = { kind: 'web', host: deps.pageHost };
    const host = parseHost(ask.url) || deps.pageHost;
    const isNetwork = channel === 'network.request';
    const inspection = deps.inspector.inspect({
      channel,
      source: page,
      destination: isNetwork ? { kind: 'web', host } : { kind: 'local' },
      content: { kind: 'text', sizeBytes: textSize(ask.text) },
      initiator: deps.isUserActive() ? 'user' : 'page',
      text: ask.text,
      ...(ask.partial === true ? { unscanned: [{ reason: 'too-large' as const }] } : {}),
    });
    const isEarly = ask.canWait === true && !deps.isPolicyKnown();
    if (isEarly && inspection.verdict.action !== 'allow')
      return { kind: 'answer', id: ask.id, decision: 'wait' };
    const redacted = () => deps.redact(ask.text, inspection);
    const { step } = deps.enforcer.settle(inspection, {
      redactable: ask.redactable === true,
      interrupts: false,
      ...(isNetwork ? {} : { mask: () => deps.copyMasked(redacted()) }),
    });
    if (step === 'release') return { kind: 'answer', id: ask.id, decision: 'allow' };
    if (step === 'redact') {
      const text = redacted();
      if (text.length <= BRIDGE_TEXT_MAX_LENGTH)
        return { kind: 'answer', id: ask.id, decision: 'redact', text };
    }
    return { kind: 'answer', id: ask.id, decision: 'block' };
  };

  return createBridgeEnd({
    window: deps.window,
    listen: deps.listen,
    onMisuse: deps.onMisuse,
    onPicker: deps.onPicker,
    onBare: deps.onBare,
    isInCharge: deps.isInCharge,
    answer: (ask) =>
      deps.isInCharge() ? judge(ask) : { kind: 'answer', id: ask.id, decision: 'allow' },
  });
}
