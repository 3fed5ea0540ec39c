import type { Texts } from '../translations.ts';

/** Texts of the inspected cell. */
export const inspect: Texts = {
  'Its column and row, counted from 0 as in links, in files and on the command line':
    '它的欄和列，從 0 數起，與連結、檔案和命令列一致',
  'Cell {0}, {1}': '格子 {0}, {1}',
  'Cell {0}': '格子 {0}',
  'Optimizer of the cell': '格子的優化器',
  'Neighbouring cells': '相鄰的格子',
  'Close the inspector': '關閉格子的詳情',
  '{0} cell along {1}': '{0}格子，沿 {1}',
  'A new experiment with this start and these hyperparameters: one trajectory of each optimizer':
    '用這個起點和這些超參數開新實驗：每個優化器一條軌跡',
  'open this start alone': '單獨開啟這個起點',
  'try again': '重試',
  'Following this cell: step {0} of {1}': '正在追蹤這個格子：第 {0} 步，共 {1} 步',
  'Steps followed': '已追蹤的步數',
  'The run was changed at step {0}; this is the cell as it runs with the present numbers from the start, so it may differ from the maps.':
    '執行在第 {0} 步更動過；這裡是用現在的數值從頭執行的格子，所以可能與地圖不同。',
  'where {0} starts': '{0} 的起點',
  noise: '雜訊',
  'This cell could not be followed. {0}': '無法追蹤這個格子。{0}',
  ' after {0} steps': '，{0} 步之後',
  ' to a minimum that is not listed': '於未列出的極小點',
  ' to minimum {0} of {1}': '到極小點 {0}（共 {1} 個）',
  ' to the minimum': '到極小點',
  'the surface over {0} and {1}': '{0} 與 {1} 的曲面',
  'the curve of the loss': '損失的曲線',
  'The path of this cell on {0}, to step {1}': '這個格子的路徑（{0}），到第 {1} 步',
  'At step {0} it was {1} from the origin, beyond the escape radius of {2}.':
    '第 {0} 步時它離原點 {1}，超出逃逸半徑 {2}。',
  'At step {0} the size of the loss, {1}, passed its bound of {2}.': '第 {0} 步時損失的大小 {1} 超過了上界 {2}。',
  'The loss, {0}, is at or below the target of {1}; it came there first at step {2}.':
    '損失 {0} 不高於目標 {1}；它在第 {2} 步首次到達。',
  "The gradient's norm, {0},": '梯度範數 {0}',
  '{0} is at or below the threshold of {1}.': '{0} 不超過門檻值 {1}。',
  '{0} counts as vanished: by the local quadratic model a stationary point is {1} away, within {2}.':
    '{0} 算是消失：依局部二次模型，駐點離這裡 {1}，在 {2} 以內。',
  ', and the nearest stationary point of the local quadratic model is {0} away, not within {1}':
    '，而局部二次模型最近的駐點離這裡 {0}，不在 {1} 以內',
  ', and the surface is too steep here for its quadratic model to count': '，而曲面在這裡太陡，二次模型不算數',
  'The gradient has not vanished: its norm, {0}, is above {1}{2}.': '梯度沒有消失：它的範數 {0} 大於 {1}{2}。',
  "The Hessian's eigenvalue is {0}": 'Hessian 矩陣的特徵值是 {0}',
  "The Hessian's eigenvalues are {0}": 'Hessian 矩陣的特徵值是 {0}',
  '{0}: below 0 in some direction, so it is a saddle.': '{0}：有的方向小於 0，所以是鞍點。',
  'A network this large has no Hessian here: it counts as flat ground.':
    '這麼大的網路在這裡沒有 Hessian 矩陣，算是平地。',
  '{0}: one of them cannot be told from 0 (below {1} of the largest, or too small to matter), so the ground is flat.':
    '{0}：其中一個與 0 無法區分（小於最大者的 {1}，或小得無關緊要），所以是平地。',
  '{0}: above 0 in every direction, so it is a minimum.': '{0}：每個方向都大於 0，所以是極小點。',
  '{0}; the least one is {1} at the stationary point of the quadratic model':
    '{0}；在二次模型的駐點處，最小的一個是 {1}',
  '{0}: below 0, so it is a saddle.': '{0}：小於 0，所以是鞍點。',
  '{0}: that cannot be told from 0, as on the floor of a bent valley, so the ground is flat.':
    '{0}：這與 0 無法區分，如在彎曲的谷底，所以是平地。',
  '{0}: above 0, so it is a minimum.': '{0}：大於 0，所以是極小點。',
  "No whole window of the run's {0} has passed yet: until then it counts as on its way.":
    '全程 {0}，還沒走完一個完整的視窗：在那之前算是途中。',
  ' (summed over the coordinates)': '（對各座標加總）',
  ' (both summed over the coordinates)': '（兩者都對各座標加總）',
  'From step {0} to {1}': '從第 {0} 步到第 {1} 步',
  '{0} it stood still: its steps are too small to change the position.': '{0}，它停著不動：步伐太小，改變不了位置。',
  '{0} it got {1} away on a path of about {2}{3}, and the loss fell from {4}: it still descends.':
    '{0}，它走了約 {2} 的路，離開 {1}{3}，損失從 {4}：它還在下降。',
  '{0} it made a path of about {1} to get {2} away{3}, less than a quarter: it goes to and fro.':
    '{0}，它走了約 {1} 的路，只離開 {2}{3}，不到四分之一：它在來回擺動。',
  '{0} it got {1} away{2}, and the loss did not fall: it was {3} and is {4}.':
    '{0}，它離開 {1}{2}，損失沒有下降：原本是 {3}，現在是 {4}。',
  'g, gradient': 'g，梯度',
  'm, momentum': 'm，動量',
  'what the momentum rule makes of the gradients': '動量規則由梯度得出的量',
  'σ, scale': 'σ，縮放',
  'what the scale rule divides the update by': '縮放規則用來除更新量的數',
  'η/σ, rate of each parameter': 'η/σ，各參數的學習率',
  'the learning rate over the scale': '學習率除以 σ',
  'u, update': 'u，更新量',
  'what the rules make of the gradient; θ moves by −η·u': '規則由梯度得出的量；θ 移動 −η·u',
  'η·u/g, effective rate': 'η·u/g，有效學習率',
  'the rate at which plain descent makes the same step': '普通梯度下降走出同樣一步所需的學習率',
  'The coordinate {0}': '座標 {0}',
  Coordinates: '座標',
  'η·λmax(H/σ), stable below 2': 'η·λmax(H/σ)，小於 2 才穩定',
  'η·λmax(H), stable below 2': 'η·λmax(H)，小於 2 才穩定',
  'the learning rate times the largest curvature{0}: above 2 each step leads farther from a valley’s floor':
    '學習率乘以最大曲率{0}：大於 2 時，每一步都離谷底更遠',
  ', each parameter in units of its σ': '（各參數以自己的 σ 為單位）',
  'Coordinates that are drawn': '畫出的座標',
  '{0}.': '{0}。',
  "The Hessian's {0} eigenvalues are between {1} and {2}, {3} of them below 0":
    'Hessian 矩陣的 {0} 個特徵值在 {1} 與 {2} 之間，其中 {3} 個小於 0',
  min: '最小',
  max: '最大',
  'Hessian eigenvalue': 'Hessian 矩陣的特徵值',
  'Hessian eigenvalues': 'Hessian 矩陣的特徵值',
  'how the surface bends: below 0 it falls away to both sides in some direction, as at a saddle':
    '曲面如何彎曲：小於 0 時，它在某個方向向兩側下降，如在鞍點',
  'eigenvalues below 0, of {0}': '小於 0 的特徵值，共 {0} 個',
  'directions in which the surface falls away to both sides': '曲面向兩側下降的方向',
  'At step {0} the size of the loss of the next batch, {1}, passed its bound of {2}.':
    '第 {0} 步時下一批次損失的大小 {1} 超過了上界 {2}。',
  'the gradient that each update is made from: of its batch where rows are drawn, noise included':
    '每次更新所用的梯度：抽取資料列時為該批次的梯度，含雜訊',
};
