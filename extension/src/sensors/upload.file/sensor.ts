import type { Act } from '@kedun/shared/contracts/act';

import type { SensorDeps } from '../sensor.ts';

export interface UploadSensorDeps extends SensorDeps {
  readonly judgeAndRelease: (
    files: readonly File[],
    initiator: Act['initiator'],
    release: (files: readonly File[]) => void,
  ) => Promise<void>;
}

const isFileInput = (target: EventTarget | undefined, window: SensorDeps['window']) =>
  target instanceof window.HTMLInputElement && target.type === 'file' ? target : null;

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Files chosen in a file field: taken away before the page sees them, given back after the verdict. */
function installFileFields(deps: UploadSensorDeps): void {
  const { window, ownEvents } = deps;
  const holding = new WeakSet<HTMLInputElement>();

  const toTransfer = (files: readonly File[]) => {
    const transfer = new window.DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer.files;
  };

  const giveBack = (input: HTMLInputElement, files: readonly File[]) => {
    input.files = toTransfer(files);
    for (const event of [
      new window.Event('input', { bubbles: true, composed: true }),
      new window.Event('change', { bubbles: true }),
    ]) {
      ownEvents.add(event);
      input.dispatchEvent(event);
    }
  };

  const onSelected = (event: Event) => {
    const input = isFileInput(event.composedPath()[0], window);
    if (!input || ownEvents.has(event) || !deps.isInCharge()) return;
    const files = Array.from(input.files ?? []);
    if (files.length === 0) {
      // `change` that follows the `input` we stopped; without one before it, the user cleared the field.
      if (holding.has(input)) stop(event);
      return;
    }
    stop(event);
    holding.add(input);
    input.value = '';
    const initiator = event.isTrusted ? 'user' : 'page';
    const release = (released: readonly File[]) => giveBack(input, released);
    void deps.judgeAndRelease(files, initiator, release).finally(() => holding.delete(input));
  };

  window.addEventListener('input', onSelected, true);
  window.addEventListener('change', onSelected, true);
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
      const input = isDrop && !taken ? isFileInput(target ?? undefined, window) : null;
      if (input) giveToField(input, data.files, deps);
    };
    void deps.judgeAndRelease(files, event.isTrusted ? 'user' : 'page', release);
  };

  window.addEventListener('drop', onTransfer, true);
  window.addEventListener('paste', onTransfer, true);
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

export function installUploadSensor(deps: UploadSensorDeps): void {
  installFileFields(deps);
  installTransfers(deps);
}
