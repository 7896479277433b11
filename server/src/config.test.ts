import { describe, expect, it } from 'vitest';

import { readConfig } from './config.ts';

describe('configuration', () => {
  it('has a default for everything', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      config: { host: '127.0.0.1', port: 8710, organisation: 'demo', publicUrl: null },
    });
  });

  it('keeps only the origin of the public address', () => {
    const read = readConfig({ KEDUN_PUBLIC_URL: 'https://kedun.corp.example/' });
    expect(read).toMatchObject({ ok: true, config: { publicUrl: 'https://kedun.corp.example' } });
  });

  it.each([
    [undefined, ['loopback']],
    ['none', []],
    ['10.0.0.0/8, fd00::1, loopback', ['10.0.0.0/8', 'fd00::1', 'loopback']],
  ])('trusts proxies: %s', (value, trustedProxies) => {
    expect(readConfig({ KEDUN_TRUSTED_PROXIES: value })).toMatchObject({
      ok: true,
      config: { trustedProxies },
    });
  });

  it('takes an empty variable for one that is not set, so that no empty port means any port', () => {
    const read = readConfig({ KEDUN_PORT: '', KEDUN_PUBLIC_URL: '', KEDUN_BOOTSTRAP_PASSWORD: '' });
    expect(read).toMatchObject({ ok: true, config: { port: 8710, publicUrl: null } });
  });

  it.each([
    ['KEDUN_PORT', '70000'],
    ['KEDUN_PORT', 'http'],
    ['KEDUN_ORGANISATION', 'Not A Slug'],
    ['KEDUN_PUBLIC_URL', 'ftp://x'],
    ['KEDUN_PUBLIC_URL', 'https://kedun.corp.example/kedun'],
    ['KEDUN_PUBLIC_URL', 'https://kedun.corp.example/?tenant=1'],
    ['KEDUN_PUBLIC_URL', 'https://operator@kedun.corp.example'],
    ['KEDUN_BOOTSTRAP_PASSWORD', 'short'],
    ['KEDUN_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['KEDUN_TRUSTED_PROXIES', 'my-proxy'],
    ['KEDUN_TRUSTED_PROXIES', '10.0.0.1,,'],
    ['KEDUN_LOG_LEVEL', 'loud'],
  ])('names %s when it is wrong, and not what it held', (name, value) => {
    const read = readConfig({ [name]: value });
    if (read.ok) throw new Error('accepted');
    expect(read.problems.join()).toContain(name);
    expect(read.problems.join()).not.toContain(value);
  });
});
