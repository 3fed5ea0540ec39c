import type { Texts } from '../translations.ts';

/** Texts of critical points. */
export const critical: Texts = {
  'Critical points in sight': '視野內的臨界點',
  'The search is not complete: it ended at its bound, and there may be more. Zoom in to look closer.':
    '搜尋不完整：它到了上限就結束，可能還有更多。放大可看得更細。',
  'searching…': '搜尋中…',
  'Critical points': '臨界點',
  kind: '類型',
  'and {0} more; zoom in to see fewer': '另有 {0} 個；放大可少看一些',
  eigenvalue: '特徵值',
  '{0}, known': '{0}，已知',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '這個曲面已知的點。搜尋沒有找到它：梯度在這裡不消失，例如在折點。',
  '{0} known besides': '另有 {0} 個已知',
  'A valley, a crest or a plateau of critical points. This is one of them.':
    '一條由臨界點組成的谷、脊或一片平台。這是其中一個。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '這裡有一個特徵值為 0，所以 Hessian 矩陣看不出它是什麼。',
  '{0} minimum': '{0} 個極小點',
  '{0} minima': '{0} 個極小點',
  '{0} saddle': '{0} 個鞍點',
  '{0} saddles': '{0} 個鞍點',
  '{0} maximum': '{0} 個極大點',
  '{0} maxima': '{0} 個極大點',
  '{0} degenerate': '{0} 個退化',
  '{0} not isolated': '{0} 個非孤立',
  'The critical points could not be looked for. {0}': '無法搜尋臨界點。{0}',
};
