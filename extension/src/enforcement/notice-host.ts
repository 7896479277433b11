/** Inline and important: beats every style sheet of the page, also `!important` ones. */
const HOST_STYLE = [
  'all: initial',
  'color-scheme: light dark',
  'display: block',
  'position: fixed',
  'inset: 12px 12px auto auto',
  'width: min(360px, calc(100vw - 24px))',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'background: transparent',
  'overflow: visible',
  'visibility: visible',
  'opacity: 1',
  // The cards take events, the room around them (for their shadows) does not.
  'pointer-events: none',
  'z-index: 2147483647',
]
  .map((rule) => `${rule} !important;`)
  .join(' ');

const CHECK_EVERY_MS = 300;
/** How often a second what the page changed is put back at once; beyond that the check above has to do. */
const RESTORES_PER_SECOND = 20;

export interface NoticeHost {
  readonly shadow: ShadowRoot;
  readonly element: HTMLElement;
  raise(): void;
  lower(): void;
}

/** The topmost element that everything else is inert under, else the document. */
function container(document: Document): Element {
  const modal = Array.from(document.querySelectorAll('dialog:modal')).at(-1);
  return modal ?? document.fullscreenElement ?? document.documentElement;
}

/**
 * The element that carries the notices: closed shadow root, top layer where the browser has one. What the page
 * does to it (remove, restyle, hide, cover by another top-layer element) is undone while a notice is up.
 */
export function createNoticeHost(window: Window & typeof globalThis): NoticeHost {
  const { document } = window;
  const element = document.createElement('div');
  const shadow = element.attachShadow({ mode: 'closed' });
  let isUp = false;
  let timer: number | undefined;
  let restores = 0;

  const putRight = () => {
    if (!isUp) return;
    const parent = container(document);
    if (element.parentNode !== parent) parent.append(element);
    if (element.getAttribute('style') !== HOST_STYLE) element.setAttribute('style', HOST_STYLE);
    if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
    for (const name of element.getAttributeNames())
      if (name !== 'style' && name !== 'popover') element.removeAttribute(name);
    if ('showPopover' in element && !element.matches(':popover-open')) element.showPopover();
  };

  const restore = () => {
    restores += 1;
    if (restores <= RESTORES_PER_SECOND) putRight();
  };
  const observer = new window.MutationObserver(restore);
  element.addEventListener('toggle', restore);

  const raise = () => {
    if (isUp) return putRight();
    isUp = true;
    putRight();
    observer.observe(element, { attributes: true });
    let ticks = 0;
    timer = window.setInterval(() => {
      ticks += 1;
      if (ticks % 3 === 0) restores = 0;
      putRight();
    }, CHECK_EVERY_MS);
  };

  const lower = () => {
    if (!isUp) return;
    isUp = false;
    observer.disconnect();
    window.clearInterval(timer);
    element.remove();
  };

  return { shadow, element, raise, lower };
}
