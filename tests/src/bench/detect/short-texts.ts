import type { Engine } from '@kedun/shared/detection/detection';

import { makeHostileTexts } from './hostile.ts';
import { measureShort } from './measure.ts';
import { aimText } from './report.ts';
import { makeDigitText, makeMixedText } from './texts.ts';

const PASTE_AIM_US = 500;
const HOSTILE_AIM_MS = 10;

/** Pastes as people make them; aims are for the whole engine. Returns how many were missed. */
export function printPastes(engines: readonly (readonly [name: string, Engine])[]): number {
  console.log('\nPastes, µs (wall clock): median, slowest of up to 2,000');
  let missed = 0;
  for (const [kind, make] of [
    ['mixed', makeMixedText],
    ['digits', makeDigitText],
  ] as const)
    for (const [size, bytes] of [
      ['1 KB', 1024],
      ['100 KB', 102_400],
    ] as const) {
      const { text } = make(11, bytes);
      for (const [name, engine] of engines) {
        const { medianMs, maxMs } = measureShort(() => engine.scan(text), 2000);
        const medianUs = medianMs * 1000;
        const met = medianUs < PASTE_AIM_US;
        const aim = size === '100 KB' ? `   ${aimText(met, `< ${PASTE_AIM_US} µs`)}` : '';
        if (aim !== '' && !met) missed++;
        const label = `${kind} ${size}, ${name}`.padEnd(48);
        const slowest = (maxMs * 1000).toFixed(0).padStart(10);
        console.log(`${label}${medianUs.toFixed(1).padStart(10)}${slowest}${aim}`);
      }
    }
  return missed;
}

/** Texts made to hold the engine up; worst first. Returns how many missed the aim. */
export function printHostile(engine: Engine): number {
  console.log(
    '\nHostile texts of 102,400 characters, whole engine, ms (wall clock): median, slowest',
  );
  engine.scan(makeMixedText(3, 65_536).text);
  const rows = makeHostileTexts().map(([name, text]) => ({
    name,
    ...measureShort(() => engine.scan(text), 15),
    findings: engine.scan(text).detections.length,
  }));
  rows.sort((a, b) => b.medianMs - a.medianMs);
  for (const { name, medianMs, maxMs, findings } of rows)
    console.log(
      `${name.padEnd(48)}${medianMs.toFixed(3).padStart(10)}${maxMs.toFixed(3).padStart(10)}   ` +
        `${aimText(medianMs < HOSTILE_AIM_MS, `< ${HOSTILE_AIM_MS} ms`)}${findings > 0 ? `; ${findings} findings` : ''}`,
    );
  return rows.filter(({ medianMs }) => medianMs >= HOSTILE_AIM_MS).length;
}
