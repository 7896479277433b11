import os from 'node:os';

import type { Contender, Corpus } from './contender.ts';

export const MEGABYTE = 1 << 20;

/** Sizes of the whole as `64 MB`, `128 KB`. */
export function sizeText(bytes: number): string {
  return bytes >= MEGABYTE
    ? `${(bytes / MEGABYTE).toFixed(0)} MB`
    : `${(bytes / 1024).toFixed(0)} KB`;
}

export function printMachine(): void {
  const cpus = os.cpus();
  const load = os.loadavg().map((value) => value.toFixed(2));
  console.log(`${cpus.length} × ${cpus[0]?.model ?? 'unknown CPU'}, ${os.type()} ${os.release()}`);
  console.log(`Node ${process.version}, V8 ${process.versions.v8}, load average ${load.join(' ')}`);
}

export function aimText(met: boolean, aim: string): string {
  return `${met ? 'aim met' : 'AIM MISSED'} (${aim})`;
}

const speedText = (speed: number): string => speed.toFixed(speed < 10 ? 2 : 0);

/** One input and the engines that get it. */
export interface CorpusTable {
  readonly corpus: Corpus;
  /** The same text, shorter. */
  shorter(sizeBytes: number): Corpus;
  /** The first is ours with the four types: the others are compared with it. */
  readonly contenders: readonly Contender[];
  /** MB/s, by the contender's name. */
  readonly aims: ReadonlyMap<string, number>;
}

/** One line an engine: MB/s, ours against it, exactness. Returns how many aims were missed. */
export async function printCorpusTable(table: CorpusTable): Promise<number> {
  const { corpus, contenders, aims } = table;
  const parts = corpus.parts.length > 1 ? ` in ${corpus.parts.length} parts` : '';
  console.log(
    `\n${corpus.name}: ${sizeText(corpus.sizeBytes)}${parts}, ${corpus.identifiers === 0 ? 'no identifier' : `${corpus.identifiers} identifiers and as many decoys`}`,
  );
  console.log(
    `${'engine'.padEnd(48)}${'MB/s'.padStart(8)}${'ours ×'.padStart(9)}  exact  found / false`,
  );
  let ours = Number.NaN;
  let missed = 0;
  for (const contender of contenders) {
    const largest = contender.largestBytes ?? Number.POSITIVE_INFINITY;
    const input = corpus.sizeBytes > largest ? table.shorter(largest) : corpus;
    const outcome = await contender.measure(input);
    if (typeof outcome === 'string') {
      console.log(`${contender.name.padEnd(48)} ${outcome}`);
      continue;
    }
    const speed = input.sizeBytes / MEGABYTE / (outcome.cpuMs / 1000);
    if (Number.isNaN(ours)) ours = speed;
    const { accuracy } = outcome;
    const exact = accuracy && accuracy.found === input.identifiers && accuracy.false === 0;
    const aim = aims.get(contender.name);
    if (aim !== undefined && speed < aim) missed++;
    const remarks = [
      input === corpus ? '' : `on ${sizeText(input.sizeBytes)}`,
      outcome.note ?? '',
      aim === undefined ? '' : aimText(speed >= aim, `≥ ${aim} MB/s`),
    ].filter((remark) => remark !== '');
    console.log(
      `${contender.name.padEnd(48)}${speedText(speed).padStart(8)}${(ours / speed).toFixed(2).padStart(9)}  ` +
        `${accuracy === null ? '-  ' : exact ? 'yes' : 'no '}    ${accuracy ? `${accuracy.found}/${input.identifiers} / ${accuracy.false}` : 'not told'}` +
        remarks.map((remark, at) => (at === 0 ? `   ${remark}` : `; ${remark}`)).join(''),
    );
  }
  return missed;
}
