import { ERROR_CODES, ERRORS } from '@kedun/shared/contracts/errors';
import { describe, expect, it } from 'vitest';

import { en } from './en.ts';
import { zh } from './zh.ts';

function flatten(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${key}/`)
      : [[`${prefix}${key}`, String(value)] as [string, string]],
  );
}

const places = (text: string): string[] =>
  [...new Set(text.match(/\{\{?[a-z]+\}?\}/gi) ?? [])].sort();

const chinese = flatten(zh);
const english = new Map(flatten(en));

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort());
  });

  it('fill the same places', () => {
    const unlike = chinese.filter(
      ([key, text]) => String(places(english.get(key) ?? '')) !== String(places(text)),
    );
    expect(unlike).toEqual([]);
  });

  it('leave nothing empty and no Chinese in the English texts', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('leave the space between Chinese and Latin to the browser', () => {
    const spaced = /\p{Script=Han} [\w{]|[\w}] \p{Script=Han}/u;
    expect(chinese.filter(([, text]) => spaced.test(text))).toEqual([]);
  });

  it('use full-width punctuation after Chinese', () => {
    expect(chinese.filter(([, text]) => /\p{Script=Han}[,;:!?]/u.test(text))).toEqual([]);
  });
});

it('has every error in both languages', () => {
  for (const code of ERROR_CODES) {
    expect(ERRORS[code].zh).toMatch(/\p{Script=Han}/u);
    expect(ERRORS[code].en).not.toMatch(/\p{Script=Han}/u);
  }
});
