import type { Texts } from '../translations.ts';

/** Texts of critical points, of launched trajectories and of contours. */
export const critical: Texts = {
  Maximum: '極大點',
  'Degenerate critical point': '退化的臨界點',
  'Critical point that is not isolated': '非孤立的臨界點',
  degenerate: '退化',
  'not isolated': '非孤立',
  maximum: '極大點',
  'eigenvalue {0}': '特徵值 {0}',
  'eigenvalues {0}': '特徵值 {0}',
  'No contours here: float32 does not tell these losses apart.': '此處沒有等高線：float32 已分不清這些損失。',
  'Launched trajectories': '放出的軌跡',
  'From {0}': '從 {0} 出發',
  'Remove (Escape)': '移除（Escape）',
  'Drag the ring, or press shift and an arrow.': '拖曳圓環，或按 Shift 加方向鍵。',
  ' at ({0})': '，在 ({0})',
  '{0}, loss {1} after {2}': '{0}，{2}後損失 {1}',
  'loss {0} after {1}': '{1}後損失 {0}',
  'as in the chosen cell': '與所選的格子相同',
  'the middle of the grid': '網格的中央',
  'With {0} ({1}).': '取 {0}（{1}）。',
  'Start: drag it': '起點：可拖曳',
  'Critical points in sight': '視野內的臨界點',
  'Complete but for kinks, of which there may be more, as far as {0} starts tell: the last {1} led to nothing new.':
    '就 {0} 個起點來看，除折點外已經完整，折點可能還有更多：最後 {1} 個沒有找到新的點。',
  'Complete, as far as {0} starts tell: the last {1} led to nothing new.':
    '就 {0} 個起點來看已經完整：最後 {1} 個沒有找到新的點。',
  'Not complete: from {0} of the starts nothing is found, for numbers have too few digits so far from 0.':
    '不完整：從 {0} 的起點出發一無所獲，因為離 0 這麼遠，數的位數太少。',
  'Not complete: from {0} of the starts the search comes to no end, as in narrow valleys that bend. There may be many more; zoom in to look closer.':
    '不完整：從 {0} 的起點出發，搜尋未能結束，例如在彎曲的窄谷裡。可能還有很多；放大可看得更細。',
  'Not complete: the search ended at its bound. There are about {0} isolated ones, or more; zoom in to look closer.':
    '不完整：搜尋到了上限就停了。孤立的點約有 {0} 個，或者更多；放大可看得更細。',
  'Not complete: the search ended at its bound, and there may be more. Zoom in to look closer.':
    '不完整：搜尋到了上限就停了，可能還有更多。放大可看得更細。',
  'Not complete: points crowd together, nearer to one another than the search looks, and there may be more without end. Zoom in to see more of them.':
    '不完整：有些點擠在一起，比搜尋能看清的距離還近，可能還有無窮多個。放大可看到更多。',
  'Not complete: the surface is level nearly everywhere, and what is narrow may be missed. Zoom in to look closer.':
    '不完整：曲面幾乎處處是平的，狹窄之處可能被漏掉。放大以便細看。',
  'The formula has no value in sight, as far as the last {0} starts tell.':
    '就最後 {0} 個起點來看，公式在視野內沒有值。',
  'The gradient jumps somewhere, as on an edge: extrema there are no critical points.':
    '梯度在某處跳變，例如在一條折邊上：那裡的極值不是臨界點。',
  'searching…': '搜尋中…',
  'Critical points': '臨界點',
  kind: '類型',
  'Listed are the first {0} of {1}.': '列出前 {0} 個，共 {1} 個。',
  eigenvalue: '特徵值',
  '{0}, known': '{0}，已知',
  'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.':
    '這個曲面已知的點。搜尋沒有找到它：梯度在這裡不消失，例如在折點。',
  '{0} known besides': '另有 {0} 個已知',
  'A valley, a ring, a crest or a plateau of critical points. This is one of them.':
    '由臨界點組成的一條谷、一個環、一條脊或一片高原。這是其中一個。',
  'kink, a minimum': '折點，極小',
  'kink, a maximum': '折點，極大',
  'The formula has no second derivatives here: the eigenvalues are made of differences of the gradient.':
    '公式在這裡沒有二階導數：特徵值由梯度的差分得出。',
  'There is no Hessian here. What it is, the losses around it tell.':
    '這裡沒有 Hessian 矩陣。它是什麼，由周圍的損失判斷。',
  'An eigenvalue is 0 here, so that the Hessian does not tell what it is.':
    '這裡有一個特徵值為 0，所以 Hessian 矩陣看不出它是什麼。',
  '{0} minimum': '{0} 個極小點',
  '{0} minima': '{0} 個極小點',
  '{0} saddle': '{0} 個鞍點',
  '{0} saddles': '{0} 個鞍點',
  '{0} maximum': '{0} 個極大點',
  '{0} maxima': '{0} 個極大點',
  '{0} degenerate': '{0} 個退化點',
  '{0} kink': '{0} 個折點',
  '{0} kinks': '{0} 個折點',
  'tip, a minimum': '尖點，極小',
  'tip, a maximum': '尖點，極大',
  'The gradient jumps here: this is an extremum, but no critical point.': '梯度在這裡跳變：這是極值點，但不是臨界點。',
  '{0} tip': '{0} 個尖點',
  '{0} tips': '{0} 個尖點',
  '{0} not isolated': '{0} 個非孤立點',
  'The critical points could not be looked for. {0}': '無法搜尋臨界點。{0}',
};
