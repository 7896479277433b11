import type { Language } from '@kedun/shared/contracts/vocabulary';

import type { NoticeContent } from '../messages/background-message.ts';
import { buildCard, type Card } from '../ui/notice-card.ts';
import { NOTICE_STYLE } from '../ui/notice-style.ts';
import type { NoticeChoices, Notices } from './enforcer.ts';
import { createNoticeHost, type NoticeHost } from './notice-host.ts';

const CARDS_SHOWN = 3;
const STAY_MS = 20_000;
/** Below this a frame cannot show a notice: its tab's top frame does. */
const ROOM = { width: 380, height: 260 } as const;

/** Events inside the notice that are nobody else's business. */
const PRIVATE_EVENTS =
  'keydown keypress keyup beforeinput input change copy cut paste compositionstart compositionupdate compositionend click dblclick auxclick pointerdown pointerup mousedown mouseup touchstart touchend contextmenu focusin focusout'.split(
    ' ',
  );

interface Shown {
  readonly key: string;
  readonly card: Card;
  readonly choices: NoticeChoices;
  readonly count: number;
  readonly interrupts: boolean;
  readonly until: number;
}

export interface NoticeBoardDeps {
  readonly window: Window & typeof globalThis;
  /** Registers on the window, before any listener of the page. */
  readonly listen: (type: string, listener: (event: Event) => void) => void;
  readonly language: Language;
  readonly isTop: boolean;
  readonly now: () => number;
  /** Shows it in the tab's top frame. */
  readonly relay: (content: NoticeContent) => void;
}

const keyOf = (content: NoticeContent): string =>
  [content.channel, content.action, content.clause?.id, content.destination, content.failure].join(
    '|',
  );

function isOnScreen(window: Window): boolean {
  return window.innerWidth >= ROOM.width && window.innerHeight >= ROOM.height;
}

/** Shows notices in the page: what happened, why, what now. Same things coalesce; three at most are up. */
export function createNoticeBoard(deps: NoticeBoardDeps): Notices {
  const { window, language, now } = deps;
  const { document } = window;
  let host: NoticeHost | null = null;
  let board: HTMLElement | null = null;
  let shown: readonly Shown[] = [];
  let focusBefore: Element | null = null;
  let sweep: number | undefined;

  const hasFocus = () =>
    host?.shadow.activeElement !== null && host?.shadow.activeElement !== undefined;

  const returnFocus = () => {
    if (focusBefore instanceof window.HTMLElement && focusBefore.isConnected) focusBefore.focus();
    focusBefore = null;
  };

  const drop = (entry: Shown) => {
    const hadFocus = entry.card.element.contains(host?.shadow.activeElement ?? null);
    entry.card.element.remove();
    shown = shown.filter((other) => other !== entry);
    if (shown.length === 0) {
      host?.lower();
      window.clearInterval(sweep);
    }
    if (hadFocus || shown.length === 0) returnFocus();
  };

  const dismiss = (entry: Shown | undefined) => {
    if (!entry) return;
    entry.choices.leave?.();
    drop(entry);
  };

  const dropOld = () => {
    for (const entry of shown) {
      const busy = entry.card.element.matches(':hover, :focus-within') || entry.choices.goOn;
      if (!busy && entry.until < now()) drop(entry);
    }
  };

  const pressed = (event: Event): (() => void) | undefined => {
    const pointer = event instanceof window.MouseEvent && event.detail > 0;
    const hit = pointer
      ? host?.shadow.elementFromPoint(event.clientX, event.clientY)
      : host?.shadow.activeElement;
    const control = hit?.closest('button');
    if (!control) return undefined;
    return shown.map(({ card }) => card.actions.get(control)).find((action) => action);
  };

  /**
   * Registered at document_start, so before any listener of the page: the page neither sees typing and pressing
   * in a notice nor can it swallow them. Default actions (typing, focus) stay.
   */
  const onPrivateEvent = (event: Event) => {
    if (!host || event.target !== host.element) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    if (event.type === 'click') pressed(event)?.();
    if (
      event instanceof window.KeyboardEvent &&
      event.type === 'keydown' &&
      event.key === 'Escape'
    ) {
      const inside = shown.find(({ card }) =>
        card.element.contains(host?.shadow.activeElement ?? null),
      );
      dismiss(inside ?? shown[0]);
    }
  };
  for (const type of PRIVATE_EVENTS) deps.listen(type, onPrivateEvent);
  deps.listen('pagehide', () => {
    for (const { choices } of shown) choices.leave?.();
    shown = [];
  });

  const stage = (): HTMLElement => {
    host ??= createNoticeHost(window);
    if (board) return board;
    const style = document.createElement('style');
    style.textContent = NOTICE_STYLE;
    board = document.createElement('div');
    board.className = 'board';
    board.lang = language === 'zh' ? 'zh-CN' : 'en';
    host.shadow.append(style, board);
    return board;
  };

  const present = (content: NoticeContent, choices: NoticeChoices, interrupts: boolean) => {
    const target = stage();
    const key = keyOf(content);
    const same = shown.find((entry) => entry.key === key);
    const hadFocus = same?.card.element.contains(host?.shadow.activeElement ?? null) === true;
    const count = (same?.count ?? 0) + 1;
    // A card that waits for a reason is not thrown away under the typing hand.
    if (same?.choices.goOn && hadFocus) {
      choices.leave?.();
      return;
    }
    same?.choices.leave?.();
    const model = { content, choices, count, interrupts };
    const entry: Shown = {
      key,
      card: buildCard(document, model, language, () => drop(entry)),
      choices,
      count,
      interrupts,
      until: now() + STAY_MS,
    };
    if (same) same.card.element.replaceWith(entry.card.element);
    else target.prepend(entry.card.element);
    shown = [entry, ...shown.filter((other) => other !== same)];
    for (const old of shown.slice(CARDS_SHOWN)) dismiss(old);
    host?.raise();
    window.clearInterval(sweep);
    sweep = window.setInterval(dropOld, 1_000);
    if (!interrupts && !hadFocus) return;
    if (!hasFocus()) focusBefore = document.activeElement;
    entry.card.entry.focus({ preventScroll: true });
  };

  return {
    show(content, choices, interrupts) {
      // Later, never inside the event that is judged: see network.request/bridge-end.
      window.setTimeout(() => {
        if (deps.isTop || isOnScreen(window)) present(content, choices, interrupts);
        else {
          choices.leave?.();
          deps.relay(content);
        }
      }, 0);
    },
  };
}
