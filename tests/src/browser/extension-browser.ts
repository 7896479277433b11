import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type BrowserContext, chromium, type Worker } from 'playwright-core';

const repository = path.resolve(import.meta.dirname, '../../..');
const unpacked = path.join(repository, 'extension/.output/chrome-mv3');

/** Builds the extension as it ships. Rejects with the build's output when a budget or the types of a bundle do not hold. */
export async function buildExtension(): Promise<string> {
  const wxt = path.join(repository, 'node_modules/.bin/wxt');
  const child = spawn(wxt, ['build', '--browser', 'chrome', '--mv3'], {
    cwd: path.join(repository, 'extension'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(Buffer.concat(output).toString());
  return unpacked;
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly worker: Worker;
  close(): Promise<void>;
}

/** Chromium with an empty profile and nothing but the extension in it. */
export async function launchWithExtension(
  options: { locale?: string; colorScheme?: 'light' | 'dark' } = {},
): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'kedun-profile-'));
  const locale = options.locale ?? 'zh-CN';
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    executablePath: process.env['KEDUN_CHROMIUM'] ?? '/usr/bin/chromium',
    colorScheme: options.colorScheme ?? 'light',
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 960, height: 640 },
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
      '--disable-component-update',
      `--lang=${locale}`,
      `--load-extension=${unpacked}`,
      `--disable-extensions-except=${unpacked}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    worker,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

export interface LoopbackSite {
  readonly url: string;
  /** Bodies and addresses of everything that reached the site, pages apart. */
  readonly received: string[];
  close(): Promise<void>;
}

/** A site that serves `html` at / and /frame, and keeps what it is sent. */
export async function startSite(html: string): Promise<LoopbackSite> {
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
      response.end(html);
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
