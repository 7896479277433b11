/**
 * Where the ten digits 0 … 9 of each script start. Unicode 17.0, General_Category = Nd; a test compares
 * the list with the runtime's own `\p{Nd}`. Data on purpose: browsers of different age must agree.
 */
export const DECIMAL_DIGIT_STARTS: readonly number[] = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
  0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
  0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0,
  0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
  0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50,
  0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
  0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/**
 * Digits that are drawn as signs (circled, bracketed, raised, lowered): General_Category = No, with a
 * Numeric_Value of 0 … 9. `[first code point, value of the first, how many]`.
 */
export const ENCLOSED_DIGIT_RANGES: readonly (readonly [number, number, number])[] = [
  [0xb2, 2, 2],
  [0xb9, 1, 1],
  [0x2070, 0, 1],
  [0x2074, 4, 6],
  [0x2080, 0, 10],
  [0x2460, 1, 9],
  [0x2474, 1, 9],
  [0x2488, 1, 9],
  [0x24ea, 0, 1],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x1f100, 0, 1],
  [0x1f101, 0, 10],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];

/**
 * Chinese numerals by value, index 0 … 9: small, capital (大写), older forms, and those people say aloud for digits
 * (幺 for 1, 两 for 2; 洞 拐 勾 on the radio). Ten, hundred and the like are no digits.
 */
export const HAN_NUMERALS: readonly string[] = [
  '\u3007\u96f6\u25cb\u25ef\u6d1e',
  '\u4e00\u58f9\u58f1\u5f0c\u5e7a',
  '\u4e8c\u8d30\u8cb3\u8cae\u5f0d\u4e24\u5169',
  '\u4e09\u53c1\u53c3\u53c4\u5f0e',
  '\u56db\u8086',
  '\u4e94\u4f0d',
  '\u516d\u9646\u9678',
  '\u4e03\u67d2\u62d0',
  '\u516b\u634c',
  '\u4e5d\u7396\u52fe',
];
