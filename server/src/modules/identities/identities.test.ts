import { sessionResponseSchema } from '@kedun/shared/contracts/api/identities';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  startTestServer,
  TEST_ACCOUNT,
  TEST_PASSWORD,
  type TestServer,
} from '../../testing/test-server.ts';
import { prune } from '../../jobs/prune.ts';
import { lockMs } from './login-attempts.ts';
import { createPasswordHasher } from './password-hash.ts';
import { SESSION_IDLE_MS, SESSION_MAX_MS } from './sessions.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const login = (account: string, password: string, remoteAddress = '192.0.2.1') =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { account, password },
    remoteAddress,
  });
const whoAmI = (cookie: string) =>
  server.app.inject({ method: 'GET', url: '/api/v1/session', headers: { cookie } });

describe('login', () => {
  it('sets a cookie no script and no other site can use, and says who it is', async () => {
    const answer = await login(` ${TEST_ACCOUNT.toUpperCase()}`, TEST_PASSWORD);
    expect(sessionResponseSchema.parse(answer.json()).account).toBe(TEST_ACCOUNT);
    expect(answer.headers['set-cookie']).toMatch(
      /^kedun_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/,
    );
  });

  it('keeps only a hash of the token and of the password', async () => {
    const cookie = await server.login();
    const rows = await server.store.db.selectFrom('sessions').selectAll().execute();
    const accounts = await server.store.db.selectFrom('accounts').selectAll().execute();
    const stored = JSON.stringify([rows, accounts]);
    expect(rows).toHaveLength(1);
    expect(stored).not.toContain(cookie.split('=')[1]);
    expect(stored).not.toContain(TEST_PASSWORD);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('answers the same to a wrong password and an unknown account, for the same work', async () => {
    await login('nobody', 'warm up');
    const time = async (account: string): Promise<number> => {
      const start = performance.now();
      const answer = await login(account, 'wrong');
      expect(answer.json()).toMatchObject({ code: 'session.bad-credentials' });
      return performance.now() - start;
    };
    const known = await time(TEST_ACCOUNT);
    const unknown = await time('nobody');
    // Without the decoy the unknown one takes a hundredth.
    expect(unknown).toBeGreaterThan(known / 5);
  });

  it('ends the session a browser held before it logs in again', async () => {
    const first = await server.login();
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { cookie: first },
      payload: { account: TEST_ACCOUNT, password: TEST_PASSWORD },
    });
    expect((await whoAmI(first)).statusCode).toBe(401);
  });

  it('marks the cookie Secure and host-bound where the server is reached by HTTPS', async () => {
    const secure = await startTestServer({
      environment: { KEDUN_PUBLIC_URL: 'https://kedun.corp.example' },
    });
    const answer = await secure.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { account: TEST_ACCOUNT, password: TEST_PASSWORD },
    });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-kedun_session=.*; Secure/);
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await secure.stop();
  });
});

describe('locks', () => {
  it.each([
    [4, 0],
    [5, 15_000],
    [6, 30_000],
    [10, 480_000],
    [11, 900_000],
    [1_000, 900_000],
  ])('after %i failures: %i ms', (failures, expected) => {
    expect(lockMs(failures, 5)).toBe(expected);
  });

  it('locks an account after five failures, from any address, and opens again by itself', async () => {
    for (let turn = 0; turn < 5; turn += 1)
      await login(TEST_ACCOUNT, 'wrong', `192.0.2.${String(turn)}`);
    const locked = await login(TEST_ACCOUNT, TEST_PASSWORD, '192.0.2.99');
    expect(locked.json()).toMatchObject({ code: 'session.locked' });
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(15);
    server.advance(15_001);
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).statusCode).toBe(200);
    expect((await login(TEST_ACCOUNT, 'wrong')).json()).toMatchObject({
      code: 'session.bad-credentials',
    });
  });

  it('leaves the people alone who work with the account, however long strangers guess', async () => {
    const desk = '192.0.2.7';
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD, desk)).statusCode).toBe(200);
    for (let turn = 0; turn < 8; turn += 1)
      await login(TEST_ACCOUNT, 'wrong', `198.51.100.${String(turn)}`);
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD, '198.51.100.99')).json()).toMatchObject({
      code: 'session.locked',
    });
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD, desk)).statusCode).toBe(200);
    // And their logging in does not give the strangers new guesses.
    expect((await login(TEST_ACCOUNT, 'wrong', '198.51.100.99')).json()).toMatchObject({
      code: 'session.locked',
    });
  });

  it('locks the account for a familiar address, too, when the guesses come from there', async () => {
    await login(TEST_ACCOUNT, TEST_PASSWORD);
    for (let turn = 0; turn < 5; turn += 1) await login(TEST_ACCOUNT, 'wrong');
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).json()).toMatchObject({
      code: 'session.locked',
    });
  });

  it('forgets familiar addresses after a month, other counts after a day', async () => {
    await login(TEST_ACCOUNT, TEST_PASSWORD);
    await login('somebody', 'wrong');
    const background = (_task: string, work: () => Promise<void>): void => void work();
    const pruned = async (days: number): Promise<string[]> => {
      server.advance(days * 86_400_000);
      await prune({ ...server.services.repositories, clock: () => server.now(), background });
      const rows = await server.store.db.selectFrom('login_attempts').select('key').execute();
      return rows.map((row) => row.key.split(':')[0] ?? '');
    };
    expect(await pruned(0)).toHaveLength(3);
    expect(await pruned(2)).toEqual(['familiar']);
    expect(await pruned(29)).toEqual([]);
  });

  it('opens a lock that a clock far ahead has made, once the clock is right', async () => {
    server.advance(365 * 86_400_000);
    for (let turn = 0; turn < 5; turn += 1) await login(TEST_ACCOUNT, 'wrong');
    server.advance(-365 * 86_400_000);
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).statusCode).toBe(200);
  });

  it('tells people behind a trusted proxy apart, and believes nobody else about addresses', async () => {
    const from = (remoteAddress: string, forwarded: string, password: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { account: `name-${password}`, password },
        headers: { 'x-forwarded-for': forwarded },
        remoteAddress,
      });
    for (let turn = 0; turn < 20; turn += 1)
      await from('127.0.0.1', '192.0.2.50', `wrong-${String(turn)}`);
    expect((await from('127.0.0.1', '192.0.2.50', 'x')).json()).toMatchObject({
      code: 'session.locked',
    });
    expect((await from('127.0.0.1', '192.0.2.51', 'x')).json()).toMatchObject({
      code: 'session.bad-credentials',
    });
    for (let turn = 0; turn < 20; turn += 1)
      await from('198.51.100.1', `192.0.2.${String(turn)}`, `wrong-${String(turn)}`);
    expect((await from('198.51.100.1', '192.0.2.200', 'y')).json()).toMatchObject({
      code: 'session.locked',
    });
  }, 20_000);

  it('locks an account nobody has in the same way', async () => {
    for (let turn = 0; turn < 5; turn += 1) await login('ghost', 'wrong');
    expect((await login('ghost', 'wrong')).json()).toMatchObject({ code: 'session.locked' });
  });

  it('lets no burst of parallel guesses past the lock', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => login(TEST_ACCOUNT, `guess ${String(turn)}`)),
    );
    const codes = answers.map((answer) => answer.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'session.bad-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'session.locked')).toHaveLength(7);
  });

  it('locks an address that tries many names, and spares the others', async () => {
    for (let turn = 0; turn < 20; turn += 1) await login(`name-${String(turn)}`, 'wrong');
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).json()).toMatchObject({
      code: 'session.locked',
    });
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD, '198.51.100.7')).statusCode).toBe(200);
  }, 20_000);

  it('does not count people who share an address and know their passwords', async () => {
    for (let turn = 0; turn < 25; turn += 1) await login(TEST_ACCOUNT, TEST_PASSWORD);
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).statusCode).toBe(200);
  }, 20_000);
});

