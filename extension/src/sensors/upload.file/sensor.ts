import type { Act } from '@kedun/shared/contracts/act';

import type { SensorDeps } from '../sensor.ts';
import { asFileField, findFileFields } from './file-field.ts';
import { createPickerWatch } from './picker-watch.ts';

export interface UploadSensorDeps extends SensorDeps {
  readonly judgeAndRelease: (
    files: readonly File[],
    initiator: Act['initiator'],
    release: (files: readonly File[]) => void,
  ) => Promise<void>;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Files chosen in a file field: taken away before the page sees them, given back after the verdict. */
function installFileFields(deps: UploadSensorDeps): (node: Node) => void {
  const { window, ownEvents } = deps;
  const holding = new WeakSet<HTMLInputElement>();
  /** Judged, and now the page's. */
  const released = new WeakSet<File>();

  const giveBack = (input: HTMLInputElement, files: readonly File[]) => {
    const transfer = new window.DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
    for (const file of input.files) released.add(file);
    for (const event of [
      new window.Event('input', { bubbles: true, composed: true }),
      new window.Event('change', { bubbles: true }),
    ]) {
      ownEvents.add(event);
      input.dispatchEvent(event);
    }
  };

  /** The field an event is about; a closed shadow root hides it behind its host. */
  const fieldOf = (event: Event): HTMLInputElement | null => {
    const target = event.composedPath()[0];
    const field = asFileField(target);
    if (field || !target || !('shadowRoot' in target)) return field;
    const shadow = deps.shadowRootOf(target as Element);
    if (!shadow) return null;
    const isNew = ({ files }: HTMLInputElement) => [...(files ?? [])].some((f) => !released.has(f));
    return findFileFields(shadow, deps.shadowRootOf).find(isNew) ?? null;
  };

  /** `change` does not leave a shadow root: stopped in there when the `input` before it was. */
  const stopChangeInShadow = (input: HTMLInputElement) => {
    const root = input.getRootNode();
    if (root.nodeType !== window.Node.DOCUMENT_FRAGMENT_NODE) return;
    root.addEventListener('change', stop, true);
    window.setTimeout(() => root.removeEventListener('change', stop, true), 0);
  };

  const onSelected = (event: Event) => {
    if (ownEvents.has(event) || !deps.isInCharge()) return;
    const input = fieldOf(event);
    if (!input) return;
    const files = Array.from(input.files ?? []);
    if (files.length === 0) {
      // `change` that follows the `input` we stopped; without one before it, the user cleared the field.
      if (holding.has(input)) stop(event);
      return;
    }
    stop(event);
    stopChangeInShadow(input);
    holding.add(input);
    input.value = '';
    const initiator = event.isTrusted ? 'user' : 'page';
    const release = (given: readonly File[]) => giveBack(input, given);
    void deps.judgeAndRelease(files, initiator, release).finally(() => holding.delete(input));
  };

  deps.listen('input', onSelected);
  deps.listen('change', onSelected);
  const watchPicker = createPickerWatch({ window, shadowRootOf: deps.shadowRootOf, onSelected });
  deps.listen('click', (event: MouseEvent) => {
    const target = event.composedPath()[0];
    const isHost = target && 'localName' in target && deps.shadowRootOf(target as Element);
    if (asFileField(target) || isHost) watchPicker(target as Node);
  });
  return watchPicker;
}

/** Files dropped on, or pasted into, the page: the event is held and a new one dispatched after the verdict. */
function installTransfers(deps: UploadSensorDeps): void {
  const { window, ownEvents } = deps;

  const onTransfer = (event: DragEvent | ClipboardEvent) => {
    if (ownEvents.has(event) || !deps.isInCharge()) return;
    const isDrop = event instanceof window.DragEvent;
    const transfer = isDrop ? event.dataTransfer : event.clipboardData;
    const files = Array.from(transfer?.files ?? []);
    if (!transfer || files.length === 0) return;
    const target = event.composedPath()[0] ?? event.target;
    stop(event);
    const text = transfer.getData('text/plain');

    const release = (released: readonly File[]) => {
      const data = new window.DataTransfer();
      for (const file of released) data.items.add(file);
      if (text !== '') data.setData('text/plain', text);
      const common = { bubbles: true, cancelable: true, composed: true };
      const again = isDrop
        ? new window.DragEvent('drop', { ...common, ...pointOf(event), dataTransfer: data })
        : new window.ClipboardEvent('paste', { ...common, clipboardData: data });
      ownEvents.add(again);
      const taken = target?.dispatchEvent(again) === false;
      const input = isDrop && !taken ? asFileField(target) : null;
      if (input) giveToField(input, data.files, deps);
    };
    void deps.judgeAndRelease(files, event.isTrusted ? 'user' : 'page', release);
  };

  deps.listen('drop', onTransfer);
  deps.listen('paste', onTransfer);
}

/** A drop right on a file field is filled in by the browser; a dispatched one is not. */
function giveToField(input: HTMLInputElement, files: FileList, deps: UploadSensorDeps): void {
  input.files = files;
  for (const type of ['input', 'change']) {
    const event = new deps.window.Event(type, { bubbles: true });
    deps.ownEvents.add(event);
    input.dispatchEvent(event);
  }
}

function pointOf(event: DragEvent) {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  return { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
}

/** Answers with what to call when a node outside the document may open a file picker. */
export function installUploadSensor(deps: UploadSensorDeps): { watchPicker: (node: Node) => void } {
  const watchPicker = installFileFields(deps);
  installTransfers(deps);
  return { watchPicker };
}
