import type { Texts } from '../translations.ts';

export const critical: Texts = {
  'Critical points': '臨界點',
  'Critical points in sight': '視野中的臨界點',
  'The search is not complete: it ended at its bound, and there may be more. Zoom in to look closer.':
    '搜尋並不完整：它到了上限就停下，可能還有更多。放大可以看得更細。',
  'and {0} more; zoom in to see fewer': '另有 {0} 個；放大後會少一些',
  eigenvalue: '特徵值',
  'eigenvalue {0}': '特徵值 {0}',
  'eigenvalues {0}': '特徵值 {0}',
  kind: '種類',
  'searching…': '搜尋中…',
  'A valley, a crest or a plateau of critical points. This is one of them.':
    '臨界點連成山谷、山脊或平臺。這是其中之一。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '這裡有一個特徵值是 0，Hessian 矩陣說不出它是哪一種。',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '這張曲面已知的點。搜尋沒有找到它：這裡梯度不消失，例如在摺痕處。',
  '{0} minimum': '{0} 個極小點',
  '{0} minima': '{0} 個極小點',
  '{0} saddle': '{0} 個鞍點',
  '{0} saddles': '{0} 個鞍點',
  '{0} maximum': '{0} 個極大點',
  '{0} maxima': '{0} 個極大點',
  '{0} degenerate': '{0} 個退化',
  '{0} not isolated': '{0} 處非孤立',
  '{0} known besides': '另有已知的 {0}',
  '{0}, known': '{0}，已知',
  'The critical points could not be looked for. {0}': '無法搜尋臨界點。{0}',
  'Find and mark all points in sight at which the gradient vanishes: minima, saddles, maxima':
    '找出並標記視野中所有梯度消失的點：極小點、鞍點、極大點',
  'critical points': '臨界點',
  'Critical point that is not isolated': '非孤立的臨界點',
  'Degenerate critical point': '退化的臨界點',
  Maximum: '極大點',
  degenerate: '退化',
  maximum: '極大點',
  minimum: '極小點',
  'not isolated': '非孤立',
};
