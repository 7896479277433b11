import { BRIDGE_TEXT_MAX_LENGTH } from '@kedun/shared/contracts/bridge-guard';

import type { Natives } from './captured-natives.ts';

/** The text in a request body. */
export interface BodyText {
  readonly text: string;
  readonly partial: boolean;
  /** A redacted text may be sent in its place. */
  readonly redactable: boolean;
}

export type Reading =
  /** Nothing to inspect. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'now';
      readonly body: unknown;
      readonly read: BodyText;
      /** A copy of `body` that the page cannot change while the request is held. */
      readonly keep: () => unknown;
    }
  /**
   * Must be read first. `body` is what to send afterwards, frozen against changes by the page meanwhile;
   * null = send the bytes that were read.
   */
  | {
      readonly kind: 'later';
      readonly body: unknown;
      readonly start: (
        done: (read: BodyText, bytes: ArrayBuffer | null) => void,
        failed: (error: unknown) => void,
      ) => void;
    };

/** True when `value` has the internal slot that `probe` reads. */
function has<T>(probe: (value: T) => unknown, value: unknown): value is T {
  try {
    probe(value as T);
    return true;
  } catch {
    return false;
  }
}

const ready = (
  text: string,
  body: unknown,
  options: { redactable?: boolean; keep?: () => unknown } = {},
): Reading => ({
  kind: 'now',
  body,
  read: { text, partial: false, redactable: options.redactable ?? false },
  keep: options.keep ?? (() => body),
});

/** The same reading with a body that the page cannot change any more. */
export function freeze(reading: Reading): Reading {
  if (reading.kind !== 'now') return reading;
  const body = reading.keep();
  return { kind: 'now', body, read: reading.read, keep: () => body };
}

export type BodyReader = ReturnType<typeof createBodyReader>;

