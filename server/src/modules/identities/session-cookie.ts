import type { CookieSerializeOptions } from '@fastify/cookie';

export interface SessionCookieDeps {
  readonly publicUrl: () => string;
}

/** Name and attributes. With HTTPS the `__Host-` prefix keeps sister hosts from setting it (RFC 6265bis). */
export function sessionCookie({ publicUrl }: SessionCookieDeps): {
  readonly name: string;
  readonly options: CookieSerializeOptions;
} {
  const secure = publicUrl().startsWith('https:');
  return {
    name: secure ? '__Host-kedun_session' : 'kedun_session',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure },
  };
}
