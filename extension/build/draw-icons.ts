import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';

/**
 * Draws public/icon/<size>.png: a shield with a check, on a 16 × 16 grid, by sampling. Run by hand when the drawing
 * changes: `node extension/build/draw-icons.ts`.
 */
const SIZES = [16, 32, 48, 128] as const;
const SAMPLES = 6;
const TOP = [38, 116, 160] as const;
const BOTTOM = [20, 74, 108] as const;

/** Half width of the shield at height y, 0 outside of it. */
function halfWidth(y: number): number {
  if (y < 0.8 || y > 15.4) return 0;
  if (y < 3.2) return 0.6 + ((y - 0.8) / 2.4) * 5.9;
  if (y < 7.6) return 6.5;
  const t = (y - 7.6) / 7.8;
  return 6.5 * Math.sqrt(Math.max(0, 1 - t ** 1.9));
}

function distanceToSegment(
  x: number,
  y: number,
  a: readonly number[],
  b: readonly number[],
): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

function isCheck(x: number, y: number): boolean {
  const corner = [7.15, 10.5] as const;
  const distance = Math.min(
    distanceToSegment(x, y, [4.75, 8.1], corner),
    distanceToSegment(x, y, corner, [11.4, 5.7]),
  );
  return distance < 0.95;
}

function pixel(column: number, row: number, size: number): [number, number, number, number] {
  let covered = 0;
  let white = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * 16) / size;
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 16) / size;
    if (Math.abs(x - 8) > halfWidth(y)) continue;
    covered += 1;
    if (isCheck(x, y)) white += 1;
  }
  if (covered === 0) return [0, 0, 0, 0];
  const depth = row / size;
  const mix = (index: 0 | 1 | 2) => {
    const ground = TOP[index] + (BOTTOM[index] - TOP[index]) * depth;
    return Math.round(ground + (255 - ground) * (white / covered));
  };
  return [mix(0), mix(1), mix(2), Math.round((255 * covered) / SAMPLES ** 2)];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** RGBA, 8 bits a channel, no filter (PNG, third edition, sections 9 and 11). */
function toPng(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      rows.set(pixel(column, row, size), row * (size * 4 + 1) + 1 + column * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

const folder = path.resolve(import.meta.dirname, '../public/icon');
mkdirSync(folder, { recursive: true });
for (const size of SIZES) writeFileSync(path.join(folder, `${size}.png`), toPng(size));
