import type { Span } from '@kedun/shared/contracts/finding';

import { DECOYS, FOUR_TYPES, LABELS, MAKERS } from './identifiers.ts';
import { createRandom, type Random } from './random.ts';

/** A generated text and what is in it. */
export interface BenchText {
  readonly text: string;
  /** UTF-8 */
  readonly sizeBytes: number;
  /** True identifiers, by `start`; UTF-16 code units. */
  readonly truths: readonly Span[];
  /** The same in bytes of UTF-8, for engines that read bytes. */
  readonly byteTruths: readonly Span[];
}

/** One identifier and one decoy stand in so many bytes. */
const BYTES_PER_IDENTIFIER = 2048;

const SENTENCES: readonly string[] = [
  '客户来电咨询套餐变更事宜，坐席已登记并转交后台处理，请于两个工作日内回复。',
  '今天下午三点在第二会议室召开项目例会，各小组汇报本周进展和下周计划。',
  'Please review the attached proposal before Friday and let me know what you think. ',
  '根据合同约定，乙方应当在验收合格后 30 日内开具发票并完成结算，费用 3,500 元。',
  'The deployment finished at 10:42 without errors; monitoring shows normal latency in all 12 regions. ',
  '用户反映宽带网速慢，装维人员上门更换光猫后恢复正常，用户表示满意。\n',
  '系统升级定于 2024年3月15日凌晨 1:00 至 5:00 进行，期间暂停办理业务。\n',
  'Minutes of the weekly meeting: budget, hiring plan, open questions of the migration.\n\n',
];

/** Collects parts and where the identifiers among them stand. */
function createCollector() {
  const parts: string[] = [];
  const truths: Span[] = [];
  const byteTruths: Span[] = [];
  let units = 0;
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    add(part: string): void {
      parts.push(part);
      units += part.length;
      bytes += Buffer.byteLength(part);
    },
    /** `value` is ASCII. */
    addIdentifier(value: string): void {
      truths.push({ start: units, end: units + value.length });
      byteTruths.push({ start: bytes, end: bytes + value.length });
      this.add(value);
    },
    text: (): BenchText => ({ text: parts.join(''), sizeBytes: bytes, truths, byteTruths }),
  };
}

/**
 * Business prose, Chinese and English; in each 2 KB one identifier (of the four types in turn, one in two with its label)
 * and one decoy.
 */
export function makeMixedText(seed: number, sizeBytes: number): BenchText {
  const random = createRandom(seed);
  const collector = createCollector();
  let due = BYTES_PER_IDENTIFIER >> 1;
  for (let count = 0; collector.bytes < sizeBytes;) {
    collector.add(random.pick(SENTENCES));
    if (collector.bytes < due) continue;
    due += BYTES_PER_IDENTIFIER;
    const type = FOUR_TYPES[count++ % FOUR_TYPES.length] ?? 'email';
    collector.add(random.below(2) === 0 ? random.pick(LABELS[type]) : '备注 ');
    collector.addIdentifier(MAKERS[type](random));
    collector.add('，');
    collector.add(random.pick(SENTENCES));
    collector.add(`${random.pick(DECOYS)(random)} `);
  }
  return collector.text();
}

const LINES: readonly ((random: Random) => string)[] = [
  (random) =>
    `2024-01-15 10:${10 + random.below(50)}:${10 + random.below(50)}.${random.digits(3)} INFO [worker-${random.below(16)}] took ${random.below(900)} ms id=${random.digits(8)}\n`,
  (random) =>
    `10.0.${random.below(255)}.${random.below(255)} - - "GET /api/v1/items/${random.digits(6)} HTTP/1.1" 200 ${random.below(90_000)} ${1_700_000_000 + random.below(1e7)}\n`,
  (random) =>
    `${random.digits(4)} ${random.digits(6)} ${random.digits(3)}.${random.digits(2)}\t${random.digits(5)}\t${random.digits(7)}\n`,
  (random) =>
    `${random.digits(3)}.${random.digits(4)},${random.digits(2)}.${random.digits(6)},-${random.digits(5)},${random.below(100)}%\n`,
  (random) =>
    `${random.below(99)}  ${random.below(9999)}  ${random.below(999_999)}  0.${random.digits(4)}\n`,
];

/** Logs and tables of numbers in blocks of 40 lines, without any identifier. */
export function makeDigitText(seed: number, sizeBytes: number): BenchText {
  const random = createRandom(seed);
  const collector = createCollector();
  while (collector.bytes < sizeBytes) {
    const line = random.pick(LINES);
    for (let row = 0; row < 40; row++) collector.add(line(random));
  }
  return collector.text();
}
