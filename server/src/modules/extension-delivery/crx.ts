import { createHash, createPublicKey, createSign, type KeyObject } from 'node:crypto';

/**
 * CRX3, as Chromium's components/crx_file defines it: `Cr24`, version 3, header length, header (protocol
 * buffer `CrxFileHeader`), ZIP. Field numbers: sha256_with_rsa = 2 {public_key = 1, signature = 2},
 * signed_header_data = 10000 {crx_id = 1}.
 */
const MAGIC = Buffer.from('Cr24');
const SIGNATURE_CONTEXT = Buffer.from('CRX3 SignedData\0');
const ID_BYTES = 16;
const LENGTH_DELIMITED = 2;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}

/** A length-delimited field of a protocol buffer message. */
function field(fieldNumber: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint(fieldNumber * 8 + LENGTH_DELIMITED), varint(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function idBytes(spki: Uint8Array): Buffer {
  return createHash('sha256').update(spki).digest().subarray(0, ID_BYTES);
}

function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** The extension id that belongs to a signing key: 32 letters a to p. */
export function extensionId(key: KeyObject): string {
  const hex = idBytes(spkiOf(key)).toString('hex');
  return Array.from(hex, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Packs a ZIP of an extension, signed with an RSA key. */
export function writeCrx(zip: Uint8Array, key: KeyObject): Buffer {
  const spki = spkiOf(key);
  const signedHeader = field(1, idBytes(spki));
  const signature = createSign('sha256')
    .update(SIGNATURE_CONTEXT)
    .update(uint32(signedHeader.length))
    .update(signedHeader)
    .update(zip)
    .sign(key);
  const proof = Buffer.concat([field(1, spki), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedHeader)]);
  return Buffer.concat([MAGIC, uint32(3), uint32(header.length), header, zip]);
}
