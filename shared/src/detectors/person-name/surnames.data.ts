import { unpackCharacters } from './character-set.ts';
import { COMMON_SURNAMES, FURTHER_SURNAMES } from './name-tables.data.ts';

const DOUBLE =
  '欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐司徒夏侯轩辕宇文长孙端木独孤南宫西门百里呼延申屠太史澹台公冶宗政濮阳淳于单于太叔仲孙鲜于闾丘司空亓官司寇子车颛孙巫马公西漆雕乐正壤驷公良拓跋夹谷宰父谷梁段干东郭南门羊舌微生梁丘左丘东门钟离第五赫连万俟闻人公羊范姜张简歐陽諸葛司馬';

function pairsOf(text: string): string[] {
  return Array.from({ length: text.length / 2 }, (_, index) =>
    text.slice(index * 2, index * 2 + 2),
  );
}

/** Our own surnames, the common ones first. Data: a policy bundle may replace them, the most frequent first. */
export function builtInSurnames(): readonly string[] {
  return [
    ...unpackCharacters(COMMON_SURNAMES),
    ...unpackCharacters(FURTHER_SURNAMES),
    ...pairsOf(DOUBLE),
  ];
}

/** So many of the most frequent surnames count as common: nearly all people have one of them. */
export const COMMON_COUNT = 264;

/** Surnames that open ordinary phrases too: 于张先生, 和王小明, 从李四处. */
export const PARTICLE_SURNAMES = '于和向从连应时同有文经由但支来与由那';
