import { Transform } from 'node:stream';

/** One request as it reached a demo site. `bodyText` grows as bytes arrive, so an aborted upload leaves a trace too. */
export interface ReceivedRequest {
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: string;
  readonly bodyBytes: Uint8Array;
  readonly bodyText: string;
}

interface Entry extends Omit<ReceivedRequest, 'bodyBytes' | 'bodyText'> {
  readonly chunks: Buffer[];
}

export interface Recorder {
  /** A stream that passes the body on and keeps a copy. */
  record(request: Omit<ReceivedRequest, 'bodyBytes' | 'bodyText'>): Transform;
  received(): ReceivedRequest[];
  clear(): void;
}

/** Keeps everything that reached the demo sites, in memory: what is not in here did not get out. */
export function createRecorder(maxEntries = 5000): Recorder {
  let entries: Entry[] = [];
  return {
    record(request) {
      const entry: Entry = { ...request, chunks: [] };
      entries.push(entry);
      if (entries.length > maxEntries) entries = entries.slice(-maxEntries);
      return new Transform({
        transform(chunk: Buffer, _encoding, done) {
          entry.chunks.push(Buffer.from(chunk));
          done(null, chunk);
        },
      });
    },
    received: () =>
      entries.map(({ chunks, ...entry }) => {
        const bodyBytes = Buffer.concat(chunks);
        return { ...entry, bodyBytes, bodyText: bodyBytes.toString('utf8') };
      }),
    clear: () => {
      entries = [];
    },
  };
}
