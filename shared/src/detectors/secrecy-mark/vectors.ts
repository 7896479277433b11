import { type Marking, markedVector, quietVector, type Vector } from '../vector.ts';

/** Made for this project, after the forms of GB/T 9704-2012, 7.2.2 (level and term) and marks in use at companies. */
const mark = (value: string): Marking => ['secrecy-mark', value, 0.7];

const TRUE_VECTORS: readonly Vector[] = [
  markedVector('secrecy-mark/term', '⟦机密★10年⟧\n关于市场经营情况的报告', mark('机密★10年')),
  markedVector('secrecy-mark/long', '⟦绝密★长期⟧', mark('绝密★长期')),
  markedVector('secrecy-mark/spaces', '⟦秘密 ★ 30 年⟧', mark('秘密★30年')),
  markedVector('secrecy-mark/until-use', '⟦机密★启用前⟧\n试题', mark('机密★启用前')),
  markedVector('secrecy-mark/field', '密级：⟦机密⟧', mark('机密')),
  markedVector('secrecy-mark/field-and-term', '密级: ⟦秘密 保密期限：5年⟧', mark('秘密★5年')),
  markedVector('secrecy-mark/spaced-field', '密 级：⟦绝密⟧', mark('绝密')),
  markedVector('secrecy-mark/json', '{"密级":"⟦机密⟧","页数":3}', mark('机密')),
  markedVector('secrecy-mark/bracket', '【⟦机密⟧】2024年经营分析', mark('机密')),
  markedVector('secrecy-mark/title-end', '经营分析报告（⟦秘密⟧）\n正文', mark('秘密')),
  markedVector('secrecy-mark/bracketed-term', '⟦秘密（3年）⟧', mark('秘密★3年')),
  markedVector('secrecy-mark/own-line', '⟦绝密⟧\n', mark('绝密')),
  markedVector('secrecy-mark/internal', '⟦内部资料 注意保存⟧', mark('内部资料')),
  markedVector('secrecy-mark/internal-paper', '⟦内部文件，不得外传⟧', mark('内部文件')),
  markedVector('secrecy-mark/commercial', '⟦核心商秘★5年⟧', mark('核心商秘★5年')),
  markedVector('secrecy-mark/ordinary', '⟦普通商密⟧', mark('普通商秘')),
  markedVector(
    'secrecy-mark/in-sentence-with-star',
    '本件为⟦机密★10年⟧，阅后交回',
    mark('机密★10年'),
  ),
  markedVector('secrecy-mark/printed-apart', '⟦机　密⟧', mark('机密')),
  markedVector('secrecy-mark/english', '⟦CONFIDENTIAL⟧', mark('CONFIDENTIAL')),
  markedVector('secrecy-mark/english-phrase', '⟦Internal Use Only⟧', mark('INTERNAL')),
  markedVector('secrecy-mark/english-title', '[⟦TOP SECRET⟧] launch plan', mark('TOP SECRET')),
];

const FALSE_VECTORS: readonly Vector[] = [
  quietVector('secrecy-mark/keep', '保守秘密'),
  quietVector('secrecy-mark/law', '中华人民共和国保守国家秘密法'),
  quietVector('secrecy-mark/commercial-law', '反不正当竞争法规定的商业秘密保护'),
  quietVector('secrecy-mark/sentence', '机密信息不得外传'),
  quietVector('secrecy-mark/among-us', '这是我们之间的秘密。'),
  quietVector('secrecy-mark/agreement', '员工不得泄露商业秘密。'),
  quietVector('secrecy-mark/heading', '商业秘密\n是指不为公众所知悉的技术信息'),
  quietVector('secrecy-mark/levels', '密级分为绝密、机密、秘密三级'),
  quietVector('secrecy-mark/choice', '密级：□绝密 □机密 □秘密'),
  quietVector('secrecy-mark/meeting', '内部会议纪要'),
  quietVector('secrecy-mark/papers', '这是公司内部资料，不要外发。'),
  quietVector('secrecy-mark/garden', '秘密花园'),
  quietVector('secrecy-mark/computing', '机密计算平台'),
  quietVector('secrecy-mark/english-law', 'trade secret law'),
  quietVector('secrecy-mark/english-clause', 'confidential agreement clause 3'),
  quietVector('secrecy-mark/kubernetes', 'kind: Secret'),
  quietVector('secrecy-mark/word', 'secret'),
  quietVector('secrecy-mark/server-error', 'INTERNAL SERVER ERROR'),
];

export const VECTORS: readonly Vector[] = [...TRUE_VECTORS, ...FALSE_VECTORS];
