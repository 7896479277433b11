import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

import { arrivedAbove } from './merge-alert.ts';

const FRESH_MS = 30_000;
const AT_TOP_PX = 4;

export interface Arrivals {
  /** Came since the list was opened, and were not long in sight yet. */
  readonly fresh: ReadonlySet<string>;
  /** The list is scrolled away from its top. */
  readonly away: boolean;
  readonly showTop: () => void;
}

/**
 * Lets new rows in at the top without moving what the person looks at: where the list is scrolled, under the
 * pointer or in focus, the scroll position moves along by what was put above. (The browser's own anchoring is off:
 * it does nothing at the very top.)
 */
export function useArrivals(
  ids: readonly string[],
  scroller: RefObject<HTMLElement | null>,
): Arrivals {
  const before = useRef<{ ids: readonly string[]; heightPx: number }>({ ids: [], heightPx: 0 });
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [away, setAway] = useState(false);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const arrived = arrivedAbove(before.current.ids, ids);
    if (arrived.length > 0) {
      const held =
        list.scrollTop > AT_TOP_PX ||
        list.matches(':hover') ||
        list.contains(document.activeElement);
      if (held) list.scrollBy({ top: list.scrollHeight - before.current.heightPx });
      setFresh((old) => new Set([...old, ...arrived]));
    }
    before.current = { ids, heightPx: list.scrollHeight };
  }, [ids, scroller]);

  useEffect(() => {
    const list = scroller.current;
    if (!list) return undefined;
    const look = (): void => setAway(list.scrollTop > AT_TOP_PX);
    list.addEventListener('scroll', look, { passive: true });
    return () => list.removeEventListener('scroll', look);
  }, [scroller]);

  useEffect(() => {
    if (away || fresh.size === 0) return undefined;
    const timer = setTimeout(() => setFresh(new Set()), FRESH_MS);
    return () => clearTimeout(timer);
  }, [away, fresh]);

  return { fresh, away, showTop: () => scroller.current?.scrollTo({ top: 0 }) };
}
