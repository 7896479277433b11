import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const namesIn = (zip: Uint8Array): string[] => Object.keys(unzipSync(zip));

describe('delivery', () => {
  let server: TestServer;
  let folder: string;
  beforeEach(async () => {
    server = await startTestServer();
    folder = server.config.extensionDir;
  });
  afterEach(() => server.stop());

  function build(version: string, script = 'void 0;'): void {
    mkdirSync(path.join(folder, 'js'), { recursive: true });
    const manifest = { manifest_version: 3, name: 'Kedun', version };
    writeFileSync(path.join(folder, 'js/background.js'), script);
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  }
  const get = (url: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'GET', url, headers });

  it('serves what is built, as soon as it is built', async () => {
    expect((await get('/extension/info.json')).json()).toMatchObject({
      code: 'resource.not-found',
    });
    build('1.2.3');
    const info = (await get('/extension/info.json')).json<Record<string, string>>();
    expect(info).toEqual({
      id: expect.stringMatching(/^[a-p]{32}$/) as string,
      version: '1.2.3',
      updateUrl: 'http://127.0.0.1:8710/extension/updates.xml',
    });
    const xml = await get(`/extension/updates.xml?os=linux&x=id%3D${info['id'] ?? ''}%26uc`);
    expect(xml.headers['content-type']).toContain('xml');
    expect(xml.body).toContain(`appid="${info['id'] ?? ''}"`);
    expect(xml.body).toContain(
      'codebase="http://127.0.0.1:8710/extension/kedun.crx" version="1.2.3"',
    );
  });

  it('signs a package whose id belongs to the key, and whose content is the folder', async () => {
    build('1.0');
    symlinkSync('/etc/hostname', path.join(folder, 'js/way-out'));
    const { rawPayload: crx, headers } = await get('/extension/kedun.crx');
    expect(headers['content-type']).toBe('application/x-chrome-extension');
    expect(crx.subarray(0, 8)).toEqual(Buffer.from('Cr24\u0003\0\0\0', 'latin1'));
    const headerLength = crx.readUInt32LE(8);
    const zip = crx.subarray(12 + headerLength);
    const spki = createPublicKey(server.keys.extension).export({ type: 'spki', format: 'der' });
    const header = crx.subarray(12, 12 + headerLength);
    expect(header.includes(spki)).toBe(true);
    // signed_header_data: field 1, 16 bytes.
    const id = createHash('sha256').update(spki).digest().subarray(0, 16);
    const signedHeader = Buffer.concat([Buffer.from([0x0a, 16]), id]);
    expect(header.subarray(-18)).toEqual(signedHeader);
    const verify = createVerify('sha256')
      .update(Buffer.from('CRX3 SignedData\0'))
      .update(Buffer.from([18, 0, 0, 0]))
      .update(signedHeader)
      .update(zip);
    // Before it: tag of field 10000 (3 bytes) and length (1); the signature is what precedes them.
    const signature = header.subarray(-18 - 4 - 256, -18 - 4);
    expect(verify.verify(server.keys.extension, signature)).toBe(true);
    expect(namesIn(zip)).toEqual(['js/background.js', 'manifest.json']);
  });

  it('packs anew when, and only when, a file changed', async () => {
    build('1.0');
    const first = String((await get('/extension/kedun.crx')).headers.etag);
    const again = await get('/extension/kedun.crx', { 'if-none-match': first });
    expect(again.statusCode).toBe(304);
    build('1.1', 'void 1;');
    const changed = await get('/extension/kedun.crx', { 'if-none-match': first });
    expect(changed.statusCode).toBe(200);
    expect((await get('/extension/info.json')).json()).toMatchObject({ version: '1.1' });
  });

  it.each(['{', '{"version":"1\\"/><x"}', '{}'])(
    'serves no package with manifest %s',
    async (text) => {
      build('1.0');
      writeFileSync(path.join(folder, 'manifest.json'), text);
      for (const file of ['info.json', 'updates.xml', 'kedun.crx'])
        expect((await get(`/extension/${file}`)).json()).toMatchObject({
          code: 'resource.not-found',
        });
    },
  );
});
