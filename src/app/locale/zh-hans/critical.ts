import type { Texts } from '../translations.ts';

/** Texts of critical points, of launched trajectories and of contours. */
export const critical: Texts = {
  Maximum: '极大点',
  'Degenerate critical point': '退化的临界点',
  'Critical point that is not isolated': '非孤立的临界点',
  degenerate: '退化',
  'not isolated': '非孤立',
  maximum: '极大点',
  'eigenvalue {0}': '特征值 {0}',
  'eigenvalues {0}': '特征值 {0}',
  'No contours here: float32 does not tell these losses apart.': '此处没有等高线：float32 已分不清这些损失。',
  'Launched trajectories': '放出的轨迹',
  'From {0}': '从 {0} 出发',
  'Remove (Escape)': '移除（Escape）',
  'Drag the ring, or press shift and an arrow.': '拖动圆环，或按 Shift 加方向键。',
  ' at ({0})': '，在 ({0})',
  '{0}, loss {1} after {2}': '{0}，{2}后损失 {1}',
  'loss {0} after {1}': '{1}后损失 {0}',
  'as in the chosen cell': '与所选的格子相同',
  'the middle of the grid': '网格的中央',
  'With {0} ({1}).': '取 {0}（{1}）。',
  'Start: drag it': '起点：可拖动',
  'Critical points in sight': '视野内的临界点',
  'Complete but for kinks, of which there may be more, as far as {0} starts tell: the last {1} led to nothing new.':
    '就 {0} 个起点来看，除折点外已经完整，折点可能还有更多：最后 {1} 个没有找到新的点。',
  'Complete, as far as {0} starts tell: the last {1} led to nothing new.':
    '就 {0} 个起点来看已经完整：最后 {1} 个没有找到新的点。',
  'Not complete: from {0} of the starts nothing is found, for numbers have too few digits so far from 0.':
    '不完整：从 {0} 的起点出发一无所获，因为离 0 这么远，数的位数太少。',
  'Not complete: from {0} of the starts the search comes to no end, as in narrow valleys that bend. There may be many more; zoom in to look closer.':
    '不完整：从 {0} 的起点出发，搜索未能结束，例如在弯曲的窄谷里。可能还有很多；放大可看得更细。',
  'Not complete: the search ended at its bound. There are about {0} isolated ones, or more; zoom in to look closer.':
    '不完整：搜索到了上限就停了。孤立的点约有 {0} 个，或者更多；放大可看得更细。',
  'Not complete: the search ended at its bound, and there may be more. Zoom in to look closer.':
    '不完整：搜索到了上限就停了，可能还有更多。放大可看得更细。',
  'Not complete: points crowd together, nearer to one another than the search looks, and there may be more without end. Zoom in to see more of them.':
    '不完整：有些点挤在一起，比搜索能看清的距离还近，可能还有无穷多个。放大可看到更多。',
  'Not complete: the surface is level nearly everywhere, and what is narrow may be missed. Zoom in to look closer.':
    '不完整：曲面几乎处处是平的，狭窄之处可能被漏掉。放大以便细看。',
  'The formula has no value in sight, as far as the last {0} starts tell.':
    '就最后 {0} 个起点来看，公式在视野内没有值。',
  'The gradient jumps somewhere, as on an edge: extrema there are no critical points.':
    '梯度在某处跳变，例如在一条折边上：那里的极值不是临界点。',
  'searching…': '搜索中…',
  'Critical points': '临界点',
  kind: '类型',
  'Listed are the first {0} of {1}.': '列出前 {0} 个，共 {1} 个。',
  eigenvalue: '特征值',
  '{0}, known': '{0}，已知',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '这个曲面已知的点。搜索没有找到它：梯度在这里不消失，例如在折点。',
  '{0} known besides': '另有 {0} 个已知',
  'A valley, a ring, a crest or a plateau of critical points. This is one of them.':
    '由临界点组成的一条谷、一个环、一条脊或一片高原。这是其中一个。',
  'kink, a minimum': '折点，极小',
  'kink, a maximum': '折点，极大',
  'The formula has no second derivatives here: the eigenvalues are made of differences of the gradient.':
    '公式在这里没有二阶导数：特征值由梯度的差分得出。',
  'There is no Hessian here. What it is, the losses around it tell.':
    '这里没有 Hessian 矩阵。它是什么，由周围的损失判断。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '这里有一个特征值为 0，所以 Hessian 矩阵看不出它是什么。',
  '{0} minimum': '{0} 个极小点',
  '{0} minima': '{0} 个极小点',
  '{0} saddle': '{0} 个鞍点',
  '{0} saddles': '{0} 个鞍点',
  '{0} maximum': '{0} 个极大点',
  '{0} maxima': '{0} 个极大点',
  '{0} degenerate': '{0} 个退化点',
  '{0} kink': '{0} 个折点',
  '{0} kinks': '{0} 个折点',
  'tip, a minimum': '尖点，极小',
  'tip, a maximum': '尖点，极大',
  'The gradient jumps here: this is an extremum, but no critical point.': '梯度在这里跳变：这是极值点，但不是临界点。',
  '{0} tip': '{0} 个尖点',
  '{0} tips': '{0} 个尖点',
  '{0} not isolated': '{0} 个非孤立点',
  'The critical points could not be looked for. {0}': '无法搜索临界点。{0}',
};
