import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { stdnum } from 'stdnum';
import validator from 'validator';
import { describe, expect, it } from 'vitest';

import type { Detector } from '../detection/detector.ts';
import { createBankCardDetector } from './bank-card/detector.ts';
import { createCardRanges } from './bank-card/issuers.ts';
import { createAreaCodes } from './cn-landline/area-codes.ts';
import { createCnLandlineDetector } from './cn-landline/detector.ts';
import { createCnMobileDetector } from './cn-mobile/detector.ts';
import { checkLetterOf } from './cn-resident-id/checks.ts';
import { createCnResidentIdDetector } from './cn-resident-id/detector.ts';
import { createImeiDetector } from './imei/detector.ts';
import { passesLuhn } from './luhn.ts';
import { creditCheckOf } from './uscc/checks.ts';
import { createUsccDetector } from './uscc/detector.ts';

/*
 * Other people's implementations as judges, on thousands of generated values: both sides must say the same. Where they differ
 * for a reason, the difference is named and is all there is.
 */

const RUNS = { numRuns: 2000, seed: 20260101 };

const accepts = (detector: Detector, value: string): boolean =>
  detector.validate(value).checks.every(({ outcome }) => outcome !== false);

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((each) => each.join(''));

const two = (value: number): string => String(value).padStart(2, '0');

describe('resident ID and stdnum', () => {
  const { ric } = stdnum['CN'] ?? {};
  const detector = createCnResidentIdDetector();
  const date = fc
    .tuple(fc.integer({ min: 1900, max: 2025 }), fc.nat(13), fc.nat(32))
    .map(([year, month, day]) => `${year}${two(month)}${two(day)}`);

  it('agree on right and on wrong numbers', () => {
    const body = fc.tuple(
      fc.constantFrom('110105', '440524', '310103', '513021', '650102', '820000'),
      date,
      digits(3),
      fc.constantFrom(...Array.from('0123456789X'), 'right', 'right', 'right', 'right', 'right'),
    );
    let right = 0;
    fc.assert(
      fc.property(body, ([region, born, sequence, last]) => {
        const front = region + born + sequence;
        const value = front + (last === 'right' ? checkLetterOf(front) : last);
        const judged = ric?.validate(value).isValid;
        expect(accepts(detector, value), value).toBe(judged);
        if (judged) right++;
      }),
      RUNS,
    );
    expect(right).toBeGreaterThan(300);
  });

  it('knows every county in force and the abolished ones', () => {
    // Beijing's and Shanghai's merged districts, Chongqing before 1997, Dongguan without counties.
    for (const region of '110103 110104 310103 310119 513021 510202 512301 441900 442000'.split(
      ' ',
    )) {
      const front = `${region}19700101001`;
      const { checks } = detector.validate(front + checkLetterOf(front));
      expect(checks, region).toContainEqual({ name: 'region', outcome: true });
    }
  });
});

describe('credit code and stdnum', () => {
  const { uscc } = stdnum['CN'] ?? {};
  const detector = createUsccDetector();
  const alphabet = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY'));

  it('agree on the check character; ours asks for a department besides', () => {
    const code = fc.tuple(
      fc.constantFrom('91', '92', '93', '11', '12', '51', '52', 'N2', 'Y1'),
      fc.constantFrom('110105', '330106', '440300', '510104'),
      fc.array(alphabet, { minLength: 9, maxLength: 9 }).map((each) => each.join('')),
      alphabet,
      fc.boolean(),
    );
    fc.assert(
      fc.property(code, ([department, region, organisation, last, isRight]) => {
        const front = department + region + organisation;
        const value = front + (isRight ? creditCheckOf(front) : last);
        const right = creditCheckOf(front);
        // stdnum refuses letters in front, which GB 32100-2015 gives to farmers (N) and others (Y), and never takes a check
        // character 0, though the standard turns 31 into 0.
        const theirs =
          /^[NY]/.test(value) || right === '0'
            ? last === right || isRight
            : uscc?.validate(value).isValid;
        expect(accepts(detector, value), value).toBe(theirs);
      }),
      RUNS,
    );
  });

  it.each(['91110000600037341L', '91350100M000100Y43', '91330100799655058B', '9144030071526726XG'])(
    '%s is one',
    (value) => expect(accepts(detector, value)).toBe(true),
  );
});

