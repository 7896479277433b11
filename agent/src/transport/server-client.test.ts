import { generateKeyPair } from 'jose';
import { expect, it } from 'vitest';

import { createIdMaker } from '../ids/uuidv7.ts';
import { createServerClient } from './server-client.ts';

async function ask(respond: () => Response | Promise<Response>) {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  let calls = 0;
  const client = createServerClient({
    serverUrl: 'http://server.example',
    endpointId: createIdMaker()(),
    privateKey,
    fetch: () => {
      calls += 1;
      return Promise.resolve(respond());
    },
  });
  return { answer: await client.request('GET', '/api/v1/endpoint/policy'), calls };
}

const coded = (code: string) =>
  Response.json(
    { code, message: { zh: '字', en: 'words' }, reference: 'r', serverTime: Date.now() },
    { status: 401 },
  );

it.each<[string, () => Response | Promise<Response>, object]>([
  [
    'nobody there',
    () => Promise.reject(new Error('ECONNREFUSED')),
    { code: 'network.unreachable', retryable: true },
  ],
  [
    'a proxy with a page of its own',
    () => new Response('<html>', { status: 502 }),
    { code: 'network.bad-answer', retryable: true },
  ],
  ['a success that is no JSON', () => new Response('<html>'), { code: 'network.bad-answer' }],
  ['an unknown code', () => coded('brand.new'), { code: 'network.bad-answer' }],
  [
    'an answer without end',
    () => new Response('x'.repeat(16_000_001)),
    { code: 'network.bad-answer' },
  ],
  [
    'a coded refusal',
    () => coded('endpoint.revoked'),
    { code: 'endpoint.revoked', retryable: false, text: 'words' },
  ],
])('%s: a value, not an exception', async (_, respond, failure) => {
  const { answer, calls } = await ask(respond);
  expect(answer).toMatchObject({ ok: false, ...failure });
  expect(calls).toBe(1);
});

it('corrects the clock once, and does not go round in circles', async () => {
  expect((await ask(() => coded('endpoint.proof-expired'))).calls).toBe(2);
});
