import { type Automaton, createAutomaton } from './aho-corasick.ts';
import { createFewWords } from './few-words.ts';
import type { AnchorWant, Detector, SoftWant } from './detector.ts';
import type { UnitReader } from './unit-reader.ts';
import type { Decoder } from './view.ts';

/** Whom a word of the survey is for. */
interface WordOwner {
  /** It names an identifier that counts with its name only. */
  isLabel: boolean;
  readonly anchors: { readonly detector: Detector; readonly want: AnchorWant }[];
  /** Indexes of `Survey.soft`. */
  readonly soft: number[];
  /** Indexes of the engine's decoders. */
  readonly decoders: number[];
}

export interface SoftPlan {
  readonly detector: Detector;
  readonly want: SoftWant;
}

/** All words that anybody waits for, found in one pass. */
export interface Survey {
  /** Finds `words`. */
  readonly automaton: Automaton;
  readonly words: readonly string[];
  /** By index of the word. */
  readonly owners: readonly WordOwner[];
  readonly soft: readonly SoftPlan[];
  /**
   * Finds the labels of identifiers that count with their label only, when they are no part of `words`: without them so few
   * words are left that the text is passed at memory speed, and labels are looked for where a number wants one.
   */
  readonly labels: LabelSearch | null;
}

export interface LabelSearch {
  readonly automaton: Automaton;
  /** Units of the longest. */
  readonly longest: number;
}

/** So many words are searched one by one; the rest of the engine asks for a thousand. */
const FEW_WORDS = 4;

/** `id card` is also written `id_card`, `idCard` and `id-card`. */
function spellingsOf(label: string): string[] {
  if (!label.includes(' ')) return [label];
  return [' ', '_', '-', ''].map((joint) => label.replaceAll(' ', joint));
}

export function createSurvey(
  detectors: readonly Detector[],
  decoders: readonly Decoder[],
  readUnits?: UnitReader,
): Survey {
  const owners = new Map<string, WordOwner>();
  const soft: SoftPlan[] = [];
  const ownerOf = (word: string): WordOwner => {
    const owner = owners.get(word) ?? { isLabel: false, anchors: [], soft: [], decoders: [] };
    owners.set(word, owner);
    return owner;
  };
  for (const detector of detectors)
    for (const want of detector.wants) {
      if (want.kind === 'anchor')
        for (const anchor of want.anchors) ownerOf(anchor).anchors.push({ detector, want });
      if (want.kind === 'soft') {
        for (const anchor of want.anchors) ownerOf(anchor).soft.push(soft.length);
        soft.push({ detector, want });
      }
      if ((want.kind === 'digits' || want.kind === 'code') && want.needsLabel)
        for (const label of detector.context.for)
          for (const spelling of spellingsOf(label)) ownerOf(spelling).isLabel = true;
    }
  for (const [index, { triggers }] of decoders.entries())
    for (const trigger of triggers) ownerOf(trigger).decoders.push(index);
  const few = [...owners].filter(([, owner]) => !isLabelOnly(owner));
  const fewWords = few.length <= FEW_WORDS ? createFewWords(few.map(([word]) => word)) : null;
  if (!fewWords) {
    const words = [...owners.keys()];
    const automaton = createAutomaton(words, readUnits);
    return { automaton, words, owners: [...owners.values()], soft, labels: null };
  }
  const labels = [...owners].filter(([, { isLabel }]) => isLabel).map(([label]) => label);
  return {
    automaton: fewWords,
    words: few.map(([word]) => word),
    owners: few.map(([, owner]) => owner),
    soft,
    labels: {
      automaton: createAutomaton(labels),
      longest: labels.reduce((longest, { length }) => Math.max(longest, length), 0),
    },
  };
}

function isLabelOnly({ isLabel, anchors, soft, decoders }: WordOwner): boolean {
  return isLabel && anchors.length + soft.length + decoders.length === 0;
}
