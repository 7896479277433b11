/**
 * Area codes of fixed lines in mainland China without the leading 0: two digits, then the third digits in use
 * (`-` = the code has two digits only). MIIT numbering plan, general knowledge; a test compares them with
 * libphonenumber's plan. Codes that were merged away (铁岭 0410, 东川 0881) stay in, old lists carry them.
 */
const AREA_CODES =
  '10- 20- 21- 22- 23- 24- 25- 27- 28- 29- ' +
  '31:0123456789 33:5 34:9 35:0123456789 37:0123456789 39:1234568 ' +
  '41:0123456789 42:179 43:123456789 44:08 45:123456789 46:4789 47:0123456789 48:23 ' +
  '51:0123456789 52:037 53:0123456789 54:36 55:0123456789 56:123456 57:0123456789 58:0 59:123456789 ' +
  '63:12345 66:0238 69:12 ' +
  '70:1 71:0123456789 72:248 73:0123456789 74:3456 75:0123456789 76:0235689 77:0123456789 79:0123456789 ' +
  '81:236789 82:5678 83:0123456789 85:123456789 87:0123456789 88:13678 89:12345678 ' +
  '90:123689 91:12345679 93:0123456789 94:13 95:12345 97:012345679 99:0123456789';

/** The codes: `10`, `21`, `571` … */
export function createAreaCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const entry of AREA_CODES.split(' ')) {
    const stem = entry.slice(0, 2);
    if (entry.endsWith('-')) codes.add(stem);
    else for (const digit of entry.slice(3)) codes.add(stem + digit);
  }
  return codes;
}
