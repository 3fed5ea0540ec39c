import { describe, expect, test } from 'vitest';
import { figure, lossDigits } from '../../../src/cli/digits.ts';
import { duration, Progress } from '../../../src/cli/progress.ts';
import { counted, formatTable, rounded } from '../../../src/cli/table.ts';
import { FakeHost } from '../../support/cli.ts';

test('tables align, and are cut to a width', () => {
  const columns = [{ heading: 'name' }, { heading: 'n', right: true }];
  const rows = [
    ['a', '10'],
    ['long name', '–'],
  ];
  expect(formatTable(columns, rows)).toBe('name        n\na          10\nlong name   –\n');
  expect(formatTable(columns, rows, 8)).toBe('name   …\na      …\nlong na…\n');
});

test.each([
  [null, '–'],
  [Number.NaN, '–'],
  [0, '0'],
  [0.1 + 0.2, '0.3'],
  [1234.56, '1235'],
  [-0.00123456, '-0.001235'],
  [1e-4, '1e-4'],
  [1.23456e-20, '1.235e-20'],
  [999999, '1000000'],
  [1.5e6, '1.5e6'],
])('%s is shown as %s', (value, text) => {
  expect(rounded(value)).toBe(text);
});

test.each([
  [null, 4, '–'],
  [0, 4, '0'],
  [0.307, 4, '0.3070'],
  [-12.5, 4, '-12.50'],
  [101929.375, 4, '101929'],
  [101929.375, 7, '101929.4'],
  [6.162e6, 4, '6.162e6'],
  [1.5e-4, 4, '1.500e-4'],
])('%s with %i digits is %s', (value, digits, text) => {
  expect(figure(value, digits)).toBe(text);
});

test('losses have the digits that tell them from the minimum', () => {
  expect(lossDigits([0.5, 3], 0)).toBe(4);
  expect(lossDigits([0.5, null], null)).toBe(4);
  // The ravine's: those of its minimum are told from those that only came near.
  expect(lossDigits([6.2e6, 106012], 101929.4)).toBe(4);
  expect(lossDigits([101939.5, 106012], 101929.4)).toBe(7);
  expect(lossDigits([101929.4], 101929.4)).toBe(7);
});

test.each([
  [1, '1 cell'],
  [1000, '1,000 cells'],
])('%i of a thing', (count, text) => {
  expect(counted(count, 'cell')).toBe(text);
});

test.each([
  [0.2, '1 s'],
  [99, '99 s'],
  [600, '10 min'],
  [7200, '2 h'],
])('%s seconds', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

describe('progress', () => {
  test('is shown on a terminal only', () => {
    const host = new FakeHost();
    new Progress(host, 100).show(50, 1e6);
    expect(host.messages).toBe('');
  });

  test('messages stand on lines of their own', () => {
    const host = new FakeHost();
    host.interactive = true;
    const progress = new Progress(host, 1000);
    progress.show(250, 1.5e9);
    expect(host.messages).toMatch(/█{6}░{18} 250 of 1,000 steps, 1\.5e9 particle-steps\/s$/);
    progress.show(500, 1.5e9);
    expect(host.messages).toMatch(/█{12}░{12} 500 of 1,000 steps, 1\.5e9 particle-steps\/s, \d+ s left$/);
    progress.say('hello');
    expect(host.messages).toContain('left\r\x1b[Kscree: hello\n');
  });
});
