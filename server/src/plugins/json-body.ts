import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import { CodedError } from './coded-error.ts';

/** Deepest nesting of objects and arrays in a body; the contracts need less than half of it. */
export const JSON_DEPTH_MAX = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Deepest nesting of a JSON text, found in one pass over its bytes and without building anything. */
export function jsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    }
  }
  return deepest;
}

function parse(bytes: Buffer): unknown {
  if (jsonDepth(bytes) > JSON_DEPTH_MAX) throw new CodedError('request.malformed');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CodedError('request.malformed');
  }
}

/** JSON is the only media type taken in. The bytes are kept for the endpoint proof, which signs them. */
export const jsonBodyPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    app.decorateRequest('rawBody', null);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (request: { rawBody: Buffer | null }, body: Buffer) => {
        request.rawBody = body;
        return parse(body);
      },
    );
  },
  { name: 'kedun-json-body' },
);

declare module 'fastify' {
  interface FastifyRequest {
    rawBody: Buffer | null;
  }
}
