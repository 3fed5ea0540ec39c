import type { Texts } from '../translations.ts';

/** Texts of the page around the panels. */
export const page: Texts = {
  'This browser does not offer WebGPU.': '此浏览器不提供 WebGPU。',
  'Browsers offer WebGPU only to pages that come over https or from this machine.':
    '浏览器只向通过 https 或来自本机的页面提供 WebGPU。',
  'WebGPU is here, but no graphics adapter answers.': '有 WebGPU，但没有图形适配器应答。',
  Start: '起点',
  Network: '网络',
  Schedule: '调度',
  'initialisation scale': '初始化尺度',
  'initialisation seed': '初始化种子',
  ' and ': ' 和 ',
  ', ': '、',
  'your formula': '你的公式',
  '<span>{0} all over {1}, each moved by {2}.</span>': '<span>{1} 上遍布 {0}，各由 {2} 移动。</span>',
  '<span>{0} on {1}, each moved by {2}.</span>': '<span>{1} 上的 {0}，各由 {2} 移动。</span>',
  'Try this: see in the Maps tab which learning rates do best.': '试一试：在“地图”里看哪些学习率最好。',
  'Try this: compare another optimizer.': '试一试：再加一个优化器来比较。',
  'Which of them finds which minimum?': '它们各自找到哪个极小点？',
  'Try this: change one learning rate.': '试一试：改一个学习率。',
  'WebGPU was asked for.': '已选择 WebGPU。',
  'The CPU engine was asked for.': '已选择 CPU 引擎。',
  'A graphics processor is here: nothing is faster.': '有图形处理器：没有比它更快的。',
  'The graphics processor cannot be used. {0}': '图形处理器无法使用。{0}',
  '{0} WebGPU runs on a program instead.': '{0}WebGPU 改由软件运行。',
  'The only WebGPU adapter here is a program{0}; the CPU engine is faster.':
    '这里唯一的 WebGPU 适配器是软件{0}；CPU 引擎更快。',
  'The automatic choice': '自动选择',
  'The CPU engine': 'CPU 引擎',
  'What is run': '运行什么',
  'Opening an engine…': '正在打开引擎…',
  'Try this: drag the learning rate of Heavy ball up. Past 0.05 no valley holds it.':
    '试一试：把重球法的学习率拖大。过了 0.05，没有山谷留得住它。',
  Comparison: '比较',
  View: '视图',
  'rate of layer {0}': '第 {0} 层的学习率',
  'Scree: thousands of optimizer runs at once': 'Scree：同时运行成千上万个优化器轨迹',
};
