import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { ensureBuilt } from '../harness/build.ts';
import { launchUnmanagedBrowser, type ManagedBrowser } from '../harness/chromium.ts';
import { REPOSITORY } from '../harness/repository.ts';

/** Made up; they pass the checks. */
export const MOBILE = '13912345678';
export const RESIDENT_ID = '11010519491231002X';
export const DIRTY = `客户手机号 ${MOBILE},身份证号 ${RESIDENT_ID}`;
const HTML = `<!doctype html><meta charset="utf-8"><title>site</title>
<p id="dirty">${DIRTY}</p><p id="clean">四月例会改到周三</p>
<input id="field"><textarea id="area"></textarea><div id="rich" contenteditable></div>
<input type="file" id="file" multiple>
<script>
  window.changes = [];
  document.getElementById('file').addEventListener('input', (event) => window.changes.push('input ' + event.target.files.length));
  document.getElementById('file').addEventListener('change', (event) => window.changes.push('change ' + [...event.target.files].map((f) => f.name)));
</script>`;

export interface LoopbackSite {
  readonly url: string;
  /** Addresses and bodies of everything that reached the site, pages apart. */
  readonly received: string[];
  close(): Promise<void>;
}

/** A site with one page, at / and /frame, that keeps what it is sent. */
async function startSite(): Promise<LoopbackSite> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const address = request.url ?? '/';
      const isPage = address === '/' || address === '/frame' || address === '/favicon.ico';
      if (!isPage)
        received.push(`${decodeURIComponent(address)} ${Buffer.concat(chunks).toString('utf8')}`);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(HTML);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface UnconfiguredBrowser {
  readonly browser: ManagedBrowser;
  readonly site: LoopbackSite;
  /** A fresh page of the site, in front. */
  openPage(): Promise<Page>;
  /** Puts text on the clipboard as another program would: from a page where no hook runs. */
  fillClipboard(text: string, front: Page): Promise<void>;
  close(): Promise<void>;
}

/** Chromium with the extension and nobody to configure it: no policy, no server, no agent. */
export async function startUnconfigured(): Promise<UnconfiguredBrowser> {
  await ensureBuilt(() => undefined);
  const profileDir = await mkdtemp(path.join(tmpdir(), 'kedun-profile-'));
  const site = await startSite();
  const extensionDir = path.join(REPOSITORY, 'extension/.output/chrome-mv3');
  const browser = await launchUnmanagedBrowser({ profileDir }, extensionDir);
  return {
    browser,
    site,
    async openPage() {
      site.received.length = 0;
      const page = await browser.newPage(site.url);
      await page.bringToFront();
      return page;
    },
    async fillClipboard(text, front) {
      const own = await browser.newPage(`chrome-extension://${browser.extensionId}/popup.html`);
      await own.evaluate((value) => navigator.clipboard.writeText(value), text);
      await own.close();
      await front.bringToFront();
    },
    async close() {
      await browser.close();
      await site.close();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}
