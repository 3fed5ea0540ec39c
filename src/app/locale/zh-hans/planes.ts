import type { Texts } from '../translations.ts';

/** Texts of planes of trainability and of a cell's network. */
export const planes: Texts = {
  'Step of the network': '网络的步数',
  '{0} of {1} rows are told right.': '{1} 行中有 {0} 行判对。',
  'Off by {0}, root mean square over {1} rows.': '偏差 {0}，为 {1} 行的均方根。',
  'Off by {0} standard deviations, root mean square over {1} rows.': '偏差 {0} 个标准差，为 {1} 行的均方根。',
  'The curve of this cell’s network at step {0}.': '这个格子的网络在第 {0} 步的曲线。',
  'The regions of classes of this cell’s network at step {0}.': '这个格子的网络在第 {0} 步的类别区域。',
  'Outputs of this cell’s network against targets at step {0}.': '这个格子的网络在第 {0} 步的输出与目标对照。',
  'Classes over {0} inputs have no picture here: it has room for one input or two.':
    '有 {0} 个输入的分类在这里没有图：图上只容得下一个或两个输入。',
  '{0} train': '{0} 可训练',
  'trained; darker: sooner': '可训练；越深越早',
  'the loss over the last 20 updates is below the first, on average': '最后 20 次更新的损失平均低于最初',
  'did not train; darker: sooner lost': '不可训练；越深越早失败',
  'the loss over the last 20 updates is not below the first, or the network left its bounds':
    '最后 20 次更新的损失不低于最初，或网络越出了界限',
  'comes when the coarser cells are done': '较粗的格子完成后出现',
  'Shades by rank. Networks are trained to the end here, however far their weights go; the run’s outcomes stop them at the escape radius.':
    '深浅按名次。这里每个网络都训练到底，权重走多远都可以；运行的结局在逃逸半径处就让它们停下。',
  'A plane needs two axes of the grid: choose what goes across and up on the left.':
    '平面需要网格的两条轴：请在左侧选择横向和纵向变化什么。',
  'With noise or mini-batches neighbouring networks differ by chance: for a plane, set the noise to 0 and learn all rows.':
    '有噪声或小批量时，相邻的网络会随机不同：画平面请把噪声设为 0，并学习所有数据行。',
  'A plane of trainability is of networks: choose “train networks” on the left.':
    '可训练性的平面是网络的：请在左侧选择“训练网络”。',
  'The planes appear here as soon as an engine is open.': '引擎打开后，平面会出现在这里。',
  'All optimizers are hidden: show one to see its plane.': '所有优化器都已隐藏：显示一个就能看到它的平面。',
  'The first networks are being trained.': '正在训练第一批网络。',
  'Trainability of {0}': '{0} 的可训练性',
  Networks: '网络',
  'go on': '继续',
  pause: '暂停',
  'The plane could not be computed. {0}': '无法计算平面。{0}',
  'Networks trained': '已训练的网络',
  '{0} of {1} networks': '{1} 个网络中的 {0} 个',
  ', {0} a second, {1} to go': '，每秒 {0} 个，还需 {1}',
  'not trained yet': '尚未训练',
  'trained; the losses add up to {0} times the first': '可训练；损失之和为最初的 {0} 倍',
  'did not train; the losses’ inverses add up to {0} of the first’s': '不可训练；损失倒数之和为最初的 {0}',
  'No box dimension: it takes a boundary in sight, and 64 networks or so along each axis.':
    '没有盒维数：视野内要有边界，并且每个轴上要有 64 个左右的网络。',
  'Box dimension of the boundary: {0} ± {1} (standard error of the fit; median of the slopes {2}).':
    '边界的盒维数：{0} ± {1}（拟合的标准误差；斜率的中位数 {2}）。',
  'some time': '一些时间',
  '{0} s': '{0} 秒',
  '{0} h': '{0} 小时',
  '{0} min': '{0} 分钟',
  Parametrisation: '参数化',
  standard: '标准',
  'mean-field': '平均场',
  inputs: '输入数',
  Inputs: '输入数',
  'Trainability on a finer grid: each network is trained to the end.': '更细的网格上的可训练性：每个网络都训练到底。',
};
