import type { Texts } from '../translations.ts';

/** Texts of other sentences of the layers below, found by their pattern. */
export const sentences: Texts = {
  'a table': '表格',
  'learning rate of layer {0}': '第 {0} 层的学习率',
  'Network {0} on {1}': '网络 {0}（数据：{1}）',
  '{0} parameters, {1} loss.': '{0} 个参数，损失函数：{1}。',
  'unnamed adapter': '未命名的适配器',
  'CPU, {0} workers': 'CPU，{0} 个线程',
  'CPU, {0} worker': 'CPU，{0} 个线程',
  typed: '自定义',
  'mean-square': '均方误差',
  logistic: '逻辑损失',
  'cross-entropy': '交叉熵',
};
