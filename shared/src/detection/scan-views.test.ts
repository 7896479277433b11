import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createEngine } from './engine.ts';
import type { Decoder, View } from './view.ts';

/** Undoes `{…}` around characters: `{1}{3}800138000` reads 13800138000. */
const braces: Decoder = {
  evasion: 'markup',
  triggers: ['{'],
  decode: (text) => [createView(text, false)],
};
/** The same as a decoder that knows the layout better than the text itself. */
const layout: Decoder = { ...braces, decode: (text) => [createView(text, true)] };

function createView(text: string, supersedes: boolean): View {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const isDecoded: boolean[] = [];
  for (let index = 0; index < text.length; index++) {
    const wrapped = text.charAt(index) === '{' && text.charAt(index + 2) === '}';
    units.push(text.charAt(wrapped ? index + 1 : index));
    starts.push(index);
    isDecoded.push(wrapped);
    if (wrapped) index += 2;
    ends.push(index + 1);
  }
  return {
    evasion: 'markup',
    text: units.join('').replaceAll('#', '\t'),
    region: { start: 0, end: text.length },
    supersedes,
    originalSpan: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
    isChanged: (start, end) => isDecoded.slice(start, end).includes(true),
  };
}

function scan(text: string, ...decoders: Decoder[]) {
  return createEngine({ detectors: createDetectors(), decoders })
    .scan(text)
    .detections.filter(({ confidence }) => confidence >= 0.6)
    .map(({ span, value, evasions }) => [
      text.slice(span.start, span.end),
      value.reveal(),
      evasions.join(' '),
    ]);
}

describe('views', () => {
  it('bring what was disguised back to where it stands in the text, and name the disguise', () => {
    expect(scan('手机 {1}3800{1}38000。', braces)).toEqual([
      ['{1}3800{1}38000', '13800138000', 'markup'],
    ]);
  });

  it('do not tell a second time what stands there undisguised', () => {
    expect(scan('{a} 手机 13800138000', braces)).toEqual([['13800138000', '13800138000', '']]);
  });

  it('are read again: a disguise inside a disguise', () => {
    const percent: Decoder = {
      ...braces,
      evasion: 'url-encoding',
      triggers: ['%'],
      decode(text) {
        const view = createView(text.replaceAll('%(', '{').replaceAll('%)', '}'), false);
        const undone = text.replaceAll('%(', '{ ').replaceAll('%)', ' }');
        return [
          {
            ...view,
            evasion: 'url-encoding',
            text: undone.replaceAll(' ', ''),
            originalSpan: () => ({ start: 0, end: text.length }),
            isChanged: () => true,
          },
        ];
      },
    };
    expect(scan('%(1%)3800138000', percent, braces)).toEqual([
      ['%(1%)3800138000', '13800138000', 'markup url-encoding'],
    ]);
  });

  it('overrule the text where they know the layout: the column of an order number', () => {
    const table = '订单号#手机\n13800138000#13900139000\n{0}#0';
    expect(scan(table)).toHaveLength(2);
    expect(scan(table, layout)).toEqual([['13900139000', '13900139000', '']]);
  });

  it('never make a number disappear that they do not show', () => {
    const blind: Decoder = {
      ...layout,
      decode: (text) => [{ ...createView(text, true), text: '' }],
    };
    expect(scan('{} 手机 13800138000', blind)).toHaveLength(1);
  });

  it('end at a depth, whatever a decoder returns', () => {
    let calls = 0;
    const endless: Decoder = {
      ...braces,
      decode(text) {
        calls++;
        return [createView(text, false), createView(text, false)];
      },
    };
    scan('{1}3800138000', endless);
    expect(calls).toBeLessThan(16);
  });
});
