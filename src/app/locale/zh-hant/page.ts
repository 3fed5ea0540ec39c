import type { Texts } from '../translations.ts';

/** Texts of the page around the panels. */
export const page: Texts = {
  'This browser does not offer WebGPU.': '這個瀏覽器不提供 WebGPU。',
  'Browsers offer WebGPU only to pages that come over https or from this machine.':
    '瀏覽器只對透過 https 或來自本機的頁面提供 WebGPU。',
  'WebGPU is here, but no graphics adapter answers.': '有 WebGPU，但沒有圖形介面卡回應。',
  Start: '起點',
  Network: '網路',
  Schedule: '排程',
  'initialisation scale': '初始化尺度',
  'initialisation seed': '初始化種子',
  ' and ': ' 和 ',
  ', ': '、',
  'your formula': '你的公式',
  '<span>{0} all over {1}, each moved by {2}.</span>': '<span>{1} 上遍布 {0}，各由 {2} 移動。</span>',
  '<span>{0} on {1}, each moved by {2}.</span>': '<span>{1} 上的 {0}，各由 {2} 移動。</span>',
  'Try this: see in the Maps tab which learning rates do best.': '試試看：到「地圖」看哪些學習率最好。',
  'Try this: compare another optimizer.': '試試看：再加一個優化器來比較。',
  'Which of them finds which minimum?': '它們各自找到哪個極小點？',
  'Try this: change one learning rate.': '試試看：改一個學習率。',
  'WebGPU was asked for.': '已選擇 WebGPU。',
  'The CPU engine was asked for.': '已選擇 CPU 引擎。',
  'A graphics processor is here: nothing is faster.': '有圖形處理器：沒有比它更快的。',
  'The graphics processor cannot be used. {0}': '圖形處理器無法使用。{0}',
  '{0} WebGPU runs on a program instead.': '{0}WebGPU 改由軟體執行。',
  'The only WebGPU adapter here is a program{0}; the CPU engine is faster.':
    '這裡唯一的 WebGPU 介面卡是軟體{0}；CPU 引擎更快。',
  'The automatic choice': '自動選擇',
  'The CPU engine': 'CPU 引擎',
  'What is run': '執行什麼',
  'Opening an engine…': '正在開啟引擎…',
  'Try this: drag the learning rate of Heavy ball up. Past 0.05 no valley holds it.':
    '試試看：把重球法的學習率拖大。超過 0.05，沒有山谷留得住它。',
  Comparison: '比較',
  View: '檢視',
  'rate of layer {0}': '第 {0} 層的學習率',
  'Scree: thousands of optimizer runs at once': 'Scree：同時執行成千上萬個優化器軌跡',
};