/** Reads request bodies of every form the web knows. Kinds are told by internal slots, which a page cannot fake. */
export function createBodyReader(natives: Natives) {
  const strict = new natives.TextDecoder('utf-8', { fatal: true });
  const chinese = new natives.TextDecoder('gb18030');
  const lenient = new natives.TextDecoder('utf-8');
  const littleEndian = new natives.TextDecoder('utf-16le');
  const bigEndian = new natives.TextDecoder('utf-16be');

  const isBlob = (value: unknown): value is Blob => has(natives.blobSize, value);

  /**
   * Bytes that say in their first lines, or by zeros anywhere, that they are UTF-16, may say so falsely: read
   * wide, and narrow with the zeros left out (ASCII digits of any wide encoding stand side by side then).
   */
  const decodeWide = (bytes: Uint8Array, zerosAtEven: number, zeros: number): string => {
    const length = natives.typedArray.byteLength(bytes);
    const dense = new natives.Uint8Array(length - zeros);
    let at = 0;
    for (let index = 0; index < length; index += 1) {
      const byte = bytes[index] ?? 0;
      if (byte === 0) continue;
      dense[at] = byte;
      at += 1;
    }
    const isBig = bytes[0] === 0xfe || zerosAtEven * 2 > zeros;
    const wide = natives.decode(isBig ? bigEndian : littleEndian, bytes);
    return `${wide}\n${natives.decode(lenient, dense)}`;
  };

  /** The order of shared/documents/read-text, in little: UTF-16 by mark or zero bytes, UTF-8 if it is, else GB18030. */
  const decode = (bytes: Uint8Array): string => {
    const length = natives.typedArray.byteLength(bytes);
    let zeros = 0;
    let zerosAtEven = 0;
    for (let index = 0; index < length; index += 1) {
      if (bytes[index] !== 0) continue;
      zeros += 1;
      if (index % 2 === 0) zerosAtEven += 1;
    }
    const first = bytes[0];
    const second = bytes[1];
    const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    if (zeros > 0 || isMarked) return decodeWide(bytes, zerosAtEven, zeros);
    try {
      return natives.decode(strict, bytes);
    } catch {
      return natives.decode(chinese, bytes);
    }
  };

  /** A copy of the bytes: what is read is what is sent, also when another thread writes to a shared buffer. */
  const copyBytes = (value: unknown): Uint8Array | null => {
    const isBuffer = has(natives.bufferSize, value);
    if (!isBuffer && !natives.isView(value)) return null;
    try {
      if (isBuffer) return new natives.Uint8Array(new natives.Uint8Array(value));
      const slots = has(natives.dataView.buffer, value) ? natives.dataView : natives.typedArray;
      const view = value as never;
      return new natives.Uint8Array(
        new natives.Uint8Array(
          slots.buffer(view) as ArrayBuffer,
          slots.byteOffset(view),
          slots.byteLength(view),
        ),
      );
    } catch {
      // A detached buffer: sent as nothing.
      return new natives.Uint8Array(0);
    }
  };

  const readParams = (params: URLSearchParams): string => {
    let text = '';
    natives.paramsEach(params, (value, name) => {
      text += `${name}=${value}\n`;
    });
    return text;
  };

  const readBlob = (
    blob: Blob,
    done: (read: BodyText) => void,
    failed: (error: unknown) => void,
  ) => {
    const partial = natives.blobSize(blob) > BRIDGE_TEXT_MAX_LENGTH;
    const head = partial ? natives.blobSlice(blob, 0, BRIDGE_TEXT_MAX_LENGTH) : blob;
    natives.settled(
      natives.blobBytes(head),
      (bytes: ArrayBuffer) =>
        done({ text: decode(new natives.Uint8Array(bytes)), partial, redactable: false }),
      failed,
    );
  };

  const readBytesLater = (
    promise: Promise<ArrayBuffer>,
    done: (read: BodyText, bytes: ArrayBuffer) => void,
    failed: (error: unknown) => void,
  ): void =>
    natives.settled(
      promise,
      (bytes: ArrayBuffer) =>
        done(
          { text: decode(new natives.Uint8Array(bytes)), partial: false, redactable: false },
          bytes,
        ),
      failed,
    );

  const readForm = (form: FormData): Reading => {
    const copy = new natives.FormData();
    const blobs = { __proto__: null } as unknown as Record<number, Blob>;
    let blobCount = 0;
    let text = '';
    natives.formEach(form, (value, name) => {
      natives.formAppend(copy, name, value);
      if (typeof value === 'string') text += `${name}=${value}\n`;
      else {
        text += `${name}=${natives.fileName(value)}\n`;
        blobs[blobCount] = value;
        blobCount += 1;
      }
    });
    if (blobCount === 0) return ready(text, copy);
    return {
      kind: 'later',
      body: copy,
      start: (done, failed) => {
        let partial = false;
        const next = (index: number) => {
          const blob = blobs[index];
          if (!blob) return done({ text, partial, redactable: false }, null);
          return readBlob(
            blob,
            (read) => {
              text += `\n${read.text}`;
              partial ||= read.partial;
              next(index + 1);
            },
            failed,
          );
        };
        next(0);
      },
    };
  };

  const read = (value: unknown): Reading => {
    if (value === undefined || value === null) return { kind: 'empty' };
    if (typeof value === 'string') return ready(value, value, { redactable: true });
    if (has((params: URLSearchParams) => natives.paramsEach(params, () => undefined), value))
      return ready(readParams(value), value, {
        keep: () => new natives.URLSearchParams(natives.paramsText(value)),
      });
    if (has((form: FormData) => natives.formEach(form, () => undefined), value))
      return readForm(value);
    if (isBlob(value))
      return {
        kind: 'later',
        body: value,
        start: (done, failed) => readBlob(value, (text) => done(text, null), failed),
      };
    const bytes = copyBytes(value);
    if (bytes) return ready(decode(bytes), bytes);
    if (natives.streamLocked && has(natives.streamLocked, value))
      return {
        kind: 'later',
        body: null,
        start: (done, failed) =>
          readBytesLater(natives.responseBytes(new natives.Response(value)), done, failed),
      };
    if (has(natives.nodeType, value)) return ready(natives.serialize(value), value);
    // Anything else is sent as text: converted once, here, so that it cannot say two things.
    const text = natives.toText(value);
    return ready(text, text, { redactable: true });
  };

  /** Reads a copy of a Request's own body. */
  const readRequest = (request: Request): Reading => {
    if (natives.requestBody && natives.requestBody(request) === null) return { kind: 'empty' };
    return {
      kind: 'later',
      body: request,
      start: (done, failed) =>
        readBytesLater(
          natives.requestBytes(natives.requestClone(request)),
          (text) => done(text, null),
          failed,
        ),
    };
  };

  const isRequest = (value: unknown): value is Request => has(natives.requestUrl, value);

  return { read, readRequest, isRequest, isBlob, readBlob };
}
