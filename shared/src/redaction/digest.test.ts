import { describe, expect, it } from 'vitest';

import { createDigester } from './digest.ts';
import { RawValue } from './raw-value.ts';

const key = { id: 'k1', key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
const otherKey = { id: 'k2', key: 'HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
const value = new RawValue('13800138000');

describe('digester', () => {
  const digester = createDigester(key);

  it('is HMAC-SHA-256 over type, line feed, value, in base64url', async () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index);
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
    const message = new TextEncoder().encode('cn-mobile\n13800138000');
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
    const base64url = btoa(String.fromCharCode(...mac))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    expect(digester.digest('cn-mobile', value)).toBe(base64url);
  });

  it('tells equal values as equal, other types, values and keys as other', () => {
    const digest = digester.digest('cn-mobile', value);
    expect(digester.digest('cn-mobile', new RawValue('13800138000'))).toBe(digest);
    expect(digester.digest('customer-number', value)).not.toBe(digest);
    expect(digester.digest('cn-mobile', new RawValue('13800138001'))).not.toBe(digest);
    expect(createDigester(otherKey).digest('cn-mobile', value)).not.toBe(digest);
  });

  it('does not show the value', () => {
    expect(digester.digest('cn-mobile', value)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(digester.keyId).toBe('k1');
  });

  it('refuses a key that is not base64url', () => {
    expect(() => createDigester({ id: 'k', key: '!'.repeat(43) })).toThrow();
  });
});
