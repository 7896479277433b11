import { type SensorDeps, textSize } from '../sensor.ts';
import { readSelectedText } from './selected-text.ts';

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

  /** Judges what is selected now, unless it is `known`. Answers with what was judged. */
  const judge = (event: ClipboardEvent, known: string): string => {
    const { visible, hidden, isWhole } = readSelectedText(window.document, deps.shadowRootOf);
    const text = hidden === '' ? visible : `${visible}\n${hidden}`;
    if (text === '' || text === known) return known;
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
    if (step === 'release') return text;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step === 'redact') event.clipboardData?.setData('text/plain', masked());
    return text;
  };

  const onCopy = (event: ClipboardEvent) => {
    if (deps.isOwnCopy() || !deps.isInCharge()) return;
    const judged = judge(event, '');
    if (event.defaultPrevented) return;
    // Handlers of the page may select something else on the way (the browser takes what is selected at the end).
    // Registered now, so that it is the last on the way.
    const onEnd = () => void (event.defaultPrevented || judge(event, judged));
    window.addEventListener(event.type, onEnd, { once: true });
    window.setTimeout(() => window.removeEventListener(event.type, onEnd), 0);
  };

  deps.listen('copy', onCopy);
  deps.listen('cut', onCopy);
}
