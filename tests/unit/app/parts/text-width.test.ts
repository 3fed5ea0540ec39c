import { expect, it } from 'vitest';
import { shortened, textWidth } from '../../../../src/app/parts/text-width.ts';

it('counts a Chinese character as nearly two letters', () => {
  expect(textWidth('')).toBe(0);
  expect(textWidth('rate')).toBe(26);
  expect(textWidth('學習率，')).toBe(48);
  expect(textWidth('学习率 10')).toBe(36 + 3 * 6.5);
});

it('shortens what is too wide, and nothing else', () => {
  expect(shortened('heavy ball', 65)).toBe('heavy ball');
  expect(shortened('heavy ball', 64)).toBe('heavy ba…');
  expect(shortened('heavy ball', 46)).toBe('heavy…');
  expect(shortened('重球法', 36)).toBe('重球法');
  expect(shortened('重球法', 35)).toBe('重球…');
  expect(shortened('重球法', 1)).toBe('重…');
});
