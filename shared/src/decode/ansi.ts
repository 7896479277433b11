import type { Decoder } from '../detection/view.ts';
import { ViewWriter } from './view-writer.ts';

const ESC = 0x1b;
/** Parameters of one control sequence, at most; of one operating system command. */
const MAX_CSI = 32;
const MAX_OSC = 512;

/** Behind the introducer of a sequence: its end; −1 when it does not end. */
function csiEnd(text: string, from: number): number {
  for (let at = from; at < from + MAX_CSI; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x40 && unit <= 0x7e) return at + 1;
    if (!(unit >= 0x20 && unit < 0x40)) return -1;
  }
  return -1;
}

function oscEnd(text: string, from: number): number {
  for (let at = from; at < from + MAX_OSC; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 7 || unit === 0x9c) return at + 1;
    if (unit === ESC) return text.charCodeAt(at + 1) === 0x5c ? at + 2 : at;
    if (Number.isNaN(unit)) return -1;
  }
  return -1;
}

/** The end of the sequence (ECMA-48, sections 5.3 to 5.6) at `start`, −1 when none is there. */
function sequenceEnd(text: string, start: number): number {
  const lead = text.charCodeAt(start);
  if (lead === 0x9b) return csiEnd(text, start + 1);
  // `\e[31m` and `^[[31m` are what shells and editors show for it.
  const at = lead === ESC ? start + 1 : start + 2;
  const kind = text.charCodeAt(at);
  if (kind === 0x5b) return csiEnd(text, at + 1);
  if (lead !== ESC) return -1;
  if (kind === 0x5d) return oscEnd(text, at + 1);
  if (kind >= 0x28 && kind <= 0x2f) return at + 2;
  return kind >= 0x30 && kind <= 0x7e ? at + 1 : -1;
}

/** Colours and links of terminals, which nobody sees there. */
export function createAnsiDecoder(): Decoder {
  return {
    evasion: 'markup',
    triggers: ['\u001b', '\u009b', '\\e[', '^[['],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'markup', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        const end = sequenceEnd(text, hit);
        if (end < 0) continue;
        done = end;
        writer.erase(hit, Math.min(end, text.length));
      }
      return writer.finish();
    },
  };
}
