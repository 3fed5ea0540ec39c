import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadInput } from '../../../src/cli/faults.ts';
import { parseJson } from '../../../src/cli/json.ts';

test('reads what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('accepts and refuses as JSON.parse does, save for names that stand twice', () => {
  const pieces = fc.constantFrom(
    ...'{}[]:,"',
    '"a"',
    '"b":',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
    'NaN',
    ' ',
    '\n',
    '\\',
    '\\u00',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const attempt = (read: (text: string) => unknown) => {
        try {
          return { value: read(text) };
        } catch (error) {
          return { error };
        }
      };
      const [ours, theirs] = [attempt(parseJson), attempt(JSON.parse)];
      if (ours.error) expect(ours.error).toBeInstanceOf(BadInput);
      if (String(ours.error).includes('stands twice')) return;
      expect(ours.value).toEqual(theirs.value);
      expect(ours.error === undefined).toBe(theirs.error === undefined);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [
    '{"a": 1,\n "b": NaN}',
    'unexpected `NaN` at line 2, column 7; a number, a text in double quotes, true, false, null, [ or { belongs there',
  ],
  ['{"a": 1, "a": 2}', '"a" stands twice at line 1, column 10; remove one'],
  ['{"a": 1, "\\u0061": 2}', '"a" stands twice at line 1, column 10; remove one'],
  ['{"a": 1', 'the text ends too early at line 1, column 8; `,` or `}` belongs there'],
  ['{"a" 1}', 'unexpected `1` at line 1, column 6; `:` belongs there'],
  ["{'a': 1}", "unexpected `'` at line 1, column 2; a name in double quotes belongs there"],
  [
    '[1, 2,]',
    'unexpected `]` at line 1, column 7; a number, a text in double quotes, true, false, null, [ or { belongs there',
  ],
  ['{} {}', 'unexpected `{` after the end of the value at line 1, column 4; remove it'],
  ['[1e999]', '1e999 is too large at line 1, column 2; numbers end at 1.8e308'],
  ['"abc', 'a text without its closing " at line 1, column 1; close it on the same line'],
  ['"C:\\data"', '`\\d` in a text at line 1, column 4; write a backslash as \\\\'],
  ['['.repeat(1e6), 'nested too deeply at line 1, column 65; 64 levels are the most'],
])('%.40s', (text, message) => {
  expect(() => parseJson(text)).toThrow(new BadInput(message));
});

test('a name that objects have already is a name like any other', () => {
  expect(Object.keys(parseJson('{"__proto__": 1}') as object)).toEqual(['__proto__']);
});
