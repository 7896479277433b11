import { useEffect, useRef } from 'react';

import { type Shortcut, shortcutOf } from './shortcuts.ts';

/** Where keys belong to what has the focus. */
const TYPING = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=listbox]';

/** Calls `act` for every shortcut pressed anywhere on the page. */
export function useShortcuts(act: (shortcut: Shortcut) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      // Enter on a link or a button is already what it says.
      if (event.key === 'Enter' && target?.closest('a, button')) return;
      const { key, code, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
      const typing = target?.closest(TYPING) !== null && target !== null;
      const shortcut = shortcutOf({
        key,
        code,
        ctrlKey,
        metaKey,
        altKey,
        repeat,
        isComposing,
        typing,
      });
      if (!shortcut) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
