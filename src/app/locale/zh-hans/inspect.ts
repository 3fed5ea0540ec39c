import type { Texts } from '../translations.ts';

/** Texts of the inspected cell. */
export const inspect: Texts = {
  'Its column and row, counted from 0 as in links, in files and on the command line':
    '它的列和行，从 0 数起，与链接、文件和命令行一致',
  'Cell {0}, {1}': '格子 {0}, {1}',
  'Cell {0}': '格子 {0}',
  'Optimizer of the cell': '格子的优化器',
  'Neighbouring cells': '相邻的格子',
  'Close the inspector': '关闭格子的详情',
  '{0} cell along {1}': '{0}格子，沿 {1}',
  'A new experiment with this start and these hyperparameters: one trajectory of each optimizer':
    '以这个起点和这些超参数开新实验：每个优化器一条轨迹',
  'open this start alone': '单独打开这个起点',
  'try again': '重试',
  'Following this cell: step {0} of {1}': '正在跟踪这个格子：第 {0} 步，共 {1} 步',
  'Steps followed': '已跟踪的步数',
  'The run was changed at step {0}; this is the cell as it runs with the present numbers from the start, so it may differ from the maps.':
    '运行在第 {0} 步改动过；这里是用现在的数值从头运行的格子，所以可能与地图不同。',
  'where {0} starts': '{0} 的起点',
  noise: '噪声',
  'This cell could not be followed. {0}': '无法跟踪这个格子。{0}',
  ' after {0} steps': '，{0} 步之后',
  ' to a minimum that is not listed': '于未列出的极小点',
  ' to minimum {0} of {1}': '于极小点 {0}（共 {1} 个）',
  ' to the minimum': '于极小点',
  'the surface over {0} and {1}': '{0} 与 {1} 的曲面',
  'the curve of the loss': '损失的曲线',
  'The path of this cell on {0}, to step {1}': '这个格子的路径（{0}），到第 {1} 步',
  'At step {0} it was {1} from the origin, beyond the escape radius of {2}.':
    '第 {0} 步时它离原点 {1}，超出逃逸半径 {2}。',
  'At step {0} the size of the loss, {1}, passed its bound of {2}.': '第 {0} 步时损失的大小 {1} 超过了上界 {2}。',
  'The loss, {0}, is at or below the target of {1}; it came there first at step {2}.':
    '损失 {0} 不高于目标 {1}；它在第 {2} 步首次到达。',
  "The gradient's norm, {0},": '梯度范数 {0}',
  '{0} is at or below the threshold of {1}.': '{0} 不超过阈值 {1}。',
  '{0} counts as vanished: by the local quadratic model a stationary point is {1} away, within {2}.':
    '{0} 算作消失：按局部二次模型，驻点离此 {1}，在 {2} 以内。',
  ', and the nearest stationary point of the local quadratic model is {0} away, not within {1}':
    '，而局部二次模型最近的驻点离此 {0}，不在 {1} 以内',
  ', and the surface is too steep here for its quadratic model to count': '，而曲面在此太陡，二次模型不算数',
  'The gradient has not vanished: its norm, {0}, is above {1}{2}.': '梯度没有消失：它的范数 {0} 大于 {1}{2}。',
  "The Hessian's eigenvalue is {0}": 'Hessian 矩阵的特征值是 {0}',
  "The Hessian's eigenvalues are {0}": 'Hessian 矩阵的特征值是 {0}',
  '{0}: below 0 in some direction, so it is a saddle.': '{0}：有的方向小于 0，所以是鞍点。',
  'A network this large has no Hessian here: it counts as flat ground.':
    '这么大的网络在这里没有 Hessian 矩阵，算作平地。',
  '{0}: one of them cannot be told from 0 (below {1} of the largest, or too small to matter), so the ground is flat.':
    '{0}：其中一个与 0 无法区分（小于最大者的 {1}，或小得无关紧要），所以是平地。',
  '{0}: above 0 in every direction, so it is a minimum.': '{0}：每个方向都大于 0，所以是极小点。',
  '{0}; the least one is {1} at the stationary point of the quadratic model':
    '{0}；在二次模型的驻点处，最小的一个是 {1}',
  '{0}: below 0, so it is a saddle.': '{0}：小于 0，所以是鞍点。',
  '{0}: that cannot be told from 0, as on the floor of a bent valley, so the ground is flat.':
    '{0}：这与 0 无法区分，如在弯曲的谷底，所以是平地。',
  '{0}: above 0, so it is a minimum.': '{0}：大于 0，所以是极小点。',
  "No whole window of the run's {0} has passed yet: until then it counts as on its way.":
    '全程 {0}，还没有走完一个完整的窗口：在那之前算作途中。',
  ' (summed over the coordinates)': '（对各坐标求和）',
  ' (both summed over the coordinates)': '（两者都对各坐标求和）',
  'From step {0} to {1}': '从第 {0} 步到第 {1} 步',
  '{0} it stood still: its steps are too small to change the position.': '{0}，它停着不动：步子太小，改变不了位置。',
  '{0} it got {1} away on a path of about {2}{3}, and the loss fell from {4}: it still descends.':
    '{0}，它走了约 {2} 的路，离开 {1}{3}，损失从 {4}：它仍在下降。',
  '{0} it made a path of about {1} to get {2} away{3}, less than a quarter: it goes to and fro.':
    '{0}，它走了约 {1} 的路，只离开 {2}{3}，不到四分之一：它在来回摆动。',
  '{0} it got {1} away{2}, and the loss did not fall: it was {3} and is {4}.':
    '{0}，它离开 {1}{2}，损失没有下降：原来是 {3}，现在是 {4}。',
  'g, gradient': 'g，梯度',
  'm, momentum': 'm，动量',
  'what the momentum rule makes of the gradients': '动量规则由梯度得出的量',
  'σ, scale': 'σ，缩放',
  'what the scale rule divides the update by': '缩放规则用来除更新量的数',
  'η/σ, rate of each parameter': 'η/σ，各参数的学习率',
  'the learning rate over the scale': '学习率除以 σ',
  'u, update': 'u，更新量',
  'what the rules make of the gradient; θ moves by −η·u': '规则由梯度得出的量；θ 移动 −η·u',
  'η·u/g, effective rate': 'η·u/g，有效学习率',
  'the rate at which plain descent makes the same step': '普通梯度下降走出同样一步所需的学习率',
  'The coordinate {0}': '坐标 {0}',
  Coordinates: '坐标',
  'η·λmax(H/σ), stable below 2': 'η·λmax(H/σ)，小于 2 才稳定',
  'η·λmax(H), stable below 2': 'η·λmax(H)，小于 2 才稳定',
  'the learning rate times the largest curvature{0}: above 2 each step leads farther from a valley’s floor':
    '学习率乘以最大曲率{0}：大于 2 时，每一步都离谷底更远',
  ', each parameter in units of its σ': '（各参数以自己的 σ 为单位）',
  'Coordinates that are drawn': '画出的坐标',
  '{0}.': '{0}。',
  "The Hessian's {0} eigenvalues are between {1} and {2}, {3} of them below 0":
    'Hessian 矩阵的 {0} 个特征值在 {1} 与 {2} 之间，其中 {3} 个小于 0',
  min: '最小',
  max: '最大',
  'Hessian eigenvalue': 'Hessian 矩阵的特征值',
  'Hessian eigenvalues': 'Hessian 矩阵的特征值',
  'how the surface bends: below 0 it falls away to both sides in some direction, as at a saddle':
    '曲面如何弯曲：小于 0 时，它在某个方向向两侧下降，如在鞍点',
  'eigenvalues below 0, of {0}': '小于 0 的特征值，共 {0} 个',
  'directions in which the surface falls away to both sides': '曲面向两侧下降的方向',
  'At step {0} the size of the loss of the next batch, {1}, passed its bound of {2}.':
    '第 {0} 步时下一批次损失的大小 {1} 超过了上界 {2}。',
  'the gradient that each update is made from: of its batch where rows are drawn, noise included':
    '每次更新所用的梯度：抽取数据行时为该批次的梯度，含噪声',
};
