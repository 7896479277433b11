const START = '/alerts';

/**
 * Where to go after a login. Only a path of this console: an address of another site (also in the forms `//host` and
 * `/\host`, which browsers read as one) must not be reached through our login page.
 */
export function backAddress(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2048) return START;
  // An address is printable ASCII; of that, everything but the backslash.
  if (!/^\/(?!\/)[!-[\]-~]*$/.test(value)) return START;
  return value.startsWith('/login') ? START : value;
}
