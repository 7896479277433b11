/**
 * Generic top-level domains that people have mailboxes under, and the names reserved for examples and private networks
 * (RFC 2606, RFC 6761, RFC 8375). Country codes are two letters and not listed. Source: IANA root zone, those in common use.
 */
export const KNOWN_TLDS =
  'com net org edu gov mil int info biz name pro aero coop museum mobi tel asia jobs travel post arpa xyz top vip club shop site online tech store ' +
  'app dev cloud email live work group ltd fun wang ink ren red pub press link host website space news video design art blog wiki life world city ' +
  'center company network digital global today solutions services support agency studio systems software finance money bank insurance academy school ' +
  'university health care clinic law legal consulting engineering energy industries trade market tax expert zone team games social media ' +
  'berlin london tokyo icu plus page one gmbh inc llc corp lan local home internal intranet example test invalid localhost';

/** Chinese top-level domains. */
export const HAN_TLDS = '中国 中國 公司 网络 網絡 网址 公益 政务 在线 商城 集团 我爱你';

/** What follows `@` in names of files and packages: `img@2x.png`, `lib@next.min.js`. */
export const FILE_ENDINGS =
  'png jpg jpeg gif svg webp bmp ico tif tiff psd js mjs cjs ts tsx jsx css scss less json html htm xml yml yaml md txt pdf doc docx xls xlsx ppt pptx ' +
  'csv zip gz tgz tar rar 7z exe dll jar war apk ipa mp3 mp4 avi mov wav sql log bak tmp conf ini java class cpp hpp rb php vue swift kt lock map service ' +
  'timer socket target mount';

/** Domains of forms and manuals: with a made-up name in front they are nobody's. */
export const PLACEHOLDER_DOMAIN =
  /^(?:example\.(?:com|net|org|cn|com\.cn)|(?:(?:your-?|my)?(?:domain|company)|x{2,4}|abc|test|foo|bar|foobar|email|site|website|host|acme)\.com)$/;
