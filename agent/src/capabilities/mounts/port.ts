/** A mounted volume as the operating system tells it. */
export interface MountedVolume {
  readonly mountPoint: string;
  /** `/dev/sdb1`, `tmpfs`, … */
  readonly source: string;
  readonly fileSystem: string;
  /** Device number of the file system as `fs.Stats.dev` has it. */
  readonly device: bigint;
  /** On a medium a person can carry away: USB, SD, FireWire, phone. */
  readonly removable: boolean;
  readonly readOnly: boolean;
}

/** Mounts: which volumes there are, and when that changes. */
export interface Mounts {
  /** False: `watch` only polls. */
  readonly supportsEvents: boolean;
  /** Every volume that holds files. Throws when the system cannot tell. */
  list(): Promise<readonly MountedVolume[]>;
  /**
   * Calls back after each change, with the mount point where it is known: a volume that went and came
   * back between two looks is told by its mount point alone. Returns the way to stop.
   */
  watch(onChange: (mountPoint: string | null) => void): () => void;
}
