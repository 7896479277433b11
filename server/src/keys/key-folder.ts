import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type DigestKey, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import type { Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';
import { calculateJwkThumbprint, type CryptoKey, importPKCS8 } from 'jose';

/** The server's secrets. They live in files beside the database, never in it. */
export interface ServerKeys {
  readonly policy: {
    readonly privateKey: CryptoKey;
    /** With `kid` = RFC 7638 thumbprint. */
    readonly publicJwk: Ed25519PublicJwk & { readonly kid: string };
  };
  readonly digest: DigestKey;
  /** Mixed into password hashes and attempt keys: a stolen database alone is not enough to guess with. */
  readonly pepper: Buffer;
  /** Signs the extension; its public half is the extension's id for ever. */
  readonly extension: KeyObject;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The file's bytes, made by `make` the first time. Never half written, never overwritten. */
function readOrMake(file: string, make: () => string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(temporary, make(), { mode: 0o600, flush: true });
  try {
    // A link fails where another process was faster; then its key counts.
    linkSync(temporary, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(temporary);
  }
  return readFileSync(file, 'utf8');
}

const toPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Loads the keys in `folder` (0700, files 0600); makes those that are missing. Throws on a broken file. */
export async function openKeyFolder(folder: string): Promise<ServerKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = (name: string): string => path.join(folder, name);
  const policyPem = readOrMake(file('policy-signing.pem'), () =>
    toPem(generateKeyPairSync('ed25519').privateKey),
  );
  const extension = createPrivateKey(
    readOrMake(file('extension-signing.pem'), () =>
      toPem(generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey),
    ),
  );
  const digestSecret = readOrMake(file('digest.key'), () => randomBytes(32).toString('base64url'));
  const pepper = readOrMake(file('session.key'), () => randomBytes(32).toString('base64url'));
  const jwk = ed25519PublicJwkSchema.parse(createPublicKey(policyPem).export({ format: 'jwk' }));
  const kid = await calculateJwkThumbprint(jwk);
  return {
    policy: {
      privateKey: await importPKCS8(policyPem, 'EdDSA'),
      publicJwk: { ...jwk, kid },
    },
    digest: {
      // Named by its hash, so that digests of a rotated key are told apart.
      id: `d-${createHash('sha256').update(digestSecret).digest('hex').slice(0, 12)}`,
      key: digestSecret.trim(),
    },
    pepper: Buffer.from(pepper.trim(), 'base64url'),
    extension,
  };
}
