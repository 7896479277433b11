import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createBankCardDetector } from './bank-card/detector.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { checkLetterOf, isCalendarDay } from './cn-resident-id/checks.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';
import { createRegions } from './cn-resident-id/regions.ts';
import { passesLuhn } from './luhn.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const two = (value: number): string => String(value).padStart(2, '0');

describe('MOD 11-2 (GB 11643-1999)', () => {
  it('catches every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(digits(17), fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
        const other = String((Number(body.charAt(at)) + add) % 10);
        const changed = body.slice(0, at) + other + body.slice(at + 1);
        expect(checkLetterOf(changed)).not.toBe(checkLetterOf(body));
        const next = body.charAt(at + 1);
        if (next !== '' && next !== body.charAt(at)) {
          const swapped = body.slice(0, at) + next + body.charAt(at) + body.slice(at + 2);
          expect(checkLetterOf(swapped)).not.toBe(checkLetterOf(body));
        }
      }),
    );
  });
});

describe('Luhn (ISO/IEC 7812-1, annex B)', () => {
  it('has exactly one check digit for each number', () => {
    fc.assert(
      fc.property(digits(15), (body) => {
        const valid = Array.from('0123456789').filter((digit) => passesLuhn(body + digit));
        expect(valid).toHaveLength(1);
      }),
    );
  });
});

describe('days', () => {
  it('are the days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1880, max: 2099 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(isCalendarDay(`${year}${two(month)}${two(day)}`)).toBe(exists);
        },
      ),
    );
  });
});

describe('tables are data', () => {
  it('reads ranges of prefectures and of their counties', () => {
    const regions = createRegions({ '11': '01-02 21:01-03,05' });
    expect(
      ['110199', '110205', '112101', '112103', '112105'].map((code) => regions.hasCounty(code)),
    ).toEqual(Array.from({ length: 5 }, () => true));
    expect(['110301', '112104', '120101'].map((code) => regions.hasCounty(code))).toEqual([
      false,
      false,
      false,
    ]);
    expect([regions.hasPrefecture('112199'), regions.hasPrefecture('1103')]).toEqual([true, false]);
    expect([regions.hasProvince('119999'), regions.hasProvince('12')]).toEqual([true, false]);
  });

  it('an unknown region lowers the confidence and never refuses', () => {
    const value = '110101199003070214';
    const known = createCnResidentIdDetector().validate(value);
    const province = createCnResidentIdDetector({ '11': '09' }).validate(value);
    const nothing = createCnResidentIdDetector({}).validate(value);
    expect([known.base, province.base, nothing.base]).toEqual([0.87, 0.8, 0.65]);
    expect(nothing.checks).toContainEqual({ name: 'region', outcome: undefined });
  });

  it('the years of birth are bounded by data, not by a clock', () => {
    expect(createCnResidentIdDetector().validate('110101203103070217').checks).toEqual([
      { name: 'birth-date', outcome: false },
    ]);
  });

  it('takes other number ranges and issuers', () => {
    const mobile = createCnMobileDetector(['1234']);
    expect(mobile.validate('12345678901').base).toBeGreaterThan(0);
    expect(mobile.validate('13800138000').checks).toEqual([{ name: 'range', outcome: false }]);
    const card = createBankCardDetector([{ prefix: '9', lengths: [16], kind: 'bank' }]);
    expect(card.validate('6222021234567890128').checks).toEqual([
      { name: 'issuer', outcome: false },
    ]);
  });
});
