/**
 * How fast the text engine is, next to what a developer would write: one combined V8 regex and checksums, once for
 * plain digits and once with the separators and full-width digits that the engine also reads.
 * Run: `node tests/src/bench/bench-detection.ts [megabytes]`. Medians of CPU-bound runs in one process; compare the
 * ratios, the absolute values belong to the machine. The inputs come from a seeded generator.
 */
import os from 'node:os';

import { createEngine } from '@kedun/shared/detection/engine';
import { createDetectors } from '@kedun/shared/detectors/registry';

const MEGABYTE = 1 << 20;
const RUNS = 7;

function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // mulberry32: good enough to vary texts, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = createRandom(20_261_122);
const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join('');
const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkLetter = (body: string): string =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, w, at) => sum + w * Number(body[at]), 0) % 11);

function luhn(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < value.length; at++) {
    const digit = Number(value[value.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const mobile = (): string => pick(['138', '159', '186', '199']) + digits(8);
function residentId(): string {
  const body = `${pick(['110101', '440524', '320106'])}${1950 + random(50)}0${1 + random(9)}1${random(10)}${digits(3)}`;
  return body + checkLetter(body);
}
function card(): string {
  for (;;) {
    const value = `622202${digits(13)}`;
    if (luhn(value)) return value;
  }
}

const SENTENCES = [
  '客户来电咨询套餐变更事宜,坐席已登记并转交后台处理,请于两个工作日内回复。',
  '今天下午三点在第二会议室召开项目例会,各小组汇报本周进展和下周计划。',
  'Please review the attached proposal before Friday and let me know what you think. ',
  '根据合同约定,乙方应当在验收合格后三十日内开具发票并完成结算。',
  'The deployment finished without errors; monitoring shows normal latency in all regions. ',
  '用户反映宽带网速慢,装维人员上门更换光猫后恢复正常,用户表示满意。\n',
];
const DECOYS = [
  () => `订单号 20240115${digits(12)} `,
  () => `${1_700_000_000_000 + random(1e9)} `,
  () => `192.168.${random(255)}.${random(255)} `,
  () => `138****${digits(4)} `,
  () => `v${random(9)}.${random(20)}.${random(99)} `,
];

/** Text with one identifier and one decoy in about 2 KB. */
function mixedText(bytes: number): string {
  const parts: string[] = [];
  const encoder = new TextEncoder();
  let written = 0;
  let sinceNumber = 0;
  while (written < bytes) {
    let part = pick(SENTENCES);
    if (sinceNumber > 2048) {
      part += `联系 ${pick([mobile, residentId, card])()},${pick(DECOYS)()}`;
      sinceNumber = 0;
    }
    const size = encoder.encode(part).length;
    written += size;
    sinceNumber += size;
    parts.push(part);
  }
  return parts.join('');
}

function digitTable(bytes: number): string {
  const lines: string[] = [];
  let written = 0;
  while (written < bytes) {
    const line =
      lines.length % 2 === 0
        ? `2024-01-15 10:${10 + random(50)}:${10 + random(50)}.${digits(3)} INFO took ${random(900)} ms id=${digits(8)}\n`
        : `${digits(4)} ${digits(6)} ${digits(3)}.${digits(2)}\t${digits(5)}\t${digits(7)}\n`;
    lines.push(line);
    written += line.length;
  }
  return lines.join('');
}

const COMBINED =
  /(?<![0-9A-Za-z])(?:(1[3-9]\d{9})|([1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])|((?:62\d{14,17}|4\d{15}|5[1-5]\d{14})))(?![0-9A-Za-z])/g;

/** The same three with one optional separator anywhere between the digits, and full-width digits. */
const D = '[0-9０-９]';
const S = '[-\\s.·－]?';
const digitsOf = (count: string): string => `(?:${S}${D})${count}`;
const SEPARATED = new RegExp(
  `(?<![0-9０-９A-Za-z])(?:([1１]${S}[3-9３-９]${digitsOf('{9}')})|([1-8１-８]${digitsOf('{16}')}${S}[0-9０-９XxＸｘ])|([4-6４-６]${digitsOf('{15,18}')}))(?![0-9０-９A-Za-z])`,
  'g',
);

/** A regex a developer would write, with checksums; no context, no group shapes, no other digits. */
function regexScan(pattern: RegExp, text: string): number {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    const [phone, id, pan] = match
      .slice(1)
      .map((value: string | undefined) => value?.normalize('NFKC').replaceAll(/[^0-9Xx]/g, ''));
    if (phone) count++;
    else if (id && checkLetter(id) === id.slice(17).toUpperCase()) count++;
    else if (pan && luhn(pan)) count++;
  }
  return count;
}

interface Measured {
  readonly ms: number;
  readonly count: number;
}

function measure(run: () => number, repeat: number): Measured {
  const times: number[] = [];
  let count = 0;
  for (let round = 0; round < RUNS; round++) {
    const before = process.cpuUsage();
    const started = performance.now();
    for (let time = 0; time < repeat; time++) count = run();
    const used = process.cpuUsage(before);
    // The CPU clock ticks coarsely; short runs take the wall clock.
    const cpu = (used.user + used.system) / 1000;
    times.push((repeat === 1 ? cpu : performance.now() - started) / repeat);
  }
  times.sort((a, b) => a - b);
  return { ms: times[RUNS >> 1] ?? 0, count };
}

function main(): void {
  const megabytes = Number(process.argv[2] ?? 16);
  const size = megabytes * MEGABYTE;
  const short = 100_000;
  const inputs: readonly (readonly [string, string, number])[] = [
    [`mixed ${megabytes} MB`, mixedText(size), 1],
    [`digits ${megabytes} MB`, digitTable(size), 1],
    ['mixed 100 KB', mixedText(short), 50],
    ['mixed 1 KB', mixedText(1000), 1000],
    ['digits 100 KB', digitTable(short), 50],
    ['base64 100 KB', Buffer.from(digits(75_000)).toString('base64'), 20],
    ['one digit 100 KB', '1'.repeat(short), 20],
    ['"1 " 100 KB', '1 '.repeat(short / 2), 20],
    ['"a." 100 KB', 'a.'.repeat(short / 2), 20],
    ['"@" 100 KB', '@'.repeat(short), 20],
    ['"138 " 100 KB', '138 '.repeat(short / 4), 20],
    ['mobiles 100 KB', '13800138000 '.repeat(short / 12), 5],
    ['zero-width 100 KB', '\u200b'.repeat(short / 3), 20],
  ];
  const engine = createEngine({ detectors: createDetectors() });
  const cpu = os.cpus()[0];
  console.log(`Node ${process.version}, ${os.cpus().length} x ${cpu?.model ?? 'unknown CPU'}`);
  console.log('MB = 2^20 bytes of UTF-8; medians of 7; ms, MB/s, findings.');
  console.log(
    'plain = regex for plain digits; separated = regex that also knows separators and full-width',
  );
  console.log('digits, as the engine does; x = times the engine is faster.\n');
  const title = (name: string): string => name.padStart(29);
  console.log(
    `${''.padEnd(18)}${title('engine')} |${title('plain')}      x |${title('separated')}      x`,
  );
  for (const [name, text, repeat] of inputs) {
    const bytes = new TextEncoder().encode(text).length;
    const ours = measure(() => engine.scan(text).detections.length, repeat);
    const plain = measure(() => regexScan(COMBINED, text), repeat);
    const separated = measure(() => regexScan(SEPARATED, text), repeat);
    const row = ({ ms, count }: Measured): string => {
      const speed = (bytes / MEGABYTE / (ms / 1000)).toFixed(0);
      return `${ms.toFixed(3).padStart(11)} ${speed.padStart(8)} ${String(count).padStart(8)}`;
    };
    const times = ({ ms }: Measured): string => (ms / ours.ms).toFixed(2).padStart(6);
    console.log(
      `${name.padEnd(18)}${row(ours)} |${row(plain)} ${times(plain)} |${row(separated)} ${times(separated)}`,
    );
  }
}

main();
