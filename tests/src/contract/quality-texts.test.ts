import { FINDING_TYPES, type FindingType } from '@kedun/shared/contracts/vocabulary';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { stdnum } from 'stdnum';
import validator from 'validator';
import { expect, it } from 'vitest';

import { createDocuments, type QualityDocument } from '../bench/quality/documents.ts';
import { MUST } from '../bench/quality/evasions/must.ts';
import { SHOULD } from '../bench/quality/evasions/should.ts';
import type { Label } from '../bench/quality/piece.ts';
import { runQuality } from '../bench/quality/run-quality.ts';
import { compare } from '../bench/quality/score.ts';
import {
  impossibleResidentId,
  wrongCard,
  wrongResidentId,
} from '../bench/quality/values/look-alikes.ts';
import { KINDS } from '../bench/quality/texts/kinds.ts';
import { createRandom } from '../demo/random.ts';

const documents = createDocuments({ seed: 7, perKind: 30 });
const business = documents.filter(({ split }) => split === 'plain' || split === 'hard');
const disguised = documents.filter(({ split }) => split === 'must' || split === 'should');

function labelsOf(type: FindingType, some = business): readonly Label[] {
  return some.flatMap(({ labels }) => labels.filter((label) => label.type === type));
}

/** What a value comes to without the separators that people write. */
function bare(text: string): string {
  return text.replaceAll(/[\s().\u00B7-]/g, '');
}

function passesStdnum(kind: 'uscc' | 'ric', value: string): boolean {
  return stdnum['CN']?.[kind]?.validate(value).isValid ?? false;
}

it('the same seed gives the same texts, another seed other ones', () => {
  const small = createDocuments({ seed: 7, perKind: 2 });
  expect(createDocuments({ seed: 7, perKind: 2 })).toEqual(small);
  const texts = new Set(small.map(({ text }) => text));
  const others = createDocuments({ seed: 8, perKind: 2 });
  expect(others.filter(({ text }) => texts.has(text)).length / others.length).toBeLessThan(0.1);
});

it('every document of a kind is another one', () => {
  const plain = documents.filter(({ split }) => split === 'plain').map(({ text }) => text);
  expect(new Set(plain).size).toBe(plain.length);
});

it('has twenty kinds of texts, every finding type in plain texts, and more look-alikes than hard findings', () => {
  expect(KINDS.length).toBe(20);
  const types = new Set(
    documents
      .filter(({ split }) => split === 'plain')
      .flatMap(({ labels }) => labels.map(({ type }) => type)),
  );
  expect(FINDING_TYPES.filter((type) => !types.has(type))).toEqual([]);
  const hard = documents.filter(({ split }) => split === 'hard');
  const count = (of: (document: QualityDocument) => number): number =>
    hard.reduce((sum, document) => sum + of(document), 0);
  expect(count(({ decoys }) => decoys)).toBeGreaterThan(count(({ labels }) => labels.length));
});

it('spans point at what they claim', () => {
  for (const { text, labels } of business)
    for (const label of labels) {
      const { start, end, value, wide, type } = label;
      const written = text.slice(start, end);
      const isWord = type === 'person-name' || type === 'postal-address' || type === 'secrecy-mark';
      expect(isWord || type === 'keyword' ? written : bare(written)).toBe(
        isWord || type === 'keyword' ? value : bare(value),
      );
      if (wide) expect(text.slice(wide.start, wide.end)).toContain(written);
    }
});

