import type { PatternRule } from '../../contracts/detection-data.ts';
import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Rules that the vectors are read with; made for this project. */
export const VECTOR_PATTERN_RULES: readonly PatternRule[] = [
  {
    id: 'contract',
    pattern: '(?:HT|XY)-20\\d{2}-\\d{5}',
    labels: ['合同编号'],
    needsLabel: false,
    dataLevel: 3,
  },
  {
    id: 'host',
    pattern: '[a-z]{2,8}\\d{2}\\.crm\\.corp',
    labels: [],
    needsLabel: false,
    dataLevel: 2,
  },
  { id: 'file', pattern: '第[0-9]{3,4}号客户档案', labels: [], needsLabel: false, dataLevel: 3 },
];

const match = (masked: string): Marking => ['custom-pattern', masked, 0.65];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('custom-pattern/alone', '⟦HT-2024-00017⟧', match('HT*****0017')),
  markedVector('custom-pattern/choice', '⟦XY-2023-12345⟧', match('XY*****2345')),
  markedVector('custom-pattern/label', '合同编号：⟦HT-2024-00018⟧', match('HT*****0018')),
  markedVector('custom-pattern/in-text', '依据合同⟦HT-2024-00019⟧执行', match('HT*****0019')),
  markedVector('custom-pattern/lower-case', '⟦ht-2024-00017⟧', match('HT*****0017')),
  markedVector('custom-pattern/full-width', '⟦ＨＴ－２０２４－０００１７⟧', match('HT*****0017')),
  markedVector('custom-pattern/host', 'ping ⟦db01.crm.corp⟧', match('DB*****CORP')),
  markedVector('custom-pattern/host-in-url', 'http://⟦app02.crm.corp⟧/x', match('AP******CORP')),
  markedVector('custom-pattern/chinese', '调阅⟦第0123号客户档案⟧', match('第0****客户档案')),
  markedVector('custom-pattern/chinese-digits', '⟦第０１２３号客户档案⟧', match('第0****客户档案')),
  markedVector(
    'custom-pattern/two',
    '⟦HT-2024-00017⟧、⟦HT-2024-00018⟧',
    match('HT*****0017'),
    match('HT*****0018'),
  ),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('custom-pattern/other-prefix', 'HZ-2024-00017'),
  quietVector('custom-pattern/other-century', 'HT-1924-00017'),
  quietVector('custom-pattern/longer', 'HT-2024-000171'),
  quietVector('custom-pattern/in-a-code', 'XHT-2024-00017'),
  quietVector('custom-pattern/no-dashes', 'HT 2024 00017'),
  quietVector('custom-pattern/capital-host', 'DB01.CRM.CORP'),
  quietVector('custom-pattern/other-host', 'db1.crm.corp'),
  quietVector('custom-pattern/longer-host', 'db01.crm.corporate'),
  quietVector('custom-pattern/other-file', '第12号客户档案'),
  quietVector('custom-pattern/placeholder', 'HT-20XX-XXXXX'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
