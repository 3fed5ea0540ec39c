import type { Texts } from '../translations.ts';

export const view: Texts = {
  Maps: '地圖',
  Difference: '差異',
  Comparison: '比較',
  View: '檢視',
};
