const UNITS = ['KB', 'MB', 'GB'] as const;

/** A size for people: `812 B`, `1.4 MB`; 1 KB = 1024 bytes. */
export function bytesText(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`;
  let size = sizeBytes;
  let unit: string = UNITS[0];
  for (const next of UNITS) {
    unit = next;
    size /= 1024;
    if (size < 1023.95) break;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
