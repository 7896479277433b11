/** Where a planted value was found, and in which writing. */
export interface Sighting {
  readonly value: string;
  readonly encoding: string;
  readonly where: string;
}

/** base64 text of `bytes` at each of the three alignments, without the characters its neighbours change. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const inner = encoded.slice(from, whole);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')].map((text) =>
      Buffer.from(text),
    );
  });
}

function escapes(value: string, write: (unit: string) => string): string {
  return Array.from({ length: value.length }, (_, i) =>
    write(value.charCodeAt(i).toString(16).padStart(4, '0')),
  ).join('');
}

/** The writings in which a value could hide in a file, a log or on the wire. */
function encodingsOf(value: string): [string, Buffer][] {
  const utf8 = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const forms: [string, Buffer][] = [
    ['utf-8', utf8],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['percent', Buffer.from(utf8.toString('hex').replace(/../gu, '%$&'))],
    ['PERCENT', Buffer.from(utf8.toString('hex').toUpperCase().replace(/../gu, '%$&'))],
    ['json-escape', Buffer.from(escapes(value, (unit) => `\\u${unit}`))],
    ['reversed', Buffer.from(value.split('').toReversed().join(''))],
    ['grouped by 4', Buffer.from(value.replace(/(.{4})(?=.)/gu, '$1 '))],
    [
      'full-width',
      Buffer.from(value.replace(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d)))),
    ],
  ];
  for (const form of base64Forms(utf8)) forms.push(['base64', form]);
  for (const form of base64Forms(utf16)) forms.push(['base64 of utf-16', form]);
  const seen = new Set<string>();
  return forms.filter(([, bytes]) => {
    const key = bytes.toString('latin1');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Looks for every planted value, raw and in the usual encodings, in every haystack. Empty = nothing leaked. */
export function findPlanted(
  values: readonly string[],
  haystacks: Readonly<Record<string, Buffer | string>>,
): Sighting[] {
  const bytesOf = Object.entries(haystacks).map(
    ([where, content]) => [where, Buffer.from(content as string)] as const,
  );
  return values.flatMap((value) =>
    encodingsOf(value).flatMap(([encoding, form]) =>
      bytesOf
        .filter(([, bytes]) => bytes.includes(form))
        .map(([where]) => ({ value, encoding, where })),
    ),
  );
}
