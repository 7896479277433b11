import type { Dictionary } from '../../contracts/detection-data.ts';
import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Dictionaries that the vectors are read with; made for this project. */
export const VECTOR_DICTIONARIES: readonly Dictionary[] = [
  { id: 'projects', dataLevel: 4, words: ['天枢', '天枢计划', 'Falcon', 'blue whale', 'KD2'] },
  { id: 'terms', dataLevel: 2, words: ['falcon', '离网预警', '携转名单', '资费底价'] },
];

const word = (masked: string): Marking => ['keyword', masked, 0.8];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('keyword/chinese', '本季度⟦离网预警⟧名单', word('离网预警')),
  markedVector('keyword/longest', '关于⟦天枢计划⟧的汇报', word('天枢计划')),
  markedVector('keyword/shorter', '⟦天枢⟧二期', word('天枢')),
  markedVector('keyword/case', 'Project ⟦FALCON⟧ budget', word('falcon')),
  markedVector('keyword/hump', 'const user⟦Falcon⟧ = 1', word('falcon')),
  markedVector('keyword/underscore', 'is_⟦falcon⟧_on', word('falcon')),
  markedVector('keyword/plural', 'two ⟦falcon⟧s', word('falcon')),
  markedVector('keyword/full-width', 'Ｐ ⟦ｆａｌｃｏｎ⟧', word('falcon')),
  markedVector('keyword/phrase', 'see ⟦Blue Whale⟧ deck', word('blue whale')),
  markedVector('keyword/digits', '代号⟦KD2⟧上线', word('kd2')),
  markedVector('keyword/two', '⟦携转名单⟧与⟦资费底价⟧', word('携转名单'), word('资费底价')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('keyword/longer-word', 'the falconer came'),
  quietVector('keyword/inside-word', 'gyrfalcon'),
  quietVector('keyword/other-spacing', 'bluewhale'),
  quietVector('keyword/longer-number', 'KD25'),
  quietVector('keyword/longer-code', 'AKD2'),
  quietVector('keyword/half', '天空与枢纽'),
  quietVector('keyword/cut', '携转 名单'),
  quietVector('keyword/other', '资费公示'),
  quietVector('keyword/reversed', '单名转携'),
  quietVector('keyword/empty', ''),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
