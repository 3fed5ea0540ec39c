import { describe, expect, it } from 'vitest';
import { examplesIn, formulaColumns } from '../../../src/import/columns.ts';
import { readCsv } from '../../../src/import/csv.ts';

const numbers = { a: [1, 2.5], b: [-3e2, 0] };

describe('a table of values', () => {
  it.each([
    ['commas', 'a,b\n1,-3e2\n2.5,0\n'],
    ['semicolons', 'a;b\n1;-3e2\n2.5;0'],
    ['semicolons and decimal commas', 'a;b\n1,0;-3,0e2\n2,5;0'],
    ['commas and decimal commas in quotes', '"a","b"\n"1,0","-3,0e2"\n"2,5","0"'],
    ['tabs and decimal commas', 'a\tb\n1\t-3e2\n2,5\t,0'],
    ['tabs', 'a\tb\n1\t-3e2\n2.5\t0'],
    ['quotes, blanks, empty lines and the ends of lines of Windows', '"a", b\r\n\r\n1, "-3e2"\r\n2.5,0\r\n\r\n'],
    ['a byte order mark', '\ufeffa,b\n1,-3e2\n2.5,0'],
  ])('is read with %s', (_, text) => {
    expect(formulaColumns(readCsv(text))).toEqual(numbers);
  });

  it.each([
    ['', 'no rows; the first line has the names, every other a row of values'],
    ['a,b', 'no rows; the first line has the names, every other a row of values'],
    ['a,b\n1,2\n3', '1 value at line 3; there are 2 columns'],
    ['a;b\n1;2\n3\n', '1 value at line 3; there are 2 columns'],
    ['\na\tb\n1\t2\n3\n', '1 value at line 4; there are 2 columns'],
    ['a,b\n"1,234","2"', '"1,234" is no number at line 2, column "a"; write it like -1.5e3'],
    ['a,a\n1,2', '"a" stands twice at line 1; columns need different names'],
    ['\na,,\n1,2,3', 'two columns have no name at line 2; columns need different names'],
    ['a,b\n1,"x\ny"\n2,3', '"x\ny" is no number at line 2, column "b"; write it like -1.5e3'],
    ['a,b\n"1",2\n\n3,1e999', '1e999 is too large at line 4, column "b"; numbers end at 1.8e308'],
    ['a;b\n1.5;2\n1,234;3', '"1,234" is no number at line 3, column "a"; write it like -1.5e3'],
    ['a,b c\n1,2', '"b c" is no name of a column; names are letters, digits and _, one for each column'],
  ])('that cannot be used is refused with its place: %j', (text, message) => {
    expect(() => formulaColumns(readCsv(text))).toThrow(message);
  });
});

describe('what a network learns from a table', () => {
  it('is the last column; words there become numbers of classes in the order in which they come', () => {
    const text = 'petal length,kind\n1.4,setosa\n4.7,versicolor\n1.3,setosa\n6,virginica';
    expect(examplesIn(readCsv(text))).toEqual({
      columns: { 'petal length': [1.4, 4.7, 1.3, 6], kind: [0, 1, 0, 2] },
      classes: ['setosa', 'versicolor', 'virginica'],
    });
    expect(examplesIn(readCsv('x,y\n1,2\n3,4'))).toEqual({ columns: { x: [1, 3], y: [2, 4] }, classes: null });
  });

  it.each([
    [
      `${Array.from({ length: 200 }, (_, i) => `p${i}`).join()}\n${Array(200).fill('1').join()}`,
      '199 inputs; a network takes at most 64: leave columns out',
    ],
    ['x\n1', 'only one column; a network learns the last one from those before it'],
    ['x,y\n1,2\n3,', '"" is no number at line 3, column "y"; write it like -1.5e3'],
    ['x,y\nred,2', '"red" is no number at line 2, column "x"; write it like -1.5e3'],
  ])('is refused where there is none: %j', (text, message) => {
    expect(() => examplesIn(readCsv(text))).toThrow(message);
  });
});
