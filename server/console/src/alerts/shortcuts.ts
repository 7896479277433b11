export const SHORTCUTS = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  Escape: 'leave',
  a: 'acknowledge',
  c: 'close',
  f: 'false-alarm',
  '?': 'help',
} as const;
export type Shortcut = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** What of a keyboard event and its target decides. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: tells the letter while an input method swallows it (`key` is then `Process`). */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** The key goes into a text field or an open pop-up. */
  readonly typing: boolean;
}

function isShortcutKey(key: string): key is keyof typeof SHORTCUTS {
  return Object.hasOwn(SHORTCUTS, key);
}

/** The shortcut a key press stands for; null while somebody types or uses the browser's own combinations. */
export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.typing || press.isComposing || press.ctrlKey || press.metaKey || press.altKey)
    return null;
  const key = press.key === 'Process' ? press.code.replace(/^Key/, '').toLowerCase() : press.key;
  if (!isShortcutKey(key)) return null;
  const shortcut = SHORTCUTS[key];
  const moves = shortcut === 'next' || shortcut === 'previous';
  return press.repeat && !moves ? null : shortcut;
}

/** The row j or k goes to; stays at the ends, starts at the top. */
export function stepFrom(ids: readonly string[], from: string | null, by: 1 | -1): string | null {
  const at = from === null ? -1 : ids.indexOf(from);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}
