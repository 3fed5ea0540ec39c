import type { Texts } from '../translations.ts';

/** Texts of networks. */
export const network: Texts = {
  'the file is too large; a table may have at most 4 MB': '檔案太大；表格不超過 4 MB',
  'what the first weights are drawn from': '抽取初始權重所用',
  'where the coordinate stands': '座標所在的位置',
  output: '輸出',
  target: '目標',
  'Hidden units': '隱藏單元',
  'There may be up to {0} hidden layers, each of up to {1} units.': '最多可有 {0} 個隱藏層，每層最多 {1} 個單元。',
  'Type whole numbers with commas between them, such as 16, 16.': '請輸入用逗號分隔的整數，例如 16, 16。',
  'your table': '你的表格',
  'Comma-separated values, the last column to be learned; you may also drop the file on the page':
    '逗號分隔的值，學習最後一欄；也可以把檔案拖到頁面上',
  'open a table…': '開啟…',
  Table: '表格',
  rows: '列數',
  Rows: '列數',
  scatter: '散布',
  'Scatter of the rows, from 0 to 1': '資料列的散布，從 0 到 1',
  'Draw other rows': '重新抽取資料列',
  others: '換一組',
  '{0} rows: {1} from {2}': '{0} 列：由 {2} 學 {1}',
  'Brings every input, and the target where it is a number, to mean 0 and standard deviation 1: the surface becomes rounder, and numbers far from 1 can be learned':
    '把每個輸入，以及數值目標，變為平均值 0、標準差 1：曲面變得更圓，離 1 很遠的數也學得了',
  standardised: '已標準化',
  '{0}, standardised': '{0}（已標準化）',
  Activation: '激勵函數',
  'other first weights': '另一組初始權重',
  'Seed of the first weights': '初始權重的種子',
  'mean square': '均方誤差',
  logistic: '邏輯損失',
  'cross-entropy': '交叉熵',
  biases: '偏置',
  'L2, pull of the loss on the weights': 'L2，損失對權重的拉力',
  'Let go to open this file: an experiment, or a table to learn from.':
    '放開即可開啟這個檔案：實驗，或用來學習的表格。',
  'The table in {0} cannot be used: {1}': '{0} 中的表格無法使用：{1}',
};
