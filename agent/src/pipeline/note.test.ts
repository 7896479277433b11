import fc from 'fast-check';
import { expect, it } from 'vitest';

import { NOTE_SUFFIX } from '../quarantine/quarantine.ts';
import { noteName } from './note.ts';

it('names the note so that every file system takes it, whatever the file was called', () => {
  fc.assert(
    fc.property(fc.option(fc.string({ unit: 'grapheme', maxLength: 300 })), (fileName) => {
      const name = noteName(fileName);
      expect(name.endsWith(NOTE_SUFFIX)).toBe(true);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      // FAT and Windows take none of these.
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]/u);
    }),
  );
});
