import type { MountedVolume } from '../mounts/port.ts';

export interface FileFacts {
  readonly sizeBytes: number;
  /** Account that owns the file, where the file system knows accounts. */
  readonly ownerId: number | null;
  /** Changes whenever content, size or identity do; equal = the same file, untouched. */
  readonly fingerprint: string;
}

export type EraseOutcome =
  | 'erased'
  /** Another file is at the path now, or it was written to meanwhile: nothing was touched. */
  | 'changed'
  | 'gone'
  | 'volume-read-only'
  | 'io-error';

export type CopyOutcome = 'copied' | 'changed' | 'no-space' | 'io-error';

/** One regular file on a watched volume, held open: what is done to it is done to this very file. */
export interface OpenVolumeFile {
  readonly facts: FileFacts;
  /** The whole content, at most `maxBytes`. Throws on I/O errors (a medium pulled out). */
  read(maxBytes: number): Promise<Uint8Array>;
  /** True while nobody has written to it since it was opened. */
  isUnchanged(): Promise<boolean>;
  /** Copies to a new file of mode 0600 on this machine's disk and syncs it. */
  copyTo(destination: string): Promise<CopyOutcome>;
  /**
   * Unlinks and overwrites with zeros. Either the file is gone or it is as it was. A content with a second
   * name is only unlinked.
   */
  erase(): Promise<EraseOutcome>;
  /** Writes a small file into the same folder, never over another. */
  leaveBeside(name: string, text: string): Promise<'written' | 'not-written'>;
  close(): Promise<void>;
}

export type OpenOutcome =
  | { readonly state: 'open'; readonly file: OpenVolumeFile }
  | { readonly state: 'gone' }
  /** A link, a folder, a device, or on another file system. */
  | { readonly state: 'not-a-file' }
  | { readonly state: 'unreadable'; readonly code: string };

/** Files on volumes that other people write to at the same time, and may try to swap for others. */
export interface VolumeFiles {
  open(volume: MountedVolume, path: string): Promise<OpenOutcome>;
  /** Facts without opening; null when it is not there or no regular file. */
  look(volume: MountedVolume, path: string): Promise<FileFacts | null>;
}