describe('sessions', () => {
  it('end at logout, for everybody who copied the cookie', async () => {
    const cookie = await server.login();
    expect((await whoAmI(cookie)).statusCode).toBe(200);
    const logout = await server.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie },
    });
    expect(logout.statusCode).toBe(204);
    expect((await whoAmI(cookie)).json()).toMatchObject({ code: 'session.missing' });
  });

  it('end after half an hour without a request, not before', async () => {
    const cookie = await server.login();
    for (let turn = 0; turn < 3; turn += 1) {
      server.advance(SESSION_IDLE_MS - 1_000);
      expect((await whoAmI(cookie)).statusCode).toBe(200);
    }
    server.advance(SESSION_IDLE_MS);
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('end after twelve hours whatever happens', async () => {
    const cookie = await server.login();
    const step = SESSION_IDLE_MS / 2;
    for (let passed = step; passed < SESSION_MAX_MS; passed += step) {
      server.advance(step);
      expect((await whoAmI(cookie)).statusCode).toBe(200);
    }
    server.advance(step);
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('do not last longer because the clock is put back', async () => {
    const cookie = await server.login();
    server.advance(-SESSION_IDLE_MS - 1_000);
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('are refused to disabled accounts at once', async () => {
    const cookie = await server.login();
    await server.store.db.updateTable('accounts').set({ state: 'disabled' }).execute();
    expect((await whoAmI(cookie)).statusCode).toBe(401);
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).statusCode).toBe(401);
  });
});

describe('the record', () => {
  it('is opened before and closed after, with who and what came of it', async () => {
    await login(TEST_ACCOUNT, 'wrong');
    await login(TEST_ACCOUNT, TEST_PASSWORD);
    const rows = await server.store.db
      .selectFrom('audit_records')
      .select(['phase', 'action', 'actor', 'outcome'])
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { phase: 'open', action: 'session.open', actor: null, outcome: null },
      { phase: 'close', action: 'session.open', actor: null, outcome: 'session.bad-credentials' },
      { phase: 'open', action: 'session.open', actor: null, outcome: null },
      { phase: 'close', action: 'session.open', actor: TEST_ACCOUNT, outcome: 'done' },
    ]);
  });

  it('that cannot be opened stops the act', async () => {
    await server.store.db.schema.dropTable('audit_records').execute();
    expect((await login(TEST_ACCOUNT, TEST_PASSWORD)).statusCode).toBe(500);
    expect(await server.store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });
});

describe('password hashes', () => {
  it.each(['', '$argon2id$v=19$m=1,t=1,p=1$AAAA$BBBB', 'plain'])(
    'fit nothing: %j',
    async (stored) => {
      expect(await createPasswordHasher(Buffer.alloc(32)).verify('x', stored)).toBe(false);
    },
  );

  it('are worth nothing without the pepper', async () => {
    const stored = await createPasswordHasher(Buffer.alloc(32, 1)).hash('secret');
    expect(await createPasswordHasher(Buffer.alloc(32, 1)).verify('secret', stored)).toBe(true);
    expect(await createPasswordHasher(Buffer.alloc(32, 2)).verify('secret', stored)).toBe(false);
  });
});
