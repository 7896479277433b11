/** What a marked name of a number may go on with, by how it is written. */
const HAN_TAILS = ['\u53f7', '\u53f7\u7801'];
const LATIN_TAILS = [' no', ' num', ' number'];
/** Initials of 号 and 号码. */
const PINYIN_TAILS = ['h', 'hm'];

/**
 * A list of words, written short: separated by commas; `手机~` also stands for 手机号 and 手机号码, `phone~` for phone no, phone num and
 * phone number, `sj^` for sjh and sjhm; with `+` in place of `~` the word alone is not meant. One text packs better than
 * hundreds of quoted words, and no name is missed in one of its forms.
 */
export function expandWords(packed: string): string[] {
  return packed.split(',').flatMap((word) => {
    const mark = word.slice(-1);
    if (!'~+^'.includes(mark)) return [word];
    const name = word.slice(0, -1);
    const latin = mark === '^' ? PINYIN_TAILS : LATIN_TAILS;
    const tails = name.charCodeAt(name.length - 1) > 0x7f ? HAN_TAILS : latin;
    const named = tails.map((tail) => name + tail);
    return mark === '+' ? named : [name, ...named];
  });
}
