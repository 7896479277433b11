import { readFile } from 'node:fs/promises';
import path from 'node:path';

import fastifyStatic from '@fastify/static';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses } from '../../plugins/route-declaration.ts';
import { perMinute } from '../../plugins/security.ts';

export interface ConsoleAppDeps {
  /** Where the built console lies; may appear later. */
  readonly folder: string;
}

/** First path segments that are never a page of the console. */
const NOT_PAGES = new Set(['api', 'extension', 'docs', 'metrics', 'healthz', 'readyz', 'assets']);

function isPage(request: FastifyRequest): boolean {
  const [pathname = ''] = request.url.split('?');
  const segment = pathname.split('/')[1] ?? '';
  return (
    request.method === 'GET' &&
    !NOT_PAGES.has(segment) &&
    (request.headers.accept?.includes('text/html') ?? false)
  );
}

/** The console's files, and its one page for every address that the console itself routes. */
export async function registerConsoleApp(
  app: FastifyInstance,
  { folder }: ConsoleAppDeps,
): Promise<void> {
  await app.register(fastifyStatic, {
    preCompressed: true,
    root: folder,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Vite names assets by their content.
      const isAsset = file.includes('/assets/');
      void reply.header(
        'cache-control',
        isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });

  /** Read anew each time: it is small, and a new build must show at once. */
  async function sendPage(reply: FastifyReply): Promise<FastifyReply> {
    let page: string;
    try {
      page = await readFile(path.join(folder, 'index.html'), 'utf8');
    } catch {
      throw new CodedError('route.not-found');
    }
    return reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .serializer(String)
      .send(page);
  }

  app.setNotFoundHandler(
    { preHandler: app.rateLimit() },
    async (request: FastifyRequest, reply: FastifyReply) => {
      if (!isPage(request)) throw new CodedError('route.not-found');
      return await sendPage(reply);
    },
  );

  app.withTypeProvider<ZodTypeProvider>().get(
    '/*',
    {
      schema: {
        hide: true,
        params: z.strictObject({ '*': z.string().max(1024) }),
        querystring: z.record(z.string(), z.unknown()),
        response: { 200: z.unknown(), ...errorResponses },
      },
      config: { auth: 'public', audit: null, rateLimit: perMinute(3_000) },
    },
    (request, reply) => {
      const { '*': file } = request.params;
      return file === '' || file === 'index.html' ? sendPage(reply) : reply.sendFile(file);
    },
  );
}
