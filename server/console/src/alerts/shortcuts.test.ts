import { expect, it } from 'vitest';

import { type KeyPress, shortcutOf, stepFrom } from './shortcuts.ts';

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    typing: false,
    ...changes,
  };
}

it.each([
  [press('j'), 'next'],
  [press('k', { repeat: true }), 'previous'],
  [press('a'), 'acknowledge'],
  [press('Escape'), 'leave'],
  // An input method holds the key back, the page has no text field in focus.
  [press('Process', { code: 'KeyC' }), 'close'],
  [press('c', { ctrlKey: true }), null],
  [press('a', { metaKey: true }), null],
  [press('f', { typing: true }), null],
  [press('j', { isComposing: true }), null],
  // Holding the key down must not close alert after alert.
  [press('c', { repeat: true }), null],
  [press('x'), null],
  [press('toString'), null],
])('reads %o as %s', (pressed, shortcut) => {
  expect(shortcutOf(pressed)).toBe(shortcut);
});

it.each([
  [['a', 'b', 'c'], 'b', 1, 'c'],
  [['a', 'b', 'c'], 'c', 1, 'c'],
  [['a', 'b', 'c'], 'a', -1, 'a'],
  [['a', 'b', 'c'], null, 1, 'a'],
  [['a', 'b', 'c'], 'gone', -1, 'a'],
  [[], null, 1, null],
] as const)('steps in %j from %s by %i to %s', (ids, from, by, to) => {
  expect(stepFrom(ids, from, by)).toBe(to);
});
