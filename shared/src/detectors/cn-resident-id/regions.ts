/**
 * Administrative divisions (GB/T 2260) down to the prefecture, as the first four digits of a resident ID tell
 * them: for each province the last two digits of its prefectures, ranges inclusive. Abolished
 * prefectures stay in, living people carry them. From general knowledge of the standard and kept
 * generous; a code that is not here is "unknown" and only lowers the confidence.
 * Data: a policy bundle may replace it.
 */
export const REGION_PREFECTURES: Readonly<Record<string, string>> = {
  '11': '01-02',
  '12': '01-03',
  '13': '01-11 21-30',
  '14': '01-11 21-27',
  '15': '01-09 21-29',
  '21': '01-14',
  '22': '01-08 21-24',
  '23': '01-12 21-27',
  '31': '01-02',
  '32': '01-13 20-28',
  '33': '01-11 21-27',
  '34': '01-18 21-29',
  '35': '01-09 21-27',
  '36': '01-11 21-25',
  '37': '01-17 20-30',
  '41': '01-17 21-30 90',
  '42': '01-13 21-30 90',
  '43': '01-13 21-31',
  '44': '01-20 21-31 51-53',
  '45': '01-14 21-33',
  '46': '01-04 90',
  '50': '01-03',
  '51': '01-20 21-37',
  '52': '01-06 21-27',
  '53': '01-09 21-35',
  '54': '01-06 21-27',
  '61': '01-10 21-27',
  '62': '01-12 21-30',
  '63': '01-02 21-28',
  '64': '01-05 21-22',
  '65': '01-05 21-32 40-43 90',
  '71': '00-01',
  '81': '00-01',
  '82': '00-01',
};
