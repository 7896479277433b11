import type { DataLevel } from '../../contracts/vocabulary.ts';

/** A level as it is printed on documents. */
export interface MarkWord {
  /** Folded: lower case, half width. */
  readonly word: string;
  /** As it is told. */
  readonly level: string;
  readonly dataLevel: DataLevel;
  /** Commonly a word like any other: in a line of its own it must be printed in capitals. */
  readonly capitals?: boolean;
}

/**
 * State secrets (保守国家秘密法, art. 14: 绝密, 机密, 秘密), commercial secrets of central enterprises (中央企业商业秘密保护暂行规定, art. 12: 核心商密,
 * 普通商密) and the usual marks below them; English marks of companies. The longest of those that start together comes first.
 */
const PRINTED: readonly MarkWord[] = [
  { word: '绝密', level: '绝密', dataLevel: 4 },
  { word: '絕密', level: '绝密', dataLevel: 4 },
  { word: '机密', level: '机密', dataLevel: 4 },
  { word: '機密', level: '机密', dataLevel: 4 },
  { word: '秘密', level: '秘密', dataLevel: 3 },
  { word: '核心商业秘密', level: '核心商秘', dataLevel: 4 },
  { word: '核心商秘', level: '核心商秘', dataLevel: 4 },
  { word: '核心商密', level: '核心商秘', dataLevel: 4 },
  { word: '普通商业秘密', level: '普通商秘', dataLevel: 3 },
  { word: '普通商秘', level: '普通商秘', dataLevel: 3 },
  { word: '普通商密', level: '普通商秘', dataLevel: 3 },
  { word: '商业秘密', level: '商业秘密', dataLevel: 3 },
  { word: '商業秘密', level: '商业秘密', dataLevel: 3 },
  { word: '商业机密', level: '商业秘密', dataLevel: 3 },
  { word: '商密', level: '商业秘密', dataLevel: 3 },
  { word: '商秘', level: '商业秘密', dataLevel: 3 },
  { word: '工作秘密', level: '工作秘密', dataLevel: 3 },
  { word: '内部资料', level: '内部资料', dataLevel: 2 },
  { word: '內部資料', level: '内部资料', dataLevel: 2 },
  { word: '内部文件', level: '内部文件', dataLevel: 2 },
  { word: '内部使用', level: '内部使用', dataLevel: 2 },
  { word: '内部公开', level: '内部公开', dataLevel: 2 },
  { word: '内部', level: '内部', dataLevel: 2 },
  { word: '仅供内部使用', level: '内部使用', dataLevel: 2 },
  { word: '仅限内部使用', level: '内部使用', dataLevel: 2 },
  { word: '注意保存', level: '注意保存', dataLevel: 2 },
  { word: '注意保密', level: '注意保密', dataLevel: 2 },
  { word: '不得外传', level: '不得外传', dataLevel: 2 },
  { word: '请勿外传', level: '不得外传', dataLevel: 2 },
  { word: '严禁外传', level: '不得外传', dataLevel: 2 },
  { word: 'top secret', level: 'TOP SECRET', dataLevel: 4 },
  { word: 'secret', level: 'SECRET', dataLevel: 4, capitals: true },
  { word: 'strictly confidential', level: 'CONFIDENTIAL', dataLevel: 3 },
  { word: 'highly confidential', level: 'CONFIDENTIAL', dataLevel: 3 },
  { word: 'company confidential', level: 'CONFIDENTIAL', dataLevel: 3 },
  { word: 'commercial in confidence', level: 'CONFIDENTIAL', dataLevel: 3 },
  { word: 'private and confidential', level: 'CONFIDENTIAL', dataLevel: 3 },
  { word: 'confidential', level: 'CONFIDENTIAL', dataLevel: 3, capitals: true },
  { word: 'restricted', level: 'RESTRICTED', dataLevel: 3, capitals: true },
  { word: 'for internal use only', level: 'INTERNAL', dataLevel: 2 },
  { word: 'internal use only', level: 'INTERNAL', dataLevel: 2 },
  { word: 'internal only', level: 'INTERNAL', dataLevel: 2 },
  { word: 'internal', level: 'INTERNAL', dataLevel: 2, capitals: true },
];

/** Headings are printed with a space between the two characters. */
const SPACED: readonly MarkWord[] = PRINTED.slice(0, 5).flatMap((mark) =>
  [' ', '  '].map((space) => ({
    ...mark,
    word: mark.word.slice(0, 1) + space + mark.word.slice(1),
  })),
);

export const MARK_WORDS: readonly MarkWord[] = [...PRINTED, ...SPACED];

/**
 * What the search looks for: each word has one of them in it. Of the English ones as few letters as will do, and not the
 * first: `nf` is rarer in text than `co`.
 */
const CORES: readonly string[] = [
  '绝密',
  '絕密',
  '机密',
  '機密',
  '秘密',
  '商秘',
  '商密',
  '内部',
  '內部',
  '注意保',
  '外传',
  'nfiden',
  'cret',
  'rnal',
  'ricted',
];

/** A word around the core that was found. */
export interface CoredWord {
  readonly mark: MarkWord;
  /** Where the core stands in it. */
  readonly inner: number;
}

/** By core the words that have it in them, the longest first. */
export function wordsByCore(): ReadonlyMap<string, readonly CoredWord[]> {
  const map = new Map<string, CoredWord[]>();
  for (const mark of MARK_WORDS) {
    const core = CORES.find((each) => mark.word.includes(each)) ?? mark.word;
    const known = map.get(core) ?? [];
    known.push({ mark, inner: mark.word.indexOf(core) });
    map.set(core, known);
  }
  for (const known of map.values()) known.sort((a, b) => b.mark.word.length - a.mark.word.length);
  return map;
}

/** Nouns that a level may be followed by at the end of its line; in front of more text they make it a sentence. */
export const NOUNS: readonly string[] = ['级', '件', '文件', '资料', '材料', '档案', '信息'];

/** Words that may stand beside a level in its line and leave it a mark. */
export const COMPANIONS: readonly string[] = [
  '使用',
  '专用',
  '传阅',
  '会后收回',
  '阅后即焚',
  '阅后收回',
  '注意保存',
  '注意保密',
  '妥善保管',
  '严格保密',
  '不得外传',
  '请勿外传',
  '严禁外传',
  '禁止外传',
  '不得复制',
  '不得转载',
  '严禁复制',
  '翻印必究',
  '仅供内部使用',
  '仅限内部使用',
  '公司',
  '本公司',
  'document',
  'information',
  'material',
  'only',
  'do not distribute',
  'do not copy',
  'do not forward',
  'not for distribution',
  'proprietary',
  'and',
];

/** Names of the field that a level stands in, in front of it. */
export const LEVEL_LABELS: readonly string[] = [
  '密级',
  '保密等级',
  '保密级别',
  '秘密等级',
  '涉密等级',
  '涉密级别',
  '定密',
  '安全等级',
  '数据密级',
  '文件级别',
  'classification',
  'security level',
  'security classification',
  'confidentiality',
  'sensitivity',
  'secrecy level',
];
