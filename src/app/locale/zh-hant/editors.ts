import type { Texts } from '../translations.ts';

/** Texts of editors that are seldom seen. */
export const editors: Texts = {
  'Loss as a formula': '損失的公式',
  '+ − * / ^, sqrt, exp, log, sin, cos, tanh, abs, min, max, if(a < b, c, d), pi; names with =, lines apart with ;':
    '+ − * / ^、sqrt、exp、log、sin、cos、tanh、abs、min、max、if(a < b, c, d)、pi；用 = 命名，用 ; 分行',
  'Data by row: {0}; sum(…), mean(…).': '逐列的資料：{0}；sum(…)、mean(…)。',
  Parameters: '參數',
  '{0} from': '{0} 從',
  '{0} to': '{0} 到',
  'Least loss, if known': '最小損失（若已知）',
  unknown: '未知',
  Escape: '逃逸',
  'diverged: farther from the origin than this': '發散：離原點比這更遠',
  Bound: '上界',
  'diverged: a loss larger than this': '發散：損失大於此值',
  'vanished: a gradient whose norm is at most this': '消失：梯度範數不超過此值',
  Distance: '距離',
  'arrived at a minimum or saddle: nearer than this': '到達極小點或鞍點：比這更近',
  'how outcomes are told': '結局如何判定',
  'An empty field takes the value that follows from the surface.': '留空則採用由曲面推得的值。',
  usual: '通常值',
  'Type numbers with commas between them, such as 100, 200.': '請輸入用逗號分隔的數，例如 100, 200。',
  'It may lie between {0} and {1}.': '可在 {0} 與 {1} 之間。',
  'It must be below {0}.': '必須小於 {0}。',
  'It must be above {0}.': '必須大於 {0}。',
  'A loss of {0} was reached, which is lower. Type what is the least, or leave the field empty.':
    '已達到更低的損失 {0}。請輸入真正的最小值，或將此欄留空。',
};
