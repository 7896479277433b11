import { askText, type Hook } from '../hook.ts';

/**
 * `DataTransfer.setData` and `DataTransferItemList.add(text, type)`: what a page puts on the clipboard, or on a drag,
 * in its own event handler. A refused call leaves the clipboard as it was and returns quietly.
 */
export const hookDataTransfer: Hook = ({ natives, wrap, bridge }) => {
  const decide = (text: string) =>
    askText(bridge, 'data-transfer.set-data', { text, partial: false, redactable: true }, '');

  wrap.method(natives.window.DataTransfer?.prototype, 'setData', (native, self, args) => {
    if (args.length < 2) return natives.apply(native, self, args);
    const text = natives.toText(args[1]);
    const decision = decide(text);
    if (decision.decision === 'block') return undefined;
    args[1] = decision.decision === 'redact' ? decision.text : text;
    return natives.apply(native, self, args);
  });

  wrap.method(natives.window.DataTransferItemList?.prototype, 'add', (native, self, args) => {
    if (args.length < 2) return natives.apply(native, self, args);
    const text = natives.toText(args[0]);
    const decision = decide(text);
    if (decision.decision === 'block') return null;
    args[0] = decision.decision === 'redact' ? decision.text : text;
    return natives.apply(native, self, args);
  });
};
