import type { Texts } from '../translations.ts';

/** Texts of the page around the panels. */
export const page: Texts = {
  Start: '起點',
  Network: '網路',
  Schedule: '排程',
  'initialisation scale': '初始化尺度',
  'initialisation seed': '初始化種子',
  ' and ': '和 ',
  ', ': '、',
  'your formula': '你的公式',
  '<span>{0} all over {1}, each moved by {2}.</span>': '<span>{1}上遍布 {0}，各由 {2}移動。</span>',
  '<span>{0} on {1}, each moved by {2}.</span>': '<span>{1}上的 {0}，各由 {2}移動。</span>',
  'Try this: see in the Maps tab which learning rates do best.': '試試看：到「地圖」看哪些學習率最好。',
  'Try this: compare another optimizer.': '試試看：再加一個優化器來比較。',
  'Which of them finds which minimum?': '它們各自找到哪個極小點？',
  'Try this: change one learning rate.': '試試看：改一個學習率。',
  'To the lesson': '前往課程',
  'What is run': '執行什麼',
  'Opening an engine…': '正在開啟引擎…',
  'Try this: drag the learning rate of Heavy ball up. Past 0.05 no valley holds it.':
    '試試看：把重球法的學習率拖大。超過 0.05，沒有山谷留得住它。',
  Comparison: '比較',
  View: '檢視',
  'rate of layer {0}': '第 {0} 層的學習率',
  'Scree: thousands of optimizer runs at once': 'Scree：同時執行成千上萬條優化器軌跡',
  '<span>{0}, each {1} on {2}, trained by {3}.</span>': '<span>{0}，每個是 {1}，資料：{2}，由 {3}訓練。</span>',
  'train networks': '訓練網路',
  '{0} network': '{0} 個網路',
  '{0} networks': '{0} 個網路',
  Trainability: '可訓練性',
  'Minimum ratio': '極小比率',
};
