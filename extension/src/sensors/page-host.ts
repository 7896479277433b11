/**
 * The host a frame acts for: its own, or for frames without one (about:blank, srcdoc, sandboxed) the nearest
 * ancestor's. `opaque` when nothing is known: on no list, hence foreign to every policy.
 */
export function readPageHost(
  location: Pick<Location, 'hostname' | 'protocol'> & { ancestorOrigins?: ArrayLike<string> },
  origin: string,
): string {
  if (location.hostname !== '') return location.hostname;
  if (location.protocol === 'file:') return 'local-file';
  for (const candidate of [origin, ...Array.from(location.ancestorOrigins ?? [])]) {
    const host = parseHost(candidate);
    if (host !== '') return host;
  }
  return 'opaque';
}

/** Host of a URL without port; empty for what is no web address. */
export function parseHost(url: string): string {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? hostname : '';
  } catch {
    return '';
  }
}
