import { expect, it } from 'vitest';

import { parseHost, readPageHost } from './page-host.ts';

it.each([
  ['a page', { hostname: 'a.example', protocol: 'https:' }, 'https://a.example', 'a.example'],
  ['about:blank of a page', { hostname: '', protocol: 'about:' }, 'https://a.example', 'a.example'],
  [
    'a sandboxed frame',
    { hostname: '', protocol: 'about:', ancestorOrigins: ['null', 'https://top.example'] },
    'null',
    'top.example',
  ],
  ['a file', { hostname: '', protocol: 'file:' }, 'null', 'local-file'],
  ['nothing known', { hostname: '', protocol: 'data:' }, 'null', 'opaque'],
])('%s', (_name, location, origin, host) => {
  expect(readPageHost(location, origin)).toBe(host);
});

it.each([
  ['https://a.example:8443/x?y', 'a.example'],
  ['blob:https://a.example/1', ''],
  ['nonsense', ''],
])('host of %s', (url, host) => {
  expect(parseHost(url)).toBe(host);
});
