/** What an organisation configures: its customer numbers, its own patterns, its dictionary. */
import type { DetectionData } from '@kedun/shared/contracts/detection-data';

import { KEYWORDS } from './values/words.ts';

export const RULES: DetectionData = {
  customerNumbers: [
    {
      id: 'customer',
      pattern: 'KH\\d{10}',
      labels: ['客户号', '客户编号', 'customer no'],
      needsLabel: false,
      dataLevel: 3,
    },
    {
      id: 'broadband',
      pattern: '[0-9]{4}KD[0-9]{8}',
      labels: ['宽带账号'],
      needsLabel: false,
      dataLevel: 3,
    },
  ],
  patterns: [
    {
      id: 'contract',
      pattern: 'HT-20\\d{2}-[A-Z]{2}\\d{6}',
      labels: ['合同编号'],
      needsLabel: false,
      dataLevel: 3,
    },
  ],
  dictionaries: [{ id: 'projects', dataLevel: 4, words: [...KEYWORDS] }],
};
