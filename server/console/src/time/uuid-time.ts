/** The time in a UUID version 7 (RFC 9562, section 5.7): what lists that sort by id are sorted by. Milliseconds. */
export function uuidTime(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
