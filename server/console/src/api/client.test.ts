import { sessionResponseSchema } from '@kedun/shared/contracts/api/identities';
import { describe, expect, it } from 'vitest';

import { createApiClient } from './client.ts';
import { type Fault, faultText, isWorthRetrying, toFault } from './fault.ts';

const session = {
  account: 'reviewer',
  displayName: '审核员',
  organisation: 'demo',
  serverVersion: '0.1.0',
};
const call = { path: '/session', answer: sessionResponseSchema };

function clientAnswering(
  answer: (init: RequestInit, path: string) => Response | Promise<Response>,
) {
  return createApiClient({
    fetch: (path, init) => Promise.resolve(answer(init, path)),
    timeoutMs: 40,
  });
}

async function faultOf(request: Promise<unknown>): Promise<Fault> {
  return request.then(
    () => expect.unreachable('the request should fail'),
    (error: unknown) => toFault(error),
  );
}

describe('answers', () => {
  it('gives what fits the contract', async () => {
    const client = clientAnswering(() => Response.json(session));
    await expect(client.request(call)).resolves.toEqual(session);
  });

  it.each([
    ['a field is missing', () => Response.json({ account: 'reviewer' })],
    ['there is a field nobody agreed on', () => Response.json({ ...session, role: 'root' })],
    ['it is a proxy’s page', () => new Response('<html>', { status: 200 })],
    ['it is an uncoded failure', () => new Response('Bad gateway', { status: 502 })],
    ['the code is unknown', () => Response.json({ code: 'made.up' }, { status: 400 })],
  ])('is console.bad-answer when %s', async (_case, answer) => {
    const fault = await faultOf(clientAnswering(answer).request(call));
    expect(fault.code).toBe('console.bad-answer');
  });

  it('carries code and reference of a coded error', async () => {
    const body = {
      code: 'storage.unavailable',
      message: { zh: '存储暂不可用', en: 'Storage is unavailable' },
      reference: 'req-7f',
      serverTime: 1_700_000_000_000,
    };
    const fault = await faultOf(
      clientAnswering(() => Response.json(body, { status: 503 })).request(call),
    );
    expect(fault).toMatchObject({ code: 'storage.unavailable', reference: 'req-7f' });
    expect(isWorthRetrying(fault)).toBe(true);
    expect(faultText(fault, 'en', () => '')).toContain('Storage is unavailable');
  });

  it('is console.offline when there is no network', async () => {
    const client = clientAnswering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await faultOf(client.request(call))).code).toBe('console.offline');
  });

  it('is console.timed-out when the server is silent', async () => {
    const client = clientAnswering(
      (init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    expect((await faultOf(client.request(call))).code).toBe('console.timed-out');
  });
});

it('sends the query without what is not set, and a body only where there is one', async () => {
  const seen: { path: string; init: RequestInit }[] = [];
  const client = clientAnswering((init, path) => {
    seen.push({ path, init });
    return Response.json(session);
  });
  await client.request({ ...call, query: { state: 'open', severity: undefined, limit: 50 } });
  await client.request({ ...call, method: 'POST' });
  await client.request({ ...call, method: 'POST', body: { state: 'closed' } });
  expect(seen.map((each) => each.path)).toEqual([
    '/api/v1/session?state=open&limit=50',
    '/api/v1/session',
    '/api/v1/session',
  ]);
  // A JSON type without a body is an error to the server.
  expect(seen[1]?.init.headers).not.toHaveProperty('content-type');
  expect(seen[2]?.init.body).toBe('{"state":"closed"}');
});
