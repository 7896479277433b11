import { isIP } from 'node:net';
import path from 'node:path';

import { slugSchema } from '@kedun/shared/contracts/primitives';
import { z } from 'zod';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');

const absolutePath = z
  .string()
  .min(1)
  .max(4096)
  .transform((value) => path.resolve(value));

/** Paths are added to it, and endpoints sign paths as they send them: the server cannot live under one. */
const originSchema = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).href === `${new URL(value).origin}/`, {
    message: 'must be scheme, host and port only (http or https), without path, query or account',
  })
  .transform((value) => new URL(value).origin);

const isProxy = (entry: string): boolean => {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
};

/** Addresses, networks (`10.0.0.0/8`) or `loopback`, `linklocal`, `uniquelocal`, with commas between; `none`. */
const proxiesSchema = z
  .string()
  .max(4096)
  .transform((value) =>
    value.trim() === 'none' ? [] : value.split(',').map((part) => part.trim()),
  )
  .refine((entries) => entries.every(isProxy), {
    message: 'must be addresses, networks (a.b.c.d/n), loopback, linklocal, uniquelocal, or none',
  });

const environmentSchema = z.object({
  KEDUN_HOST: z.string().min(1).max(253).default('127.0.0.1'),
  /** 0 = any free port. */
  KEDUN_PORT: z.coerce.number().int().min(0).max(65_535).default(8710),
  KEDUN_DATA_DIR: absolutePath.default(path.resolve('.kedun/server')),
  KEDUN_ORGANISATION: slugSchema.default('demo'),
  KEDUN_ORGANISATION_NAME: z.string().min(1).max(128).optional(),
  /** As endpoints and browsers reach the server; `https:` turns Secure cookies and HSTS on. */
  KEDUN_PUBLIC_URL: originSchema.optional(),
  KEDUN_BOOTSTRAP_ACCOUNT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
    .default('admin'),
  KEDUN_BOOTSTRAP_PASSWORD: z.string().min(8).max(1024).optional(),
  KEDUN_EXTENSION_DIR: absolutePath.default(
    path.join(repositoryRoot, 'extension/.output/chrome-mv3'),
  ),
  KEDUN_CONSOLE_DIR: absolutePath.default(path.join(repositoryRoot, 'server/console/dist')),
  KEDUN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info'),
  /** Whose `X-Forwarded-For` counts: limits and locks are per address, and behind a proxy all would share its own. */
  KEDUN_TRUSTED_PROXIES: proxiesSchema.default(['loopback']),
  /** Requests per minute and address on endpoint routes; offices share addresses, so not too low. */
  KEDUN_ENDPOINT_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000_000)
    .default(12_000),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly publicUrl: string | null;
  readonly bootstrap: { readonly account: string; readonly password: string | null };
  readonly extensionDir: string;
  readonly consoleDir: string;
  readonly logLevel: string;
  readonly trustedProxies: readonly string[];
  readonly endpointRequestsPerMinute: number;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the environment; an empty variable counts as one that is not set. Problems name the variable and what
 * is wrong, never its value.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ConfigResult {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  const env = parsed.data;
  return {
    ok: true,
    config: {
      host: env.KEDUN_HOST,
      port: env.KEDUN_PORT,
      dataDir: env.KEDUN_DATA_DIR,
      organisation: env.KEDUN_ORGANISATION,
      organisationName: env.KEDUN_ORGANISATION_NAME ?? env.KEDUN_ORGANISATION,
      publicUrl: env.KEDUN_PUBLIC_URL ?? null,
      bootstrap: {
        account: env.KEDUN_BOOTSTRAP_ACCOUNT,
        password: env.KEDUN_BOOTSTRAP_PASSWORD ?? null,
      },
      extensionDir: env.KEDUN_EXTENSION_DIR,
      consoleDir: env.KEDUN_CONSOLE_DIR,
      logLevel: env.KEDUN_LOG_LEVEL,
      trustedProxies: env.KEDUN_TRUSTED_PROXIES,
      endpointRequestsPerMinute: env.KEDUN_ENDPOINT_REQUESTS_PER_MINUTE,
    },
  };
}
