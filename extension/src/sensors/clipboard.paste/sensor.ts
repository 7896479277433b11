import type { Inspection } from '@kedun/shared/inspection/inspect';

import { type SensorDeps, textSize } from '../sensor.ts';
import { rememberInsertionPoint } from './insertion-point.ts';
import { createHtmlReader, readTransferredText } from './transferred-text.ts';

export interface PasteSensorDeps extends SensorDeps {
  readonly redact: (text: string, inspection: Inspection) => string;
}

/** Text pasted or dropped into the page. Files that come the same way are the upload sensor's. */
export function installPasteSensor(deps: PasteSensorDeps): void {
  const readHtml = createHtmlReader(deps.window);

  const onTransfer = (event: ClipboardEvent | DragEvent) => {
    if (deps.ownEvents.has(event) || !deps.isInCharge()) return;
    const transfer = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    if (!transfer || transfer.files.length > 0) return;
    const text = readTransferredText(transfer, readHtml);
    if (text === '') return;
    const inspection = deps.inspector.inspect({
      channel: 'clipboard.paste',
      source: { kind: 'local' },
      destination: { kind: 'web', host: deps.pageHost },
      content: { kind: 'text', sizeBytes: textSize(text) },
      initiator: event.isTrusted ? 'user' : 'page',
      text,
    });
    const point = rememberInsertionPoint(event.composedPath()[0] ?? event.target, deps);
    const insertMasked = () => point.insert(deps.redact(text, inspection));
    const { step } = deps.enforcer.settle(inspection, {
      redactable: true,
      interrupts: event.isTrusted,
      mask: insertMasked,
      resume: () => point.insert(text),
    });
    if (step === 'release') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step === 'redact') insertMasked();
  };

  deps.listen('paste', onTransfer);
  deps.listen('drop', onTransfer);
}
