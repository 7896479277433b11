import { createHash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { html } from './html.ts';
import type { Site, Words } from './site.ts';

const TEXT = {
  brand: { zh: '极速网盘', en: 'Quickdisk' },
  title: { zh: '我的文件', en: 'My files' },
  drop: { zh: '把文件拖到这里，或', en: 'Drop files here, or' },
  choose: { zh: '选择文件', en: 'choose files' },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  digest: { zh: '校验值', en: 'SHA-256' },
  empty: { zh: '还没有文件。', en: 'No files yet.' },
  failed: { zh: '上传失败。', en: 'The upload failed.' },
} satisfies Record<string, Words>;

/** Files of a multipart body, read by the platform's own parser. */
async function filesOf(request: FastifyRequest): Promise<File[]> {
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(request.body as Buffer<ArrayBuffer>, {
    headers: { 'content-type': type },
  }).formData();
  return form.getAll('file').filter((part) => typeof part !== 'string');
}

/** A public net disk: anything uploaded here has left the company. */
export const diskSite: Site = {
  name: 'disk',
  title: { zh: '极速网盘', en: 'Quickdisk' },
  page(path, language) {
    if (path !== '/') return null;
    const text = (key: keyof typeof TEXT): string => TEXT[key][language];
    return html`<div class="disk">
      <header class="disk-head">
        <span class="disk-logo" aria-hidden="true"></span><strong>${text('brand')}</strong>
      </header>
      <main>
        <h1>${text('title')}</h1>
        <div id="drop" class="drop">
          <p>
            ${text('drop')}
            <label class="button primary"
              >${text('choose')}<input id="file" type="file" multiple
            /></label>
          </p>
          <output id="state" role="status" data-failed="${text('failed')}"></output>
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">${text('name')}</th>
              <th scope="col">${text('size')}</th>
              <th scope="col">${text('digest')}</th>
            </tr>
          </thead>
          <tbody id="files">
            <tr class="empty">
              <td colspan="3">${text('empty')}</td>
            </tr>
          </tbody>
        </table>
      </main>
    </div>`;
  },
  register(app, hostPattern) {
    app.post('/api/files', { constraints: { host: hostPattern } }, async (request, reply) => {
      const files = await filesOf(request);
      const stored = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          sizeBytes: file.size,
          sha256: createHash('sha256')
            .update(new Uint8Array(await file.arrayBuffer()))
            .digest('hex'),
        })),
      );
      return reply.code(201).send({ files: stored });
    });
  },
};
