/** The labelled documents of a seed. */
import { createRandom, type Random } from '../../demo/random.ts';
import { evasionCase } from './evasions/cases.ts';
import { MUST } from './evasions/must.ts';
import { SHOULD } from './evasions/should.ts';
import type { Technique } from './evasions/technique.ts';
import { createFill } from './fill.ts';
import { HARD_FORMATS } from './hard/formats.ts';
import { HARD_LAYOUTS } from './hard/layouts.ts';
import { NUMBER_NEGATIVES } from './hard/numbers-negative.ts';
import { HARD_POSITIVES } from './hard/positives.ts';
import { HARD_PEOPLE, HARD_SECRETS } from './hard/secrets.ts';
import { WORD_NEGATIVES } from './hard/words-negative.ts';
import { type Label, type Piece, punctuate } from './piece.ts';
import { KINDS } from './texts/kinds.ts';
import type { Kind } from './texts/template.ts';

export const SPLITS = ['plain', 'hard', 'must', 'should'] as const;
export type Split = (typeof SPLITS)[number];

export interface QualityDocument {
  readonly split: Split;
  /** The kind of business text, the family of hard cases, or the technique of disguise. */
  readonly kind: string;
  readonly text: string;
  readonly labels: readonly Label[];
  readonly decoys: number;
}

export interface DocumentOptions {
  readonly seed: number;
  /** Documents of each kind and family; a technique gets at least 40. */
  readonly perKind: number;
}

const CASES_AT_LEAST = 40;

const HARD: readonly Kind[] = [
  ...HARD_POSITIVES,
  ...HARD_LAYOUTS,
  ...HARD_FORMATS,
  ...HARD_SECRETS,
  HARD_PEOPLE,
  ...NUMBER_NEGATIVES,
  ...WORD_NEGATIVES,
];

/** A source of its own for each document: a kind that is added changes none of the others. FNV-1a, 32 bit. */
function randomOf(seed: number, split: string, kind: string, index: number): Random {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}/${split}/${kind}/${index}`)
    hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return createRandom(hash >>> 0);
}

function fromKind(seed: number, split: Split, kind: Kind, index: number): QualityDocument {
  const random = randomOf(seed, split, kind.id, index);
  const template = kind.templates[index % kind.templates.length];
  if (!template) throw new Error(`the kind ${kind.id} has no templates`);
  const piece = template(createFill(random));
  const wide = kind.prose && random.integer(0, 3) > 0;
  return document(split, kind.id, wide ? punctuate(piece) : piece);
}

function document(split: Split, kind: string, piece: Piece): QualityDocument {
  return { split, kind, ...piece };
}

function fromTechnique(
  seed: number,
  split: Split,
  technique: Technique,
  index: number,
): QualityDocument {
  const fill = createFill(randomOf(seed, split, technique.id, index));
  return document(split, technique.id, evasionCase(fill, technique, index));
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** All documents; the same options give the same texts on every machine. */
export function createDocuments({ seed, perKind }: DocumentOptions): readonly QualityDocument[] {
  const cases = Math.max(CASES_AT_LEAST, perKind);
  return [
    ...KINDS.flatMap((kind) => times(perKind, (at) => fromKind(seed, 'plain', kind, at))),
    ...HARD.flatMap((kind) => times(perKind, (at) => fromKind(seed, 'hard', kind, at))),
    ...MUST.flatMap((way) => times(cases, (at) => fromTechnique(seed, 'must', way, at))),
    ...SHOULD.flatMap((way) => times(cases, (at) => fromTechnique(seed, 'should', way, at))),
  ];
}
