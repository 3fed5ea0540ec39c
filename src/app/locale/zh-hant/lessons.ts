import type { Texts } from '../translations.ts';

/** Texts of the lessons. */
export const lessons: Texts = {
  'Go on with {0}, step {1}': '繼續第 {0} 課第 {1} 步',
  'Hung-yi Lee’s lecture on adaptive learning rates, as experiments that run here. Change anything at any time: every step has a way back.':
    '李宏毅老師講自動調整學習率的那堂課，變成可以在這裡執行的實驗。隨時可以更動任何東西：每一步都回得來。',
  'All lessons': '全部課程',
  Watch: '看什麼',
  Try: '試試看',
  'Back to this step’s settings': '恢復這一步的設定',
  'figures {0}': '圖 {0}',
  'figure {0}': '圖 {0}',
  '#previous step': '上一步',
  'Next: {0}': '下一步：{0}',
  '#next step': '下一步',
};
