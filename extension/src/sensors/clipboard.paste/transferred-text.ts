import { elementsUnder, readHiddenText } from '../hidden-text.ts';

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
const KNOWN_TYPES = new Set(['text/plain', 'text/html', 'Files']);

/** What an HTML fragment says: its text, and what its attributes and fields hold besides. */
export interface HtmlText {
  readonly text: string;
  readonly hidden: string;
}

/**
 * The text a DataTransfer brings: the plain text, what its HTML says beyond that, and what other formats hold (a page
 * may read any of them). What only repeats the plain text is left out, so that nothing is counted twice.
 */
export function readTransferredText(
  transfer: Pick<DataTransfer, 'getData' | 'types'>,
  readHtml: (html: string) => HtmlText,
): string {
  const plain = transfer.getData('text/plain');
  const parts = plain === '' ? [] : [plain];
  const addUnknown = (text: string) => {
    if (text !== '' && !squeeze(parts.join('\n')).includes(squeeze(text))) parts.push(text);
  };
  const html = transfer.getData('text/html');
  if (html !== '') {
    const { text, hidden } = readHtml(html);
    addUnknown(text);
    addUnknown(hidden);
  }
  for (const type of transfer.types) if (!KNOWN_TYPES.has(type)) addUnknown(transfer.getData(type));
  return parts.join('\n');
}

/** Reads HTML in an inert document: nothing loads, nothing runs. */
export function createHtmlReader(window: Window & typeof globalThis): (html: string) => HtmlText {
  return (html) => {
    const { body } = new window.DOMParser().parseFromString(html, 'text/html');
    const text = body.textContent;
    return { text, hidden: readHiddenText(elementsUnder(body), text, () => null).text };
  };
}
