import type { Texts } from '../translations.ts';

/** Texts of the lessons. */
export const lessons: Texts = {
  'Go on with {0}, step {1}': '继续第 {0} 课第 {1} 步',
  'Hung-yi Lee’s lecture on adaptive learning rates, as experiments that run here. Change anything at any time: every step has a way back.':
    '李宏毅讲自适应学习率的一堂课，化为可以在这里运行的实验。随时可以改动任何东西：每一步都回得来。',
  'All lessons': '全部课程',
  Watch: '看什么',
  Try: '试一试',
  'Back to this step’s settings': '恢复这一步的设置',
  'figures {0}': '图 {0}',
  'figure {0}': '图 {0}',
  '#previous step': '上一步',
  'Next: {0}': '下一步：{0}',
  '#next step': '下一步',
};
