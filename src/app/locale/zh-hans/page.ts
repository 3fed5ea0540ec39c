import type { Texts } from '../translations.ts';

/** Texts of the page around the panels. */
export const page: Texts = {
  Start: '起点',
  Network: '网络',
  Schedule: '调度',
  'initialisation scale': '初始化尺度',
  'initialisation seed': '初始化种子',
  ' and ': '和 ',
  ', ': '、',
  'your formula': '你的公式',
  '<span>{0} all over {1}, each moved by {2}.</span>': '<span>{1}上遍布 {0}，各由 {2}移动。</span>',
  '<span>{0} on {1}, each moved by {2}.</span>': '<span>{1}上的 {0}，各由 {2}移动。</span>',
  'Try this: see in the Maps tab which learning rates do best.': '试一试：在“地图”里看哪些学习率最好。',
  'Try this: compare another optimizer.': '试一试：再加一个优化器来比较。',
  'Which of them finds which minimum?': '它们各自找到哪个极小点？',
  'Try this: change one learning rate.': '试一试：改一个学习率。',
  'To the lesson': '前往课程',
  'What is run': '运行什么',
  'Opening an engine…': '正在打开引擎…',
  'Try this: drag the learning rate of Heavy ball up. Past 0.05 no valley holds it.':
    '试一试：把重球法的学习率拖大。过了 0.05，没有山谷留得住它。',
  Comparison: '比较',
  View: '视图',
  'rate of layer {0}': '第 {0} 层的学习率',
  'Scree: thousands of optimizer runs at once': 'Scree：同时运行成千上万条优化器轨迹',
  '<span>{0}, each {1} on {2}, trained by {3}.</span>': '<span>{0}，每个是 {1}，数据：{2}，由 {3}训练。</span>',
  'train networks': '训练网络',
  '{0} network': '{0} 个网络',
  '{0} networks': '{0} 个网络',
  Trainability: '可训练性',
  'Minimum ratio': '极小比率',
};
