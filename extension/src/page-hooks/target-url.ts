import type { Natives } from './captured-natives.ts';

/** Where a request goes, and the text that its address itself carries out. */
export interface TargetUrl {
  /** Absolute; the raw input when it is no URL. */
  readonly href: string;
  /** Decoded path and query; empty where there is nothing in them that could be customer data. */
  readonly text: string;
  /** False for data:, blob: and the like: nothing leaves. */
  readonly leaves: boolean;
}

/** Path segments are read only when they hold this many digits: routes are words, identifiers are not. */
const PATH_WITH_NUMBER = /\d(?:\D{0,3}\d){6}/;

/** Resolves a request URL as the browser will. Never throws. */
export function createTargetUrl(natives: Natives) {
  const decoded = (text: string): string => {
    try {
      return natives.decodeUri(text);
    } catch {
      return text;
    }
  };

  return (input: string): TargetUrl => {
    let url: URL;
    try {
      // Of the document there is now: a window that was covered early may have got another.
      const document = natives.get(natives.window, 'document');
      url = new natives.URL(input, natives.baseUri(document));
    } catch {
      return { href: input, text: '', leaves: false };
    }
    const protocol = natives.urlProtocol(url);
    if (protocol !== 'http:' && protocol !== 'https:')
      return { href: natives.urlHref(url), text: '', leaves: false };
    let text = '';
    const pathname = decoded(natives.urlPathname(url));
    if (natives.test(PATH_WITH_NUMBER, pathname) !== null) text += `${pathname}\n`;
    const params = new natives.URLSearchParams(natives.urlSearch(url));
    natives.paramsEach(params, (value, name) => {
      text += `${name}=${value}\n`;
    });
    return { href: natives.urlHref(url), text, leaves: true };
  };
}

export type ToTargetUrl = ReturnType<typeof createTargetUrl>;
