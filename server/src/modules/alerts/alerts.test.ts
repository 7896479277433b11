import { randomUUIDv7 } from 'node:crypto';

import {
  alertDetailSchema,
  type AlertListResponse,
  alertListResponseSchema,
} from '@kedun/shared/contracts/api/alerts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeViolation } from '../../testing/events.ts';
import { enrolEndpoint, type TestEndpoint } from '../../testing/test-endpoint.ts';
import { startTestServer, TEST_ACCOUNT, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let endpoint: TestEndpoint;
let cookie: string;
const violations = Array.from({ length: 7 }, (_, index) => makeViolation({ customerCount: index }));

beforeAll(async () => {
  server = await startTestServer();
  endpoint = await enrolEndpoint(server);
  cookie = await server.login();
  await endpoint.report(violations);
});
afterAll(() => server.stop());

async function list(query = ''): Promise<AlertListResponse> {
  const headers = { cookie };
  const answer = await server.app.inject({ method: 'GET', url: `/api/v1/alerts${query}`, headers });
  return alertListResponseSchema.parse(answer.json());
}
const setState = (id: string, state: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1/alerts/${id}/state`,
    headers: { cookie },
    payload: { state },
  });

describe('the list', () => {
  it('is newest first and pages without gap or repetition', async () => {
    const seen: number[] = [];
    let query = '?limit=3';
    for (let page = 0; page < 3; page += 1) {
      const { alerts, nextBefore, total } = await list(query);
      expect(total).toBe(7);
      seen.push(...alerts.map((alert) => alert.customerCount));
      query = `?limit=3&before=${nextBefore ?? ''}`;
      expect(nextBefore === null).toBe(page === 2);
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('shows what a reviewer needs to recognise it', async () => {
    const { alerts } = await list('?limit=1');
    expect(alerts[0]).toMatchObject({
      state: 'open',
      severity: 'high',
      action: 'block',
      outcome: 'prevented',
      channel: 'clipboard.paste',
      clause: { pack: 'telecom', clause: 'T1' },
      endpointName: 'desk-07.corp.example',
      person: 'E-1001',
      destination: 'chat.localhost',
      types: [{ type: 'cn-resident-id', count: 1 }],
      masked: ['110105********002X'],
      violationCount: 1,
    });
  });

  it.each([
    ['?severity=high', 7],
    ['?severity=low', 0],
    ['?channel=print', 0],
    ['?state=closed', 0],
    ['?endpointId=0190a3b4-0000-7000-8000-000000000000', 0],
  ])('filters by %s', async (query, total) => {
    expect((await list(query)).total).toBe(total);
  });
});

describe('one alert', () => {
  it('carries the violation as it was sent', async () => {
    const [newest] = (await list('?limit=1')).alerts;
    const answer = await server.app.inject({
      method: 'GET',
      url: `/api/v1/alerts/${newest?.id ?? ''}`,
      headers: { cookie },
    });
    expect(alertDetailSchema.parse(answer.json()).violations).toEqual([violations[6]]);
  });

  it('keeps who moved it from where to where; a move to where it is leaves none', async () => {
    const oldest = (await list()).alerts.at(-1)?.id ?? '';
    await setState(oldest, 'acknowledged');
    await setState(oldest, 'acknowledged');
    expect((await setState(oldest, 'false-alarm')).json()).toMatchObject({ state: 'false-alarm' });
    const answer = await server.app.inject({
      method: 'GET',
      url: `/api/v1/alerts/${oldest}`,
      headers: { cookie },
    });
    expect(alertDetailSchema.parse(answer.json()).history).toMatchObject([
      { account: TEST_ACCOUNT, from: 'open', to: 'acknowledged' },
      { account: TEST_ACCOUNT, from: 'acknowledged', to: 'false-alarm' },
    ]);
    expect((await list('?state=false-alarm')).total).toBe(1);
  });

  it('that is not there is not found', async () => {
    const id = '0190a3b4-0000-7000-8000-000000000000';
    expect((await setState(id, 'closed')).json()).toMatchObject({ code: 'resource.not-found' });
    expect((await setState(id, 'burnt')).json()).toMatchObject({ code: 'request.invalid' });
  });
});

describe('the list while alerts arrive', () => {
  it('neither repeats nor leaves out because others arrive while somebody pages', async () => {
    const seen: string[] = [];
    let before = '';
    let arrived = 0;
    for (;;) {
      const { alerts, nextBefore } = await list(`?limit=2&channel=download${before}`);
      seen.push(...alerts.map((alert) => alert.id));
      if (arrived > 0 && nextBefore === null) break;
      const { act, ...rest } = makeViolation();
      const fresh = Array.from({ length: 5 }, () => {
        const id = randomUUIDv7();
        return makeViolation({ ...rest, id, act: { ...act, id, channel: 'download' } });
      });
      if (arrived < 20) await endpoint.report(fresh);
      arrived += 5;
      before = nextBefore === null ? '' : `&before=${nextBefore}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const { alerts } = await list('?limit=200&channel=download');
    const ids = alerts.map((alert) => alert.id);
    expect(seen).toEqual(ids.filter((id) => id <= (seen[0] ?? '')));
  });
});
