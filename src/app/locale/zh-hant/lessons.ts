import type { Texts } from '../translations.ts';

/** Texts of the lessons. */
export const lessons: Texts = {
  'Go on with {0}, step {1}': '繼續第 {0} 課第 {1} 步',
  'Hung-yi Lee’s lecture on adaptive learning rates, as experiments that run here. Change anything at any time: every step has a way back.':
    '李宏毅關於自適應學習率的課程，做成可在這裡執行的實驗。隨時可以改動任何東西：每一步都能回到原樣。',
  'All lessons': '全部課程',
  Watch: '看什麼',
  Try: '試試看',
  'Back to this step’s settings': '恢復這一步的設定',
  'figures {0}': '圖 {0}',
  'figure {0}': '圖 {0}',
};
