const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/**
 * The text a DataTransfer brings: the plain text, and what its HTML says beyond that. HTML that only repeats
 * the plain text is left out, so that nothing is counted twice.
 */
export function readTransferredText(
  transfer: Pick<DataTransfer, 'getData'>,
  htmlToText: (html: string) => string,
): string {
  const plain = transfer.getData('text/plain');
  const html = transfer.getData('text/html');
  if (html === '') return plain;
  const rich = htmlToText(html);
  if (squeeze(plain).includes(squeeze(rich))) return plain;
  return plain === '' ? rich : `${plain}\n${rich}`;
}

/** Text of an HTML fragment in an inert document: nothing loads, nothing runs. */
export function createHtmlToText(window: Window & typeof globalThis): (html: string) => string {
  return (html) => new window.DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
