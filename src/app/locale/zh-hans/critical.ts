import type { Texts } from '../translations.ts';

export const critical: Texts = {
  'Critical points': '临界点',
  'Critical points in sight': '视野中的临界点',
  'The search is not complete: it ended at its bound, and there may be more. Zoom in to look closer.':
    '搜索并不完整：它到了上限就停下，可能还有更多。放大可以看得更细。',
  'and {0} more; zoom in to see fewer': '另有 {0} 个；放大后会少一些',
  eigenvalue: '特征值',
  'eigenvalue {0}': '特征值 {0}',
  'eigenvalues {0}': '特征值 {0}',
  kind: '种类',
  'searching…': '搜索中…',
  'A valley, a crest or a plateau of critical points. This is one of them.':
    '临界点连成山谷、山脊或平台。这是其中之一。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '这里有一个特征值是 0，Hessian 矩阵说不出它是哪一种。',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '这张曲面已知的点。搜索没有找到它：这里梯度不消失，例如在折痕处。',
  '{0} minimum': '{0} 个极小点',
  '{0} minima': '{0} 个极小点',
  '{0} saddle': '{0} 个鞍点',
  '{0} saddles': '{0} 个鞍点',
  '{0} maximum': '{0} 个极大点',
  '{0} maxima': '{0} 个极大点',
  '{0} degenerate': '{0} 个退化',
  '{0} not isolated': '{0} 处非孤立',
  '{0} known besides': '另有已知的 {0}',
  '{0}, known': '{0}，已知',
  'The critical points could not be looked for. {0}': '无法搜索临界点。{0}',
  'Find and mark all points in sight at which the gradient vanishes: minima, saddles, maxima':
    '找出并标记视野中所有梯度消失的点：极小点、鞍点、极大点',
  'critical points': '临界点',
  'Critical point that is not isolated': '非孤立的临界点',
  'Degenerate critical point': '退化的临界点',
  Maximum: '极大点',
  degenerate: '退化',
  maximum: '极大点',
  minimum: '极小点',
  'not isolated': '非孤立',
};
