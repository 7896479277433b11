import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { type DigestKey, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import type { Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';
import { calculateJwkThumbprint, type CryptoKey, importPKCS8 } from 'jose';

import { StartRefusal } from '../start-refusal.ts';

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

const SECRET_BYTES = 32;

function makeFile(file: string, text: string): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  try {
    // A link fails where another process was faster; then its key counts.
    linkSync(temporary, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(temporary);
  }
}

const toPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

function readPrivateKey(pem: string, type: 'ed25519' | 'rsa'): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== type) throw new TypeError(`not a key of type ${type}`);
  return key;
}

function readSecret(text: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (bytes.length !== SECRET_BYTES) throw new TypeError('not a secret of 32 bytes');
  return bytes;
}

export interface KeyFolderOptions {
  readonly folder: string;
  /** False once there is data that the keys belong to: a new key in the place of a lost one would not fit it. */
  readonly mayMake: boolean;
}

/**
 * Loads the keys in `folder` (0700, files 0600); makes those that are missing when it may. Never half written,
 * never overwritten. Throws `StartRefusal` for a missing and for a broken file.
 */
export async function openKeyFolder({ folder, mayMake }: KeyFolderOptions): Promise<ServerKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);

  function open<Key>(name: string, make: () => string, read: (text: string) => Key): Key {
    const file = path.join(folder, name);
    if (!existsSync(file)) {
      if (!mayMake)
        throw new StartRefusal(
          `The key file ${file} is missing, but there is a database it belongs to. ` +
            'Put the whole data folder back from one backup; nothing was changed.',
        );
      makeFile(file, make());
    }
    chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8');
    try {
      return read(text);
    } catch {
      // The reason may quote the key.
      throw new StartRefusal(
        `The key file ${file} is damaged. Put it back from a backup; nothing was changed.`,
      );
    }
  }

  const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
  const policy = open(
    'policy-signing.pem',
    () => toPem(generateKeyPairSync('ed25519').privateKey),
    (pem) => readPrivateKey(pem, 'ed25519'),
  );
  const extension = open(
    'extension-signing.pem',
    () => toPem(generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey),
    (pem) => readPrivateKey(pem, 'rsa'),
  );
  const digestSecret = open('digest.key', newSecret, readSecret).toString('base64url');
  const pepper = open('session.key', newSecret, readSecret);
  const jwk = ed25519PublicJwkSchema.parse(createPublicKey(policy).export({ format: 'jwk' }));
  const kid = await calculateJwkThumbprint(jwk);
  return {
    policy: {
      privateKey: await importPKCS8(toPem(policy), 'EdDSA'),
      publicJwk: { ...jwk, kid },
    },
    digest: {
      // Named by its hash, so that digests of a rotated key are told apart.
      id: `d-${createHash('sha256').update(digestSecret).digest('hex').slice(0, 12)}`,
      key: digestSecret,
    },
    pepper,
    extension,
  };
}
