import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noContent, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import type { ExtensionPackage, ExtensionPackages } from './package.ts';

export interface ExtensionDeliveryDeps {
  readonly packages: ExtensionPackages;
  readonly publicUrl: () => string;
}

const infoSchema = z.strictObject({ id: z.string(), version: z.string(), updateUrl: z.string() });
/** Browsers add what they hold (`x=id%3D…`, `os`, `prodversion` …); nothing of it is looked at. */
const updateQuery = z.record(z.string().max(128), z.union([z.string(), z.array(z.string())]));

/**
 * The update manifest of force-installed extensions (Omaha response, protocol 2.0). Id and version are
 * checked where they are read; the address is a parsed origin: nothing needs escaping.
 */
function updateManifest({ id, version }: ExtensionPackage, codebase: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${codebase}" version="${version}" status="ok"/>
  </app>
</gupdate>
`;
}

/** Serves the extension to browsers that are told by policy to install it. */
export function registerExtensionDelivery(app: FastifyInstance, deps: ExtensionDeliveryDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['extension-delivery'];
  const config = {
    auth: 'public',
    audit: null,
    rateLimit: perMinute(REQUESTS_PER_MINUTE),
  } as const;
  async function current(): Promise<ExtensionPackage> {
    const found = await deps.packages.current();
    if (!found) throw new CodedError('resource.not-found');
    return found;
  }

  routes.get(
    '/extension/updates.xml',
    {
      schema: {
        summary: 'Update manifest for browsers that are told by policy to install the extension.',
        tags,
        querystring: updateQuery,
        produces: ['application/xml'],
        response: { 200: z.string().describe('Omaha response, XML'), ...errorResponses },
      },
      config,
    },
    async (_request, reply) => {
      const codebase = `${deps.publicUrl()}/extension/kedun.crx`;
      return reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'no-cache')
        .serializer(String)
        .send(updateManifest(await current(), codebase));
    },
  );

  routes.get(
    '/extension/kedun.crx',
    {
      schema: {
        summary: 'The extension, packed and signed (CRX3); 304 by `ETag`.',
        tags,
        querystring: updateQuery,
        produces: ['application/x-chrome-extension'],
        response: {
          200: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }),
          304: noContent,
          ...errorResponses,
        },
      },
      config,
    },
    async (request, reply) => {
      const { crx, etag } = await current();
      void reply.header('etag', etag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      return reply.code(200).type('application/x-chrome-extension').send(crx);
    },
  );

  routes.get(
    '/extension/info.json',
    {
      schema: {
        summary: 'Id, version and update address of the extension.',
        tags,
        querystring: noQuery,
        response: { 200: infoSchema, ...errorResponses },
      },
      config,
    },
    async () => {
      const { id, version } = await current();
      return { id, version, updateUrl: `${deps.publicUrl()}/extension/updates.xml` };
    },
  );
}
