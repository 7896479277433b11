import type { Scene } from '../../detection/detector.ts';
import type { FindingType } from '../../contracts/vocabulary.ts';
import { FIELD_WORDS } from './labels.data.ts';
import { isLetter } from './latin-name.ts';
import type { BoundName, NameBounds } from './name-bounds.ts';
import { type NameFound, weighName } from './weigh-name.ts';

/** Identifiers of persons; an IMEI names a device, a credit code an organisation. */
const PERSONAL: ReadonlySet<FindingType> = new Set<FindingType>([
  'cn-mobile',
  'cn-landline',
  'cn-resident-id',
  'bank-card',
  'email',
  'cn-passport',
  'cn-travel-permit',
  'cn-plate',
  'customer-number',
  'postal-address',
]);
/** A weaker identifier proves nothing for its neighbour. */
const MIN_CONFIDENCE = 0.5;
/** Units between a name and the identifier: field names and signs. */
const REACH = 28;
const SIGNS =
  ' \u3000\u00a0\t,\uff0c\u3001:\uff1a(\uff08)\uff09[]\u3010\u3011|/-_"\'`=\uff1d+\u201c\u201d{}*<';
const OPENERS = ' \u3000\u00a0\t,\uff0c\u3001:\uff1a(\uff08|/-"\'';
const LATIN_KEY = 16;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export interface BesideReader {
  read(scene: Scene, emit: (found: NameFound) => void): void;
}

export function createBesideReader(bounds: NameBounds): BesideReader {
  const fields = FIELD_WORDS.split(' ');

  /** Index of the first unit of the short thing that ends at `at`: a field name, a key, an age, a country code. */
  function skipField(text: string, at: number, limit: number): number {
    const unit = text.charCodeAt(at - 1);
    let from = at;
    if (isLetter(unit)) {
      while (from > limit && at - from < LATIN_KEY && isLetter(text.charCodeAt(from - 1))) from--;
      return at - from < LATIN_KEY ? from : at;
    }
    if (isDigit(unit)) {
      while (from > limit && at - from < 4 && isDigit(text.charCodeAt(from - 1))) from--;
      const digits = text.slice(from, at);
      return digits === '86' || digits === '0086' ? from : at;
    }
    if (text.charAt(at - 1) === '岁') {
      from--;
      while (from > limit && at - from < 4 && isDigit(text.charCodeAt(from - 1))) from--;
      return from < at - 1 ? from : at;
    }
    for (const field of fields)
      if (at - field.length >= limit && text.endsWith(field, at)) return at - field.length;
    return at;
  }

  /** The name before an identifier that begins at `start`; `supported` = sex or age stand between. */
  function before(
    text: string,
    start: number,
    limit: number,
  ): readonly [BoundName, boolean] | null {
    let at = start;
    let supported = false;
    while (at > limit) {
      const sign = text.charAt(at - 1);
      if (sign === '\n' || sign === '\r') return null;
      if (SIGNS.includes(sign)) {
        at--;
        continue;
      }
      // A field name may be the name's end too (李本人 is none): the name is asked first.
      const name = bounds.backward(text, at, Math.max(0, at - REACH));
      if (name) return [name, supported];
      const next = skipField(text, at, limit);
      if (next === at) return null;
      supported ||= '男女岁'.includes(sign);
      at = next;
    }
    return null;
  }

  function behind(text: string, end: number): BoundName | null {
    let at = end;
    while (at < end + 4 && OPENERS.includes(text.charAt(at) || 'x')) at++;
    const name = bounds.forward(text, at, text.length);
    // `13800138000:张三` reads on, `13800138000张三丰富` does not.
    return name && (name.exact || at > end) ? name : null;
  }

  return {
    read({ text, findings }, emit) {
      let previousEnd = 0;
      for (const { start, end, type, confidence } of findings) {
        if (PERSONAL.has(type) && confidence >= MIN_CONFIDENCE) {
          const limit = Math.max(previousEnd, start - REACH);
          const found = before(text, start, limit);
          if (found && isLikely(found[0]))
            emit(
              weighName(
                found[0],
                'beside',
                {
                  inexact: !found[0].exact,
                  supported: found[1],
                },
                type,
              ),
            );
          const next = behind(text, end);
          if (next && isLikely(next))
            emit(weighName(next, 'beside', { inexact: !next.exact }, type));
        }
        previousEnd = Math.max(previousEnd, end);
      }
    },
  };
}

function isLikely({ shape, exact }: BoundName): boolean {
  if (shape === 'bare') return false;
  return exact || shape === 'common-usual' || shape === 'dotted';
}