describe('Luhn, IMEI and cards and validator', () => {
  it('agree on the check digit', () => {
    fc.assert(
      fc.property(digits(16), (value) => {
        expect(passesLuhn(value)).toBe(validator.isLuhnNumber(value));
      }),
      RUNS,
    );
  });

  it('agree on IMEI, but for one repeated digit', () => {
    const imei = createImeiDetector();
    fc.assert(
      fc.property(digits(15), (value) => {
        if (/^(.)\1+$/.test(value)) return;
        expect(accepts(imei, value)).toBe(validator.isIMEI(value));
      }),
      RUNS,
    );
  });

  it('every card validator takes for one of the schemes is one of ours', () => {
    const card = createBankCardDetector();
    const lead = fc.constantFrom(
      ...'4 51 55 2221 2720 34 37 36 38 305 6011 65 3528 3589 62 402658 622588'.split(' '),
    );
    fc.assert(
      fc.property(lead, digits(18), fc.constantFrom(14, 15, 16), (prefix, rest, length) => {
        const body = (prefix + rest).slice(0, length - 1);
        const check = Array.from('0123456789').find((digit) => passesLuhn(body + digit)) ?? '';
        // validator takes any length behind 51 to 55 and behind 6011, and 13 to 19 for Visa.
        const isIssued = length === 14 ? /^3[068]/ : length === 15 ? /^3[47]/ : /^(?!3[04678])/;
        if (!isIssued.test(body) || /^.{6}0+.$/.test(body)) return;
        if (validator.isCreditCard(body + check))
          expect(accepts(card, body + check), body + check).toBe(true);
      }),
      RUNS,
    );
  });

  it('the public test numbers of the schemes are cards', () => {
    const card = createBankCardDetector();
    const numbers =
      '4111111111111111 4012888888881881 4222222222222 5555555555554444 5105105105105100 2223003122003222 378282246310005 ' +
      '371449635398431 6011111111111117 6011000990139424 30569309025904 38520000023237 3530111333300000 3566002020360505 ' +
      '5019717010103742 6759649826438453 6200000000000005 6205500000000000004 6250941006528599';
    for (const number of numbers.split(' ')) expect(accepts(card, number), number).toBe(true);
  });

  it('bank ranges have unique prefixes of a sane length', () => {
    const banks = createCardRanges().filter(({ kind }) => kind === 'bank');
    expect(banks.length).toBeGreaterThan(1500);
    expect(new Set(banks.map(({ prefix }) => prefix)).size).toBe(banks.length);
    expect(banks.every(({ prefix }) => /^[1-9][0-9]{3,9}$/.test(prefix))).toBe(true);
    expect(banks.every(({ lengths }) => lengths.every((each) => each >= 15 && each <= 19))).toBe(
      true,
    );
  });
});

describe('phone numbers and libphonenumber', () => {
  const typeOf = (national: string): string | undefined => {
    const number = parsePhoneNumberFromString(`+86${national}`);
    return number?.isValid() ? number.getType() : undefined;
  };

  it('mobile ranges differ in four', () => {
    const detector = createCnMobileDetector();
    const different: string[] = [];
    for (let prefix = 1300; prefix < 2000; prefix++) {
      const value = `${prefix}0123456`;
      const theirs = typeOf(value) === 'MOBILE';
      if (accepts(detector, value) !== theirs) different.push(String(prefix).slice(0, 3));
    }
    // Ours: 146, 148, 149 (data cards that people carry too) and the satellite range 1619 of the MIIT table.
    expect([...new Set(different)]).toEqual(['146', '148', '149', '161']);
  });

  it('area codes differ in those that were merged away', () => {
    const ours = createAreaCodes();
    const different: string[] = [];
    for (let area = 100; area < 1000; area++) {
      const code = String(area);
      // Codes of two digits are asked once, as themselves: 021 is not 0210.
      if (code.startsWith('1') || code.startsWith('2')) continue;
      const theirs = [7, 8].some((length) =>
        Array.from('2345678').some(
          (lead) => typeOf(code + lead + '1234567'.slice(0, length - 1)) === 'FIXED_LINE',
        ),
      );
      if (ours.has(code) !== theirs) different.push(code);
    }
    // Merged into a neighbour: 铁岭 0410, 抚顺 0413, 本溪 0414, 珲春 0440, 梅河口 0448 … 东川 0881. Theirs alone: 978.
    expect(different).toEqual(
      '378 410 413 414 440 448 520 565 634 732 733 765 819 828 852 853 881 978'.split(' '),
    );
  });

  it('a fixed line of ours is one of theirs, in length too, where numbers are as long as the plan says', () => {
    const detector = createCnLandlineDetector();
    fc.assert(
      fc.property(
        fc.constantFrom('10', '20', '21', '571', '755', '592', '596'),
        digits(7),
        fc.constantFrom(...Array.from('23456789')),
        (area, rest, lead) => {
          const isLong = area.length === 2 || area === '571' || area === '755';
          const local = lead + rest.slice(0, isLong ? 7 : 6);
          // They leave 9… open, where service numbers are, and keep 010-800… for a toll-free service.
          if (local.startsWith('800')) return;
          const theirs = typeOf(area + local) === 'FIXED_LINE' && lead !== '9';
          expect(accepts(detector, `0${area}${local}`), area + local).toBe(theirs);
        },
      ),
      RUNS,
    );
  });
});
