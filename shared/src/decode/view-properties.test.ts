import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createBudget } from '../detection/budget.ts';
import { type View, VIEW_CONTEXT } from '../detection/view.ts';
import { ByteText } from './byte-text.ts';
import { DECODE_VECTORS, findHits, PLAIN_TEXTS } from './decode-vectors.ts';
import { createDecoders } from './registry.ts';
import { createTokenDecoder, createTokenReaders } from './token-decoder.ts';
import { ViewWriter } from './view-writer.ts';

const decoders = createDecoders();
/** Views of one of their readers do not overlap. */
const tokenDecoders = createTokenReaders(new ByteText()).map((reader) =>
  createTokenDecoder([reader]),
);
const budget = createBudget({ maxSteps: 1e12, now: () => 0 });

function viewsOf(text: string): View[] {
  return decoders.flatMap((decoder) => [
    ...decoder.decode(text, findHits(text, decoder.triggers), budget),
  ]);
}

/** Texts of pieces that decoders react to, whole and cut, so that disguises meet and overlap. */
const pieces = [
  ...DECODE_VECTORS.flatMap(({ text }) => [text, text.slice(1), text.slice(0, -1)]),
  ...decoders.flatMap(({ triggers }) => triggers),
  ...PLAIN_TEXTS,
];
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('1', '8', ' ', '\n', '"', '<', '>', '&', '%', '=', '\\', '\ud83d', '中'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** The span of each unit: inside the region, none ends before the one in front of it does. */
function expectOrder(view: View, text: string): void {
  let lastStart = view.region.start;
  let lastEnd = view.region.start;
  for (let at = 0; at < view.text.length; at++) {
    const { start, end } = view.originalSpan(at, at + 1);
    if (start < lastStart || end < lastEnd || end < start || end > view.region.end)
      throw new Error(`${view.evasion} ${JSON.stringify(text)}: unit ${at} is ${start} … ${end}`);
    if (!view.isChanged(at, at + 1) && text[start] !== view.text[at])
      throw new Error(
        `${view.evasion} ${JSON.stringify(text)}: unit ${at} is not what stood there`,
      );
    lastStart = start;
    lastEnd = end;
  }
}

describe('views of any text', () => {
  it('map every unit back, in order, and copy what is not disguised', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const view of viewsOf(text)) {
          expect(view.region.end).toBeLessThanOrEqual(text.length);
          expect(view.originalSpan(0, view.text.length).start).toBeGreaterThanOrEqual(
            view.region.start,
          );
          expectOrder(view, text);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of one decoder do not overlap', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const decoder of [...decoders, ...tokenDecoders]) {
          if (!decoder.evasion && !tokenDecoders.includes(decoder)) continue;
          let end = 0;
          for (const view of decoder.decode(text, findHits(text, decoder.triggers), budget)) {
            expect(view.region.start).toBeGreaterThanOrEqual(end);
            ({ end } = view.region);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('can be decoded again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const view of viewsOf(text))
          for (const inner of viewsOf(view.text)) expectOrder(inner, view.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('disguises inside disguises', () => {
  /** The texts after all ways of decoding up to `depth` times. */
  function readings(text: string, depth: number): string[] {
    if (depth === 0) return [text];
    return [text, ...viewsOf(text).flatMap((view) => readings(view.text, depth - 1))];
  }

  it.each([
    ['base64 of base64', 'TVRNNE1EQXhNemd3TURBPQ=='],
    ['base64 of URL', 'JTMxJTMzJTM4JTMwJTMwJTMxJTMzJTM4JTMwJTMwJTMw'],
    ['URL of URL', '%2531%2533%2538%2530%2530%2531%2533%2538%2530%2530%2530'],
    ['URL of base64', '%4D%54%4D%34%4D%44%41%78%4D%7A%67%77%4D%44%41%3D'],
    ['markup in entities', '138&lt;b&gt;0013&lt;/b&gt;8000'],
    ['ANSI in escapes', '138\\x1b[31m0013\\033[0m8000'],
    ['hex of base64', '4d544d344d4441784d7a67774d44413d'],
    ['emphasis in escapes', '\\u0031*3*8*0*0*1*3*8*0*0*\\u0030'],
  ])('%s', (_name, text) => {
    expect(readings(text, 3).some((reading) => reading.includes('13800138000'))).toBe(true);
  });
});

describe('the surroundings of a view', () => {
  const far = 'x'.repeat(500);

  it('reach as far as the context, and places near each other share a view', () => {
    const text = `${far}&#49;${'y'.repeat(2 * VIEW_CONTEXT)}&#50;${far}&#51;${far}`;
    const views = viewsOf(text).filter(({ evasion }) => evasion === 'entities');
    expect(views.map(({ text: plain }) => plain.length)).toEqual([
      2 + 4 * VIEW_CONTEXT,
      1 + 2 * VIEW_CONTEXT,
    ]);
    expect(views[0]?.region).toEqual({ start: 500 - VIEW_CONTEXT, end: 510 + 3 * VIEW_CONTEXT });
  });

  it('an empty range gives an empty span, and what was taken out inside a range changes it', () => {
    const writer = new ViewWriter('1<b>2', 'markup', budget);
    writer.erase(1, 4);
    const [view] = writer.finish();
    expect(view?.text).toBe('12');
    expect(view?.originalSpan(1, 1)).toEqual({ start: 4, end: 4 });
    expect(view?.originalSpan(2, 2)).toEqual({ start: 5, end: 5 });
    expect([view?.isChanged(0, 1), view?.isChanged(1, 2), view?.isChanged(0, 2)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('only a page with cells or lines counts instead of its source', () => {
    expect(viewsOf('1<b>2</b>').map(({ supersedes }) => supersedes)).toEqual([false]);
    expect(viewsOf('<td>2</td>').map(({ supersedes }) => supersedes)).toEqual([true]);
  });
});

describe('the work', () => {
  /** Milliseconds for a text of nothing but the piece. */
  function cost(piece: string, length: number): number {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const hits = decoders.map(({ triggers }) => findHits(text, triggers));
    const start = performance.now();
    for (const [index, decoder] of decoders.entries())
      decoder.decode(text, hits[index] ?? [], budget);
    return performance.now() - start;
  }

  // Milliseconds in truth; quadratic work would take minutes. How fast it is, `npm run bench:detect` says.
  it.each([
    ...new Set(decoders.flatMap(({ triggers }) => triggers)),

    'MTM4',
    'MTM4MDAxMzgwMDA=',
    '<a x="',
    '<!--',
    '<x>1',
    '1哈',
    '1😀',
    '1O',
    'a@b.',
    'a at b ',
    '["1",',
    '\\x31',
    '=31',
  ])('on a text of nothing but %j is linear', (piece) => {
    expect(cost(piece, 150_000)).toBeLessThan(10_000);
  });
});
