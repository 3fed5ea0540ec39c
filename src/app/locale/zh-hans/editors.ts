import type { Texts } from '../translations.ts';

/** Texts of editors that are seldom seen. */
export const editors: Texts = {
  'Loss as a formula': '损失的公式',
  '+ − * / ^, sqrt, exp, log, sin, cos, tanh, abs, min, max, if(a < b, c, d), pi; names with =, lines apart with ;':
    '+ − * / ^、sqrt、exp、log、sin、cos、tanh、abs、min、max、if(a < b, c, d)、pi；用 = 命名，用 ; 分行',
  'Data by row: {0}; sum(…), mean(…).': '逐行的数据：{0}；sum(…)、mean(…)。',
  Parameters: '参数',
  '{0} from': '{0} 从',
  '{0} to': '{0} 到',
  'Least loss, if known': '最小损失（若已知）',
  unknown: '未知',
  Escape: '逃逸',
  'diverged: farther from the origin than this': '发散：离原点比这更远',
  Bound: '上界',
  'diverged: a loss larger than this': '发散：损失大于此值',
  'vanished: a gradient whose norm is at most this': '消失：梯度范数不超过此值',
  Distance: '距离',
  'arrived at a minimum or saddle: nearer than this': '到达极小点或鞍点：比这更近',
  'how outcomes are told': '结局如何判定',
  'An empty field takes the value that follows from the surface.': '留空则取由曲面推出的值。',
  usual: '通常值',
  'Type numbers with commas between them, such as 100, 200.': '请输入用逗号分隔的数，如 100, 200。',
  'It may lie between {0} and {1}.': '可在 {0} 与 {1} 之间。',
  'It must be below {0}.': '必须小于 {0}。',
  'It must be above {0}.': '必须大于 {0}。',
  'A loss of {0} was reached, which is lower. Type what is the least, or leave the field empty.':
    '已达到更低的损失 {0}。请输入真正的最小值，或将此栏留空。',
};
