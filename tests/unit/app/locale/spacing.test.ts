import { describe, expect, it } from 'vitest';
import { closedUp, spaceAfter } from '../../../../src/app/locale/spacing.ts';

describe('spaces round what is put into a text', () => {
  it.each([
    ['只有 重球法 到达', '只有重球法到达'],
    ['重球法 有 99 % 的起点到达，SGD 有 47 %。', '重球法有 99 % 的起点到达，SGD 有 47 %。'],
    ['各由 Adam 和 重球法 移动。 第 3 步', '各由 Adam 和重球法移动。第 3 步'],
    ['甲 乙 丙', '甲乙丙'],
    ['Heavy ball arrives from 99 % of the starts.', 'Heavy ball arrives from 99 % of the starts.'],
  ])('are left only beside letters: %s', (text, closed) => {
    expect(closedUp(text)).toBe(closed);
  });

  it('are in English those of the sentence', () => {
    expect(['Adam', '重球法'].map(spaceAfter)).toEqual(['', '']);
  });
});
