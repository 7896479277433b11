import { type SensorDeps, textSize } from '../sensor.ts';
import { readSelection, type SelectedText } from './selected-text.ts';

export interface CopySensorDeps extends SensorDeps {
  /** A text without its identifiers. */
  readonly redact: (text: string) => string;
  readonly putOnClipboard: (text: string) => void;
  /** True while `putOnClipboard` runs. */
  readonly isOwnCopy: () => boolean;
}

/** Copy and cut by key, menu or `execCommand`: judged before anything reaches the clipboard. */
export function installCopySensor(deps: CopySensorDeps): void {
  const { window } = deps;

  const judge = (event: ClipboardEvent, { visible, hidden, isWhole }: SelectedText): void => {
    const text = hidden === '' ? visible : `${visible}\n${hidden}`;
    if (text === '') return;
    const inspection = deps.inspector.inspect({
      channel: 'clipboard.copy',
      source: { kind: 'web', host: deps.pageHost },
      destination: { kind: 'local' },
      content: { kind: 'text', sizeBytes: textSize(text) },
      initiator: event.isTrusted ? 'user' : 'page',
      text,
      ...(isWhole ? {} : { unscanned: [{ reason: 'too-large' as const }] }),
    });
    const masked = () => deps.redact(visible);
    const { step } = deps.enforcer.settle(inspection, {
      redactable: true,
      interrupts: event.isTrusted,
      mask: () => deps.putOnClipboard(masked()),
      resume: () => deps.putOnClipboard(visible),
    });
    if (step === 'release') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step === 'redact') event.clipboardData?.setData('text/plain', masked());
  };

  const onCopy = (event: ClipboardEvent) => {
    if (deps.isOwnCopy() || !deps.isInCharge()) return;
    const selected = readSelection(window.document, deps.shadowRootOf);
    judge(event, selected.read());
    if (event.defaultPrevented) return;
    // Handlers of the page may select something else on the way (the browser takes what is selected at the end).
    // Registered now, so that it is the last on the way.
    const onEnd = () => {
      if (event.defaultPrevented) return;
      const atEnd = readSelection(window.document, deps.shadowRootOf);
      if (atEnd.visible !== selected.visible) judge(event, atEnd.read());
    };
    window.addEventListener(event.type, onEnd, { once: true });
    window.setTimeout(() => window.removeEventListener(event.type, onEnd), 0);
  };

  deps.listen('copy', onCopy);
  deps.listen('cut', onCopy);
}
