import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { startTestServer, type TestServer } from '../testing/test-server.ts';

const answerSchema = z.object({
  description: z.string().regex(/^(?!Default)/),
  content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional(),
});
const operationSchema = z.object({
  summary: z.string().min(10),
  tags: z.array(z.string()).length(1),
  security: z.array(z.partialRecord(z.enum(['session', 'endpoint']), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), schema: z.looseObject({}) })).default([]),
  responses: z.record(z.string().regex(/^([1-3]\d\d|[45]XX)$/), answerSchema),
});
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.object({ session: z.unknown(), endpoint: z.unknown() }),
  }),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), operationSchema)),
});

let server: TestServer;
let text: string;
beforeAll(async () => {
  server = await startTestServer();
  text = (await server.app.inject('/openapi.json')).body;
});
afterAll(() => server.stop());

describe('the OpenAPI document', () => {
  it('says of every operation what it does, who may call it and what it answers', () => {
    const { paths } = documentSchema.parse(JSON.parse(text));
    expect(Object.keys(paths).length).toBeGreaterThanOrEqual(18);
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { security, responses }] of Object.entries(operations)) {
        const isOpen = !path.startsWith('/api/') || `${method} ${path}` === 'post /api/v1/session';
        expect([`${method} ${path}`, security.length]).toEqual([
          `${method} ${path}`,
          isOpen ? 0 : 1,
        ]);
        expect(responses['4XX']?.content?.['application/json']).toEqual({
          schema: { $ref: '#/components/schemas/Error' },
        });
      }
  });

  it('refers to nothing that is not in it', () => {
    const { components } = documentSchema.parse(JSON.parse(text));
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(new Set(references)).toEqual(
      new Set(Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`)),
    );
  });

  it('gives files their own media type', () => {
    const { paths } = documentSchema.parse(JSON.parse(text));
    const mediaTypes = (path: string) =>
      Object.keys(paths[path]?.['get']?.responses['200']?.content ?? {});
    expect(mediaTypes('/metrics')).toEqual(['text/plain']);
    expect(mediaTypes('/extension/updates.xml')).toEqual(['application/xml']);
    expect(mediaTypes('/extension/kedun.crx')).toEqual(['application/x-chrome-extension']);
  });
});
