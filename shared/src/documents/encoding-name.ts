/** How bytes were read. `gb18030` stands for GBK and GB2312 as well, which it includes. */
export type TextEncoding =
  | 'utf-8'
  | 'gb18030'
  | 'big5'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'utf-7'
  | 'hz-gb-2312';

/**
 * Spellings with everything but letters and digits taken out: names of IANA, Windows, Java, Python and mail programs,
 * each group with what it can mean.
 */
const NAMES: readonly (readonly [string, readonly TextEncoding[]])[] = [
  ['utf8 utf8sig unicode11utf8 cp65001 65001', ['utf-8']],
  [
    'gb18030 gb180302000 gb180302005 gb180302022 cp54936 54936 gbk xgbk cp936 ms936 windows936 936 ' +
      'gb2312 gb231280 csgb2312 euccn xeuccn gb chinese ansi',
    ['gb18030'],
  ],
  ['big5 big5hkscs xxbig5 csbig5 cnbig5 cp950 ms950 windows950 950', ['big5']],
  ['utf16 ucs2 unicode iso10646ucs2', ['utf-16le', 'utf-16be']],
  ['utf16le ucs2le cp1200 1200', ['utf-16le']],
  ['utf16be ucs2be unicodefffe cp1201 1201', ['utf-16be']],
  ['utf32 ucs4', ['utf-32le', 'utf-32be']],
  ['utf32le ucs4le', ['utf-32le']],
  ['utf32be ucs4be', ['utf-32be']],
  ['utf7 unicode11utf7 unicode20utf7 cp65000 65000', ['utf-7']],
  ['hz hzgb hzgb2312 hzgb231280', ['hz-gb-2312']],
];

/** The encodings that a name in any spelling (`GB_2312-80`, `cp936`, `UTF-16`) can mean; none when it is unknown. */
export function encodingsOfName(name: string): readonly TextEncoding[] {
  const key = name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
  return NAMES.find(([names]) => names.split(' ').includes(key))?.[1] ?? [];
}
