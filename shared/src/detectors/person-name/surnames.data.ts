/**
 * Surnames by frequency, the most frequent first: those of the reports of the Ministry of Public Security on the hundred
 * most frequent surnames, then the further ones from general knowledge. Data: a policy bundle may replace it, in the same order.
 */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑萧傅阎代赖' +
  '迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由钮竺郗逄宓暨贡经步怀幕桓弓牧车撒糜滑贲韶郏骈蓬蔚越夔璩晁暴' +
  '張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇呂盧鍾譚陸賈鄒閻龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯歐蕭羅關藍簡連賴蔣潘羅範鐘';
const DOUBLE =
  '欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐司徒夏侯轩辕宇文长孙端木独孤南宫西门百里呼延申屠太史澹台公冶宗政濮阳淳于单于太叔仲孙鲜于闾丘司空亓官司寇子车颛孙巫马公西漆雕乐正壤驷公良拓跋夹谷宰父谷梁段干东郭南门羊舌微生梁丘左丘东门钟离第五赫连万俟闻人公羊范姜张简歐陽諸葛司馬';

function pairsOf(text: string): string[] {
  return Array.from({ length: text.length / 2 }, (_, index) =>
    text.slice(index * 2, index * 2 + 2),
  );
}

export function builtInSurnames(): readonly string[] {
  return [...SINGLE.split(''), ...pairsOf(DOUBLE)];
}

/** So many of the most frequent surnames count as common: nearly all people have one of them. */
export const COMMON_SURNAMES = 264;

/** Surnames that open ordinary phrases too: 于张先生, 和王小明, 从李四处. */
export const PARTICLE_SURNAMES = '于和向从连应时同有文经由但支来与由那';
