import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCompact,
  formatCount,
  formatEntry,
  formatNumber,
  formatPercent,
  formatPower,
  parseNumber,
  typingProblem,
} from '../../../../src/app/parts/numbers.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [0.0010000000474974513, '0.001'],
    [0.00123456, '0.00123'],
    [1e-4, '10⁻⁴'],
    [1.234e-5, '1.23 × 10⁻⁵'],
    [-1e-10, '−10⁻¹⁰'],
    [0.99999, '1'],
    [12.3456, '12.3'],
    [123456, '123000'],
    [999999, '10⁶'],
    [-2.5e7, '−2.5 × 10⁷'],
    [Number.NaN, '–'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('writes %d as %s', (value, text) => expect(formatNumber(value)).toBe(text));
});

describe('parseNumber', () => {
  it.each([
    ['0.01', 0.01],
    ['.5', 0.5],
    ['1e-3', 1e-3],
    ['−2', -2],
    ['10⁻³', 1e-3],
    ['-10^4', -1e4],
    ['1.2 × 10⁻⁵', 1.2e-5],
    ['3·10^6', 3e6],
    ['65,536', 65536],
    ['', Number.NaN],
    ['abc', Number.NaN],
    ['0,5', Number.NaN],
    ['0,001', Number.NaN],
    ['1e', Number.NaN],
    ['1 / 2', Number.NaN],
  ])('reads %j as %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it('reads what an entry field shows, which has room for it', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e308, max: 1e308, noNaN: true }), (value) => {
        const text = formatEntry(value);
        expect(text.length).toBeLessThanOrEqual(8);
        expect(Math.abs(parseNumber(text) - value)).toBeLessThanOrEqual(0.5 * Math.abs(value));
      }),
    );
  });

  it('reads three digits back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: -30, max: 30 }), (digits, power) => {
        const value = Number(`${digits}e${power}`);
        expect(parseNumber(formatEntry(value))).toBe(value);
      }),
    );
  });
});

describe('formatEntry', () => {
  it.each([
    [0, '0'],
    [-0.5, '-0.5'],
    [9.44e-4, '0.000944'],
    [1.2e-5, '0.000012'],
    [1.23e-5, '1.23e-5'],
    [9.4412e-4, '9.441e-4'],
    [1e-5, '0.00001'],
    [9.44e-6, '9.44e-6'],
    [1e-8, '1e-8'],
    [-1.23456e-10, '-1.2e-10'],
    [-1.6e-300, '-2e-300'],
    [0.00123456, '0.001235'],
    [0.9999, '0.9999'],
    [123456, '123456'],
    [1e6, '1e6'],
  ])('writes %d as %s', (value, text) => expect(formatEntry(value)).toBe(text));
});

describe('what is typed', () => {
  it.each([
    ['0.5', false, null],
    ['many', false, 'Type a number, such as 0.01 or 1e-3.'],
    ['1e999', false, '1e999 is too large: no number here is beyond 10³⁰⁸.'],
    ['-1e999', true, '-1e999 is too large: no number here is beyond 10³⁰⁸.'],
    ['1e3', true, null],
    ['1.5', true, 'Type a whole number, such as 1000.'],
    ['many', true, 'Type a whole number, such as 1000.'],
  ])('%j, whole %s: %s', (text, whole, problem) => expect(typingProblem(text, whole)).toBe(problem));
});

describe('shares and counts', () => {
  it.each([
    [0.9, '90 %'],
    [1e-4, '0.01 %'],
    [1, '100 %'],
  ])('%d is %s', (share, text) => expect(formatPercent(share)).toBe(text));

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1048576, '1,048,576'],
  ])('counts %d as %s', (value, text) => expect(formatCount(value)).toBe(text));

  it.each([
    [850, '850'],
    [81_600, '81.6 k'],
    [92e6, '92 M'],
    [999.6e6, '1 G'],
    [1.25e9, '1.25 G'],
  ])('shortens %d to %s', (value, text) => expect(formatCompact(value)).toBe(text));

  it('raises powers', () =>
    expect([formatPower(-12), formatPower(0), formatPower(3)]).toEqual(['10⁻¹²', '10⁰', '10³']));
});
