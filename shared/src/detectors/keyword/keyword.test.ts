import { describe, expect, it } from 'vitest';

import { createEngine } from '../../detection/engine.ts';
import { createKeywordDetector } from './detector.ts';

describe('keywords', () => {
  it('a word of two dictionaries has the higher level', () => {
    const detector = createKeywordDetector([
      { id: 'low', dataLevel: 2, words: ['falcon'] },
      { id: 'high', dataLevel: 4, words: ['Falcon'] },
      { id: 'last', dataLevel: 3, words: ['ＦＡＬＣＯＮ'] },
    ]);
    const [detection] = createEngine({ detectors: [detector] }).scan('FALCON').detections;
    expect(detection?.dataLevel).toBe(4);
    expect(detection?.masked).toBe('falcon');
    expect(detection?.explanation.score).toContainEqual({
      part: 'dictionary',
      points: 0,
      term: 'high',
    });
  });

  it('thousands of words are found, each where it stands', () => {
    const words = Array.from({ length: 8000 }, (_, index) => `代号${index.toString(36)}项目`);
    const engine = createEngine({
      detectors: [createKeywordDetector([{ id: 'many', dataLevel: 3, words }])],
    });
    const picked = words.filter((_, index) => index % 97 === 0);
    const text = picked.join('，');
    expect(engine.scan(text).detections.map(({ masked }) => masked)).toEqual(picked);
  });

  it('asks for nothing without a dictionary', () => {
    expect(createKeywordDetector().wants).toEqual([]);
  });
});
