import type { Texts } from '../translations.ts';

/** Texts of other sentences of the layers below, found by their pattern. */
export const sentences: Texts = {
  'a table': '表格',
  'learning rate of layer {0}': '第 {0} 層的學習率',
  'Network {0} on {1}': '網路 {0}（資料：{1}）',
  '{0} parameters, {1} loss.': '{0} 個參數，損失函數：{1}。',
  'unnamed adapter': '未命名的介面卡',
  'CPU, {0} workers': 'CPU，{0} 個執行緒',
  'CPU, {0} worker': 'CPU，{0} 個執行緒',
  typed: '自訂',
  'mean-square': '均方誤差',
  logistic: '邏輯損失',
  'cross-entropy': '交叉熵',
};
