/** `sun_path` of unix(7): 108 bytes with the closing zero; the system itself only says "invalid argument". */
const MAX_BYTES = 107;

/** Throws with words for a person when no socket can have this path. */
export function checkSocketPath(socketPath: string): void {
  const bytes = Buffer.byteLength(socketPath);
  if (bytes > MAX_BYTES)
    throw new Error(
      `The path of the socket is too long: ${bytes} bytes, ${MAX_BYTES} are possible (${socketPath}).`,
    );
}
