import type { Inspection } from '@kedun/shared/inspection/inspect';

import { type SensorDeps, textSize } from '../sensor.ts';
import { readSelectedText } from './selected-text.ts';

export interface CopySensorDeps extends SensorDeps {
  readonly redact: (text: string, inspection: Inspection) => string;
  readonly putOnClipboard: (text: string) => void;
  /** True while `putOnClipboard` runs. */
  readonly isOwnCopy: () => boolean;
}

/** Copy and cut by key, menu or `execCommand`: judged before anything reaches the clipboard. */
export function installCopySensor(deps: CopySensorDeps): void {
  const onCopy = (event: ClipboardEvent) => {
    if (deps.isOwnCopy() || !deps.isInCharge()) return;
    const text = readSelectedText(deps.window);
    if (text === '') return;
    const inspection = deps.inspector.inspect({
      channel: 'clipboard.copy',
      source: { kind: 'web', host: deps.pageHost },
      destination: { kind: 'local' },
      content: { kind: 'text', sizeBytes: textSize(text) },
      initiator: event.isTrusted ? 'user' : 'page',
      text,
    });
    const { step } = deps.enforcer.settle(inspection, {
      redactable: true,
      interrupts: event.isTrusted,
      mask: () => deps.putOnClipboard(deps.redact(text, inspection)),
      resume: () => deps.putOnClipboard(text),
    });
    if (step === 'release') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step === 'redact')
      event.clipboardData?.setData('text/plain', deps.redact(text, inspection));
  };

  deps.window.addEventListener('copy', onCopy, true);
  deps.window.addEventListener('cut', onCopy, true);
}
