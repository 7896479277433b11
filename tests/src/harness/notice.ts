import type { CDPSession, Page } from 'playwright-core';

import { waitFor } from './wait.ts';

/** The part of a node of the DevTools protocol that is read here. */
interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function textOf(node: DomNode): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeName === '#text') return `${node.nodeValue}\n`;
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join('');
}

/** Hosts of closed shadow roots in the browser's top layer: where the extension puts its notices. */
function noticeHosts(node: DomNode): DomNode[] {
  const isHost = node.shadowRoots !== undefined && node.attributes?.includes('popover') === true;
  return [...(isHost ? [node] : []), ...(node.children ?? []).flatMap(noticeHosts)];
}

async function read(session: CDPSession): Promise<string | null> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const text = noticeHosts(root).map(textOf).join('\n').trim();
  return text === '' ? null : text;
}

/**
 * Waits for the extension's notice and answers with what it says. Its shadow root is closed to the page and to
 * the page's tools; the browser itself can look inside.
 */
export async function noticeText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    return await waitFor('the notice', () => read(session), { timeoutMs: 5000 });
  } finally {
    await session.detach();
  }
}
