import type { Texts } from '../translations.ts';

/** Texts of critical points. */
export const critical: Texts = {
  'Critical points in sight': '视野内的临界点',
  'The search is not complete: it ended at its bound, and there may be more. Zoom in to look closer.':
    '搜索不完整：它到了上限就结束，可能还有更多。放大可看得更细。',
  'searching…': '搜索中…',
  'Critical points': '临界点',
  kind: '类型',
  'and {0} more; zoom in to see fewer': '另有 {0} 个；放大可少看一些',
  eigenvalue: '特征值',
  '{0}, known': '{0}，已知',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '这个曲面已知的点。搜索没有找到它：梯度在这里不消失，例如在折点。',
  '{0} known besides': '另有 {0} 个已知',
  'A valley, a crest or a plateau of critical points. This is one of them.':
    '一条由临界点组成的谷、脊或一片平台。这是其中一个。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '这里有一个特征值为 0，所以 Hessian 矩阵看不出它是什么。',
  '{0} minimum': '{0} 个极小点',
  '{0} minima': '{0} 个极小点',
  '{0} saddle': '{0} 个鞍点',
  '{0} saddles': '{0} 个鞍点',
  '{0} maximum': '{0} 个极大点',
  '{0} maxima': '{0} 个极大点',
  '{0} degenerate': '{0} 个退化',
  '{0} not isolated': '{0} 个非孤立',
  'The critical points could not be looked for. {0}': '无法搜索临界点。{0}',
};
