import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

function build(): void {
  const folder = server.config.consoleDir;
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>console</title>');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js'), 'void 0;');
  writeFileSync(path.join(folder, '.env'), 'SECRET=1');
}
const get = (url: string, accept = 'text/html') =>
  server.app.inject({ method: 'GET', url, headers: { accept } });

describe('the console', () => {
  it('is not there, coded, before it is built', async () => {
    for (const url of ['/', '/alerts'])
      expect((await get(url)).json()).toMatchObject({ code: 'route.not-found' });
  });

  it('answers its page at every address it routes itself, never cached', async () => {
    build();
    for (const url of ['/', '/alerts', '/alerts/0190a3b4-0000-7000-8000-000000000000?tab=x']) {
      const answer = await get(url);
      expect(answer.body).toContain('<title>console</title>');
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('lets browsers keep assets for ever', async () => {
    build();
    const answer = await get('/assets/app-1a2b.js', '*/*');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers['content-type']).toContain('javascript');
  });

  it.each([
    ['/assets/gone.js', 'text/html'],
    ['/api/v1/nothing', 'text/html'],
    ['/alerts', 'application/json'],
    ['/.env', '*/*'],
    ['/%2e%2e/kedun.sqlite', '*/*'],
    ['/..%2fkedun.sqlite', '*/*'],
  ])('is not what %s (%s) answers', async (url, accept) => {
    build();
    const answer = await get(url, accept);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'route.not-found' });
  });
});
