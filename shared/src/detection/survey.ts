import { type Automaton, createAutomaton, type UnitReader } from './aho-corasick.ts';
import type { AnchorWant, Detector, SoftWant } from './detector.ts';
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
  readonly automaton: Automaton;
  readonly words: readonly string[];
  /** By index of the word. */
  readonly owners: readonly WordOwner[];
  readonly soft: readonly SoftPlan[];
}

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
  const words = [...owners.keys()];
  return {
    automaton: createAutomaton(words, readUnits),
    words,
    owners: [...owners.values()],
    soft,
  };
}