it.each<[FindingType, (value: string) => boolean]>([
  // The oracle lacks 149, which the MIIT table gives to China Telecom.
  ['cn-mobile', (value) => value.startsWith('149') || isValidPhoneNumber(value, 'CN')],
  ['cn-landline', (value) => isValidPhoneNumber(value, 'CN')],
  ['bank-card', (value) => validator.isLuhnNumber(value)],
  ['iccid', (value) => value.length === 20 && validator.isLuhnNumber(value)],
  ['imei', (value) => validator.isIMEI(value)],
  ['email', (value) => validator.isEmail(value)],
  // The oracle knows no check digit 0, which GB 32100-2015 writes for 31.
  ['uscc', (value) => value.endsWith('0') || passesStdnum('uscc', value)],
  [
    'cn-resident-id',
    (value) =>
      value.length === 15 || validator.isIdentityCard(value, 'zh-CN') || /^[89]/.test(value),
  ],
])('values of %s pass the oracle', (type, passes) => {
  const labels = labelsOf(type);
  expect(labels.length).toBeGreaterThan(30);
  expect([...new Set(labels.map(({ value }) => value))].filter((value) => !passes(value))).toEqual(
    [],
  );
});

it('numbers said to be wrong are wrong', () => {
  const random = createRandom(3);
  for (let round = 0; round < 300; round++) {
    expect(validator.isIdentityCard(wrongResidentId(random), 'zh-CN')).toBe(false);
    expect(passesStdnum('ric', impossibleResidentId(random))).toBe(false);
    expect(validator.isLuhnNumber(wrongCard(random))).toBe(false);
  }
});

it('every technique has forty cases and more, half of them with a label, none with the plain value', () => {
  for (const { id } of [...MUST, ...SHOULD]) {
    const cases = disguised.filter(({ kind }) => kind === id);
    expect(cases.length).toBeGreaterThanOrEqual(40);
    const isPrefix = id.startsWith('prefix') || id === 'lower-case x';
    const plain = cases.filter(({ text, labels }) =>
      labels.some(({ value }) => text.includes(value)),
    );
    if (!isPrefix) expect(plain.map(({ text }) => text)).toEqual([]);
  }
});

it.each<
  [string, number, readonly [number, number][], [hits: number, misses: number, falseAlarms: number]]
>([
  ['the same span', 0, [[10, 21]], [1, 0, 0]],
  ['a span with the country code', 0, [[7, 21]], [1, 0, 0]],
  ['a span that covers less than half', 0, [[10, 14]], [0, 1, 1]],
  [
    'two findings for one label',
    0,
    [
      [10, 21],
      [11, 21],
    ],
    [1, 0, 1],
  ],
  ['nothing', 0, [], [0, 1, 0]],
  ['a place elsewhere', 0, [[30, 41]], [0, 1, 1]],
])('%s is scored', (_, __, spans, [hits, misses, falseAlarms]) => {
  const label: Label = { type: 'cn-mobile', value: '', start: 10, end: 21 };
  const found = spans.map(([start, end]) => ({ type: 'cn-mobile' as const, start, end }));
  const result = compare([label], found, 'span');
  expect([result.hits.length, result.misses.length, result.falseAlarms.length]).toEqual([
    hits,
    misses,
    falseAlarms,
  ]);
});

it('a finding over an optional label counts neither way', () => {
  const label: Label = { type: 'person-name', value: '', start: 0, end: 3, optional: true };
  expect(compare([label], [{ type: 'person-name', start: 0, end: 2 }], 'span')).toEqual({
    hits: [],
    misses: [],
    falseAlarms: [],
  });
  expect(compare([label], [{ type: 'email', start: 0, end: 2 }], 'span').falseAlarms.length).toBe(
    1,
  );
});

it('an engine that knows everything meets every aim, one that is blind none but the quiet ones', () => {
  const known = new Map(
    createDocuments({ seed: 5, perKind: 2 }).map(({ text, labels }) => [text, labels]),
  );
  const perfect = runQuality({ seed: 5, perKind: 2, scan: (text) => known.get(text) ?? [] });
  expect(perfect.aims.filter(({ met }) => !met)).toEqual([]);
  const blind = runQuality({ seed: 5, perKind: 2, scan: () => [] });
  expect(blind.aims.filter(({ met }) => met).map(({ name }) => name)).toEqual([
    'documents with false alarms',
    '- of those without findings',
  ]);
});
