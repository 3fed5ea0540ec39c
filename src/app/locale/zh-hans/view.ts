import type { Texts } from '../translations.ts';

export const view: Texts = {
  Maps: '地图',
  Difference: '差异',
  Comparison: '比较',
  View: '视图',
};
