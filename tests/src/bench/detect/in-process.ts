import type { Span } from '@kedun/shared/contracts/finding';
import { REPORTING_CONFIDENCE } from '@kedun/shared/detection/confidence';
import type { Engine, ScanResult } from '@kedun/shared/detection/detection';

import { addUp, type Contender, type Corpus, judge } from './contender.ts';
import { FOUR_TYPES } from './identifiers.ts';
import { measureCpuMs } from './measure.ts';

interface Library {
  readonly name: string;
  readonly largestBytes?: number;
  /** What is timed. */
  run(text: string): unknown;
  /** The places it tells; run once, not timed. */
  find(text: string): readonly Span[] | Promise<readonly Span[]>;
  noteOn?(corpus: Corpus): string;
}

/** A contender that is called in this process. */
export function createInProcessContender(library: Library): Contender {
  return {
    name: library.name,
    ...(library.largestBytes === undefined ? {} : { largestBytes: library.largestBytes }),
    async measure(corpus) {
      const accuracies = [];
      for (const { text, truths } of corpus.parts)
        accuracies.push(judge(await library.find(text), truths));
      const cpuMs = await measureCpuMs(async () => {
        for (const { text } of corpus.parts) {
          const pending = library.run(text);
          if (pending instanceof Promise) await pending;
        }
      });
      const note = library.noteOn?.(corpus);
      return { cpuMs, accuracy: addUp(accuracies), ...(note ? { note } : {}) };
    },
  };
}

/** Our engine. Findings below the reporting confidence, and of types that the text was not made for, are told apart. */
export function createOwnContender(name: string, engine: Engine): Contender {
  const four = new Set<string>(FOUR_TYPES);
  const reported = ({ detections }: ScanResult) =>
    detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE);
  return createInProcessContender({
    name,
    run: (text) => engine.scan(text).detections.length,
    find: (text) =>
      reported(engine.scan(text))
        .filter(({ type }) => four.has(type))
        .map(({ span }) => span),
    noteOn({ parts }) {
      const others = new Map<string, number>();
      let unscanned = 0;
      for (const { text } of parts) {
        const result = engine.scan(text);
        unscanned += result.unscanned.length;
        for (const { type } of reported(result))
          if (!four.has(type)) others.set(type, (others.get(type) ?? 0) + 1);
      }
      return [
        ...[...others].map(([type, count]) => `${count} × ${type}`),
        ...(unscanned > 0 ? [`${unscanned} gaps in the scan`] : []),
      ].join(', ');
    },
  });
}
