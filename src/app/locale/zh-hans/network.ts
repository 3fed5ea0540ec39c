import type { Texts } from '../translations.ts';

/** Texts of networks. */
export const network: Texts = {
  'the file is too large; a table may have at most 4 MB': '文件太大；表格不超过 4 MB',
  'what the first weights are drawn from': '抽取初始权重所用',
  'where the coordinate stands': '坐标所在的位置',
  output: '输出',
  target: '目标',
  'Hidden units': '隐藏单元',
  'There may be up to {0} hidden layers, each of up to {1} units.': '最多可有 {0} 个隐藏层，每层最多 {1} 个单元。',
  'Type whole numbers with commas between them, such as 16, 16.': '请输入用逗号分隔的整数，例如 16, 16。',
  'your table': '你的表格',
  'Comma-separated values, the last column to be learned; you may also drop the file on the page':
    '逗号分隔的值，学习最后一列；也可以把文件拖到页面上',
  'open a table…': '打开…',
  Table: '表格',
  rows: '行数',
  Rows: '行数',
  scatter: '散布',
  'Scatter of the rows, from 0 to 1': '数据行的散布，从 0 到 1',
  'Draw other rows': '重新抽取数据行',
  others: '换一组',
  '{0} rows: {1} from {2}': '{0} 行：由 {2} 学 {1}',
  'Brings every input, and the target where it is a number, to mean 0 and standard deviation 1: the surface becomes rounder, and numbers far from 1 can be learned':
    '把每个输入，以及数值目标，变为平均值 0、标准差 1：曲面变得更圆，离 1 很远的数也学得了',
  standardised: '已标准化',
  '{0}, standardised': '{0}（已标准化）',
  Activation: '激活函数',
  'other first weights': '另一组初始权重',
  'Seed of the first weights': '初始权重的种子',
  'mean square': '均方误差',
  logistic: '逻辑损失',
  'cross-entropy': '交叉熵',
  biases: '偏置',
  'L2, pull of the loss on the weights': 'L2，损失对权重的拉力',
  'Let go to open this file: an experiment, or a table to learn from.':
    '松开即可打开这个文件：实验，或用来学习的表格。',
  'The table in {0} cannot be used: {1}': '{0} 中的表格无法使用：{1}',
};
