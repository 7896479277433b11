import { describe, expect, it } from 'vitest';

import { EVASIONS } from '../contracts/vocabulary.ts';
import { createBudget } from '../detection/budget.ts';
import type { View } from '../detection/view.ts';
import { DECODE_VECTORS, findHits, PLAIN_TEXTS } from './decode-vectors.ts';
import { createDecoders } from './registry.ts';

const decoders = createDecoders();

function viewsOf(text: string): View[] {
  const budget = createBudget({ maxSteps: 1e9, now: () => 0 });
  return decoders.flatMap((decoder) => [
    ...decoder.decode(text, findHits(text, decoder.triggers), budget),
  ]);
}

/** Where the view shows it, in the text. */
function spotIn(view: View, reads: string): [number, number] | null {
  const at = view.text.indexOf(reads);
  if (at < 0) return null;
  const { start, end } = view.originalSpan(at, at + reads.length);
  return [start, end];
}

/** Disguises the engine reads by itself. */
const NATIVE = new Set([
  'thousands',
  'full-width',
  'separated',
  'unicode-digits',
  'enclosed-digits',
  'zero-width',
  'chinese-numerals',
  'cells',
]);

describe('disguised text', () => {
  it.each(DECODE_VECTORS)('$evasion: $text reads $reads', ({ evasion, text, reads, from }) => {
    for (const [before, behind] of [
      ['', ''],
      ['客户说 ', ' 请尽快处理'],
      ['，。'.repeat(200), '，。'.repeat(200)],
    ] as const) {
      const whole = before + text + behind;
      const start = before.length + text.indexOf(from);
      const views = viewsOf(whole).filter((view) => view.evasion === evasion);
      const spots = views.map((view) => spotIn(view, reads));
      expect(spots).toContainEqual([start, start + from.length]);
      const view = views[spots.findIndex((spot) => spot !== null)];
      const at = view?.text.indexOf(reads) ?? 0;
      expect(view?.region.start).toBeLessThanOrEqual(start);
      if (reads !== from) expect(view?.isChanged(at, at + reads.length)).toBe(true);
    }
  });

  it('has vectors for every evasion that needs a decoder', () => {
    const covered = new Set(DECODE_VECTORS.map(({ evasion }) => evasion));
    expect(EVASIONS.filter((evasion) => !NATIVE.has(evasion) && !covered.has(evasion))).toEqual([]);
  });

  it.each(PLAIN_TEXTS)('shows no view of %s', (text) => {
    expect(viewsOf(text).map((view) => `${view.evasion}: ${view.text}`)).toEqual([]);
  });
});
